namespace NeuralNotebooks.Engine;

internal static partial class NotebookWriter
{
    public static JsonObject Write(Notebook notebook) =>
        With(
            notebook.Fields,
            ("cells", new JsonArray([.. notebook.Cells.Select(Cell)])),
            ("metadata", notebook.Metadata.DeepClone()),
            ("nbformat", 4),
            ("nbformat_minor", Math.Max(notebook.Fields?.Number("nbformat_minor") ?? 0, Notebook.MinorVersion)));

    private static JsonObject Cell(Cell cell)
    {
        (string, JsonNode?)[] ofCode = cell is CodeCell code
            ? [("execution_count", code.ExecutionCount), ("outputs", new JsonArray([.. code.Outputs.Select(Output)]))]
            : [];
        return With(
            cell.Fields,
            [
                ("cell_type", cell switch { CodeCell => "code", MarkdownCell => "markdown", _ => "raw" }),
                ("id", cell.Id),
                ("metadata", cell.Metadata.DeepClone()),
                ("source", Lines(cell.Source)),
                .. ofCode,
            ]);
    }

    public static JsonObject Output(Output output) =>
        output switch
        {
            StreamOutput stream => With(
                output.Fields, ("name", stream.Name == StreamName.Stderr ? "stderr" : "stdout"),
                ("output_type", "stream"), ("text", Lines(stream.Text))),
            DisplayData display => With(
                output.Fields, ("data", Bundle(display.Data)), ("metadata", display.Metadata.DeepClone()),
                ("output_type", "display_data")),
            ExecuteResult result => With(
                output.Fields, ("data", Bundle(result.Data)), ("execution_count", result.ExecutionCount),
                ("metadata", result.Metadata.DeepClone()), ("output_type", "execute_result")),
            ErrorOutput error => With(
                output.Fields, ("ename", error.Name), ("evalue", error.Message), ("output_type", "error"),
                ("traceback", error.Traceback.Select(line => line.Text).ToJson())),
            _ => throw new UnreachableException(),
        };

    private static JsonObject Bundle(MimeBundle bundle)
    {
        var json = new JsonObject();
        foreach ((string type, JsonNode? value) in bundle)
            json[type] = MimeBundle.IsJson(type) ? value?.DeepClone() : Lines(bundle.Text(type)!);
        return json;
    }

    /// <summary>Text as an array of lines with their line endings, split as by Python's <c>splitlines</c>.</summary>
    private static JsonArray Lines(string text) => Line().Matches(text).Select(line => line.Value).ToJson();

    /// <summary>A copy of an object in which fields are replaced; a new field is inserted in alphabetical order, as in
    /// Jupyter.</summary>
    private static JsonObject With(JsonObject? fields, params ReadOnlySpan<(string Name, JsonNode? Value)> changes)
    {
        JsonObject json = fields?.DeepClone().AsObject() ?? [];
        foreach ((string name, JsonNode? value) in changes)
        {
            if (!json.ContainsKey(name))
                json.Insert(json.TakeWhile(field => string.CompareOrdinal(field.Key, name) < 0).Count(), name, null);
            json[name] = value;
        }
        return json;
    }

    [GeneratedRegex(@"[^\n\v\f\r\x1C-\x1E\x85\u2028\u2029]*(\r\n|[\n\v\f\r\x1C-\x1E\x85\u2028\u2029])|.+")]
    private static partial Regex Line();
}
