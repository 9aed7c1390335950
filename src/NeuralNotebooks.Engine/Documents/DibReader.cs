namespace NeuralNotebooks.Engine;

/// <summary>Reads a notebook in the text format of Polyglot Notebooks, <c>.dib</c>: a line <c>#!KERNEL</c> begins a
/// cell, and a line <c>#!meta</c> begins the metadata.</summary>
/// <remarks>It reads as .NET Interactive does: a line <c>#!NAME</c> with an unknown name is a magic command within its
/// cell; empty lines at the start and the end of a cell, and empty cells, are removed. It differs in three ways. White
/// space after a kernel's name is ignored. If the metadata are at the end of the file, no line of them becomes part of
/// a cell. Only a line that consists of <c>#!meta</c> begins metadata, not every line that starts with it.</remarks>
internal sealed class DibReader(string file)
{
    private const string Metadata = "#!meta", CSharp = NotebookLanguage.CSharp;

    private readonly Dictionary<string, string> _kernels = new(NotebookLanguage.Names, StringComparer.Ordinal);

    private readonly CellIds _ids = new();
    private string _defaultKernel = CSharp;

    public Notebook Read(string text)
    {
        string[] all = text.TrimStart('\uFEFF').Replace("\r\n", "\n").Split('\n');
        int meta = Array.FindIndex(all, line => line.TrimEnd() == Metadata);
        int end = meta < 0 ? -1 : Array.FindIndex(all, meta + 1, IsCommand);
        if (end < 0)
            end = all.Length;
        var notebook = new Notebook(meta < 0 ? NotebookMetadata([]) : ReadMetadata(all, meta, end));

        string kernel = _defaultKernel;
        var cell = new List<string>();
        foreach (string line in meta < 0 ? all : [.. all[..meta], .. all[end..]])
        {
            if (!IsCommand(line) || !_kernels.TryGetValue(line[2..].TrimEnd(), out string? next))
            {
                cell.Add(line);
                continue;
            }
            Add(notebook, kernel, cell);
            kernel = next;
            cell.Clear();
        }
        Add(notebook, kernel, cell);
        if (notebook.Cells.Count == 0)
            notebook.Cells.Add(CellOf(_defaultKernel, ""));
        return notebook;
    }

    private static bool IsCommand(string line) => line.StartsWith("#!", StringComparison.Ordinal);

    private JsonObject ReadMetadata(string[] lines, int meta, int end)
    {
        string text = string.Join('\n', lines[(meta + 1)..end]);
        const string expected = "Expected an object such as {\"kernelInfo\":{\"defaultKernelName\":\"csharp\"}}";
        string where = $"its metadata, below {Metadata} in line {meta + 1},";
        try
        {
            if (text.Trim().Length == 0)
                return NotebookMetadata([]);
            return JsonNode.Parse(text, documentOptions: NotebookReader.Options) is JsonObject metadata
                ? NotebookMetadata(metadata)
                : throw new NotebookFormatException(file, $"{where} are JSON, but not an object", expected);
        }
        catch (JsonException e)
        {
            long line = meta + 2 + (e.LineNumber ?? 0);
            throw new NotebookFormatException(file, $"{where} are not JSON (line {line})", expected, e);
        }
    }

    /// <summary>Converts the metadata to the form that Polyglot Notebooks writes into a Jupyter notebook.</summary>
    private JsonObject NotebookMetadata(JsonObject metadata)
    {
        JsonNode? kernels = metadata["kernelInfo"];
        metadata.Remove("kernelInfo");
        if (kernels is JsonObject info)
        {
            foreach (JsonObject item in (info["items"] as JsonArray ?? []).OfType<JsonObject>())
                AddKernel(item);
            if (info.Text("defaultKernelName") is { } name)
                _defaultKernel = _kernels.GetValueOrDefault(name, name);
        }
        var result = new JsonObject();
        if (_defaultKernel == CSharp)
            result["kernelspec"] = NotebookLanguage.KernelSpec();
        result["polyglot_notebook"] = new JsonObject
        {
            ["kernelInfo"] = kernels ?? new JsonObject { ["defaultKernelName"] = _defaultKernel },
        };
        foreach ((string name, JsonNode? value) in metadata.ToArray())
        {
            metadata.Remove(name);
            result.TryAdd(name, value);
        }
        return result;
    }

    private void AddKernel(JsonObject item)
    {
        if (item.Text("name") is not { Length: > 0 } name)
            return;
        _kernels.TryAdd(name, name);
        foreach (JsonNode? alias in item["aliases"] as JsonArray ?? [])
            if (alias?.GetValueKind() == JsonValueKind.String)
                _kernels.TryAdd(alias.GetValue<string>(), name);
    }

    private void Add(Notebook notebook, string kernel, List<string> lines)
    {
        string source = string.Join('\n', lines).Trim('\n');
        if (source.Length > 0)
            notebook.Cells.Add(CellOf(kernel, source));
    }

    private Cell CellOf(string kernel, string source)
    {
        string id = _ids.Create(source);
        return kernel switch
        {
            NotebookLanguage.Markdown => new MarkdownCell(id, source),
            "raw" => new RawCell(id, source),
            _ when kernel == _defaultKernel => new CodeCell(id, source),
            _ => new CodeCell(
                id, source, new JsonObject { ["polyglot_notebook"] = new JsonObject { ["kernelName"] = kernel } }),
        };
    }
}
