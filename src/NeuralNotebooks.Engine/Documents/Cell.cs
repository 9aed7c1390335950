using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NeuralNotebooks.Engine;

/// <summary>A cell of a notebook.</summary>
public abstract class Cell
{
    private protected Cell(string id, string source, JsonObject? metadata)
        => (Id, Source, Metadata) = (id, source, metadata ?? []);

    /// <summary>The cell's identity: stable when cells move, unique in its notebook.</summary>
    public string Id { get; }

    /// <summary>The text.</summary>
    public string Source { get; set; }

    /// <summary>The cell's metadata, which are kept as they are.</summary>
    public JsonObject Metadata { get; }

    /// <summary>The JSON that it was read from: keeps unknown fields and their order when it is written
    /// again.</summary>
    internal JsonObject? Fields { get; init; }
}

/// <summary>A cell with code and its outputs.</summary>
public sealed class CodeCell(string id, string source, JsonObject? metadata = null) : Cell(id, source, metadata)
{
    private const string Execution = "execution";

    /// <summary>The cell's outputs, in order.</summary>
    public IList<Output> Outputs { get; } = [];

    /// <summary>The number in brackets beside an executed cell.</summary>
    public int? ExecutionCount { get; set; }

    /// <summary>The language that the cell declares, or null for the notebook's.</summary>
    public string? Language => NotebookLanguage.OfCell(Metadata);

    /// <summary>Whether it has the tag with which Jupyter's tools mark a cell that shows an error on purpose.</summary>
    public bool MayFail => HasTag("raises-exception");

    /// <summary>Whether Jupyter shows what the cell shows, and its code only on a click.</summary>
    public bool HidesSource =>
        Metadata["jupyter"] is JsonObject jupyter
        && jupyter["source_hidden"]?.GetValueKind() == JsonValueKind.True;

    /// <summary>Whether its metadata have a tag.</summary>
    public bool HasTag(string name) =>
        Metadata["tags"] is JsonArray tags
        && tags.Any(tag => tag?.GetValueKind() == JsonValueKind.String && tag.GetValue<string>() == name);

    /// <summary>Removes the outputs, and when and as which cell it was executed.</summary>
    /// <returns>Whether there was something to remove.</returns>
    public bool Clear()
    {
        bool had = Outputs.Count > 0 || ExecutionCount is not null;
        Outputs.Clear();
        ExecutionCount = null;
        return Metadata.Remove(Execution) || had;
    }

    /// <summary>Notes in the metadata when the cell began and ended, as Jupyter does.</summary>
    public void SetTimes(DateTimeOffset start, DateTimeOffset end)
    {
        string Text(DateTimeOffset time) =>
            time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
        Metadata[Execution] = new JsonObject
        {
            ["iopub.execute_input"] = Text(start),
            ["iopub.status.busy"] = Text(start),
            ["iopub.status.idle"] = Text(end),
            ["shell.execute_reply"] = Text(end),
        };
    }
}

/// <summary>A cell of prose.</summary>
public sealed class MarkdownCell(string id, string source, JsonObject? metadata = null) : Cell(id, source, metadata)
{
    /// <summary>How many images the cell carries.</summary>
    public int AttachmentCount => (Fields?["attachments"] as JsonObject)?.Count ?? 0;

    /// <summary>An image that the cell carries, which its text calls <c>attachment:NAME</c>; null if there is none of
    /// that name.</summary>
    public MimeBundle? Attachment(string name)
    {
        if (Fields?["attachments"] is not JsonObject attachments || attachments[name] is not JsonObject types)
            return null;
        var bundle = new MimeBundle();
        foreach ((string type, JsonNode? content) in types)
            bundle.Add(type, content is JsonArray lines ? string.Concat(lines) : content?.ToString() ?? "");
        return bundle;
    }
}

/// <summary>A cell that is neither run nor rendered.</summary>
public sealed class RawCell(string id, string source, JsonObject? metadata = null) : Cell(id, source, metadata);
