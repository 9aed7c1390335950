namespace NeuralNotebooks.Engine;

internal sealed class NotebookReader(string file)
{
    private const string Upgrade =
        "Open and save it in Jupyter, or run: jupyter nbconvert --to notebook --inplace FILE";
    public static readonly JsonDocumentOptions Options = new() { MaxDepth = 256, AllowDuplicateProperties = false };

    private readonly CellIds _ids = new();

    public Notebook Read(string text, int maxCells)
    {
        JsonObject root = Parse(text);
        CheckVersion(root);
        var notebook = new Notebook(OptionalObject(root, "metadata", "The notebook")) { Fields = root };
        if (root["cells"] is not JsonArray cells)
            throw Error(
                root["cells"] is { } other
                    ? $"its \"cells\" is no array ({other.GetValueKind().ToString().ToLowerInvariant()})"
                    : "it has no cells",
                "A notebook of nbformat 4 has an array \"cells\"");

        if (cells.Count > maxCells)
            throw Error(Invariant($"it has {cells.Count} cells, more than {maxCells}"), "Expected fewer");
        // A cell without an id never gets one that the file already uses.
        foreach (JsonNode? cell in cells)
            if (cell is JsonObject fields && fields.Text("id") is { Length: > 0 } id)
                _ids.Reserve(id);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < cells.Count; i++)
            notebook.Cells.Add(ReadCell(cells[i], i + 1, seen));
        return notebook;
    }

    private JsonObject Parse(string text)
    {
        const string expected = "Expected a Jupyter notebook (.ipynb)";
        if (text.StartsWith('\uFEFF'))
            text = text[1..];
        // The parser would accept an unpaired surrogate, but reading the string that contains it would throw an
        // exception.
        if (WellFormedJson.IndexOfUnpairedSurrogate(text) is >= 0 and var broken)
            throw Error(
                $"it is not well-formed text (line {text.AsSpan(0, broken).Count('\n') + 1}: an unpaired surrogate)",
                expected);
        try
        {
            return JsonNode.Parse(text, documentOptions: Options) as JsonObject
                ?? throw Error("it is JSON, but not an object", expected);
        }
        catch (JsonException e)
        {
            long line = (e.LineNumber ?? 0) + 1, column = (e.BytePositionInLine ?? 0) + 1;
            string detail = e.Message.Split([" LineNumber:", " Path:"], StringSplitOptions.None)[0].TrimEnd('.');
            throw Error(
                text.Length == 0 ? "the file is empty" : $"it is not JSON (line {line}, position {column}: {detail})",
                text.Trim() switch
                {
                    ['<', ..] => "It seems to be a web page: download the notebook itself",
                    ['{', .., not '}'] => "The file ends too early: get it again",
                    _ => expected,
                },
                e);
        }
    }

    private void CheckVersion(JsonObject root)
    {
        int? version = root.Number("nbformat");
        if (version is null)
            throw Error("it has no nbformat number", "Expected a Jupyter notebook (.ipynb) of nbformat 4");
        if (version < 4)
            throw Error($"it is in the old notebook format {version}", $"Only nbformat 4 is read. {Upgrade}");
        if (version > 4)
            throw Error($"it is in notebook format {version}", "Only nbformat 4 is read: save it as version 4");
    }

    private Cell ReadCell(JsonNode? node, int number, HashSet<string> seen)
    {
        string where = $"Cell {number} of the file";
        if (node is not JsonObject fields)
            throw Error($"{where} is not an object", "Each cell is an object with cell_type, metadata and source");
        if (fields["source"] is not { } written)
            throw Error($"{where} has no source", "Each cell has a source: a string or an array of lines");
        string source = Text(written, $"{where}: source");
        string id = fields.Text("id") is { Length: > 0 } own && CellIds.Valid(own) is var valid && seen.Add(valid)
                ? valid : _ids.Create(source);
        JsonObject metadata = OptionalObject(fields, "metadata", where);
        switch (fields.Text("cell_type"))
        {
            case "markdown":
                return new MarkdownCell(id, source, metadata) { Fields = fields };
            case "raw":
                return new RawCell(id, source, metadata) { Fields = fields };
            case "code":
                int? count = fields.Number("execution_count");
                var cell = new CodeCell(id, source, metadata) { Fields = fields, ExecutionCount = count };
                if (fields["outputs"] is JsonArray outputs)
                    foreach (JsonNode? output in outputs)
                        cell.Outputs.Add(ReadOutput(output as JsonObject, where));
                return cell;
            case var other:
                throw Error($"{where} is of type {other ?? "(none)"}", "Cells are of type code, markdown or raw");
        }
    }

    private Output ReadOutput(JsonObject? fields, string where)
    {
        if (fields is null)
            throw Error($"{where} has an output that is not an object", "Each output is an object with output_type");
        Output output = fields.Text("output_type") switch
        {
            "stream" => new StreamOutput(
                fields.Text("name") == "stderr" ? StreamName.Stderr : StreamName.Stdout,
                Text(fields["text"], $"{where}: text of a stream")),
            "display_data" => new DisplayData(
                ReadBundle(fields, where), OptionalObject(fields, "metadata", where), DisplayId: null),
            "execute_result" => new ExecuteResult(
                ReadBundle(fields, where), OptionalObject(fields, "metadata", where),
                fields.Number("execution_count") ?? 0),
            "error" => new ErrorOutput(
                fields.Text("ename") ?? "", fields.Text("evalue") ?? "",
                [
                    .. (fields["traceback"] as JsonArray ?? [])
                        .Select(line => new TracebackLine(Text(line, $"{where}: traceback"))),
                ]),
            var other => throw Error(
                $"{where} has an output of type {other ?? "(none)"}",
                "Outputs are of type stream, display_data, execute_result or error"),
        };
        return output with { Fields = fields };
    }

    private MimeBundle ReadBundle(JsonObject fields, string where)
    {
        var bundle = new MimeBundle();
        foreach ((string type, JsonNode? value) in OptionalObject(fields, "data", where))
        {
            if (MimeBundle.IsJson(type))
                bundle.Add(type, value?.DeepClone());
            else
                bundle.Add(type, Text(value, $"{where}: {type}"));
        }
        return bundle;
    }

    /// <summary>nbformat writes text as one string or as an array of lines with their line endings. Some programs write
    /// null for no text, such as .NET Interactive in tracebacks.</summary>
    private string Text(JsonNode? node, string where)
    {
        try
        {
            return node is JsonArray lines
                ? string.Concat(lines.Select(line => line?.GetValue<string>()))
                : node?.GetValue<string>() ?? "";
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException)
        {
            throw Error($"{where} is not text", "Expected a string or an array of strings", e);
        }
    }

    private JsonObject OptionalObject(JsonObject fields, string name, string where)
        => fields[name] switch
        {
            null => [],
            JsonObject value => value.DeepClone().AsObject(),
            _ => throw Error($"{where}: {name} is not an object", "Expected an object"),
        };

    private NotebookFormatException Error(string what, string expected, Exception? cause = null) =>
        new(file, what, expected, cause);
}
