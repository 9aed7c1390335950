using System.Text.Json.Nodes;

namespace NeuralNotebooks.Engine;

/// <summary>Notebook → text.</summary>
internal static class NotebookWriter
{
    public static string Write(Notebook notebook)
    {
        JsonObject json = CopyOf(notebook.Fields);
        Set(json, "cells", new JsonArray([.. notebook.Cells.Select(Cell)]));
        Set(json, "metadata", notebook.Metadata.DeepClone());
        Set(json, "nbformat", 4);
        if (
            json["nbformat_minor"] is not JsonValue minor
            || !minor.TryGetValue(out int version)
            || version < Notebook.MinorVersion
        )
            Set(json, "nbformat_minor", Notebook.MinorVersion);
        return JupyterJson.Write(json);
    }

    private static JsonObject Cell(Cell cell)
    {
        JsonObject json = CopyOf(cell.Fields);
        Set(json, "cell_type", cell switch { CodeCell => "code", MarkdownCell => "markdown", _ => "raw" });
        if (cell is CodeCell code)
        {
            Set(json, "execution_count", code.ExecutionCount);
            Set(json, "outputs", new JsonArray([.. code.Outputs.Select(Output)]));
        }
        Set(json, "id", cell.Id);
        Set(json, "metadata", cell.Metadata.DeepClone());
        Set(json, "source", Lines(cell.Source));
        return json;
    }

    private static JsonObject Output(Output output)
    {
        JsonObject json = CopyOf(output.Fields);
        switch (output)
        {
            case StreamOutput stream:
                Set(json, "name", stream.Name == StreamName.Stderr ? "stderr" : "stdout");
                Set(json, "output_type", "stream");
                Set(json, "text", Lines(stream.Text));
                break;
            case DisplayData display:
                Set(json, "data", Bundle(display.Data));
                Set(json, "metadata", display.Metadata.DeepClone());
                Set(json, "output_type", "display_data");
                break;
            case ExecuteResult result:
                Set(json, "data", Bundle(result.Data));
                Set(json, "execution_count", result.ExecutionCount);
                Set(json, "metadata", result.Metadata.DeepClone());
                Set(json, "output_type", "execute_result");
                break;
            case ErrorOutput error:
                Set(json, "ename", error.Name);
                Set(json, "evalue", error.Message);
                Set(json, "output_type", "error");
                Set(json, "traceback", new JsonArray([.. error.Traceback.Select(line => JsonValue.Create(line))]));
                break;
        }
        return json;
    }

    private static JsonObject Bundle(MimeBundle bundle)
    {
        var json = new JsonObject();
        foreach ((string type, JsonNode? value) in bundle)
            json[type] = MimeBundle.IsJson(type) ? value?.DeepClone() : Lines(bundle.Text(type)!);
        return json;
    }

    /// <summary>Text as an array of lines with their line endings, split where Python's <c>splitlines</c> splits, as in
    /// Jupyter.</summary>
    private static JsonArray Lines(string text)
    {
        var lines = new JsonArray();
        int start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            bool end = text[i] is '\n' or '\v' or '\f' or (>= '\x1c' and <= '\x1e') or '\x85' or '\u2028' or '\u2029'
                || (text[i] == '\r' && !(i + 1 < text.Length && text[i + 1] == '\n'));
            if (!end)
                continue;
            lines.Add((JsonNode)text[start..(i + 1)]);
            start = i + 1;
        }
        if (start < text.Length)
            lines.Add((JsonNode)text[start..]);
        return lines;
    }

    private static JsonObject CopyOf(JsonObject? fields) => fields?.DeepClone().AsObject() ?? [];

    /// <summary>Replaces a field in place; a new one goes where Jupyter, which sorts by name, would put it.</summary>
    private static void Set(JsonObject json, string name, JsonNode? value)
    {
        if (json.ContainsKey(name))
        {
            json[name] = value;
            return;
        }
        int index = 0;
        while (index < json.Count && string.CompareOrdinal(json.GetAt(index).Key, name) < 0)
            index++;
        json.Insert(index, name, value);
    }
}
