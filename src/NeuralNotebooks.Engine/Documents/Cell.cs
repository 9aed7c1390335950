namespace NeuralNotebooks.Engine;

public abstract class Cell
{
    private protected Cell(string id, string source, JsonObject? metadata)
        => (Id, Source, Metadata) = (id, source, metadata ?? []);

    /// <summary>The cell's identity: stable when cells move, unique in its notebook.</summary>
    public string Id { get; }

    public string Source { get; set; }

    /// <summary>The cell's metadata, which are written back unchanged.</summary>
    public JsonObject Metadata { get; }

    public bool HasTag(string name) => Tags.Contains(name);

    /// <summary>The rest of the first tag that begins with a text; null if there is none.</summary>
    public string? TagAfter(string start) =>
        Tags.FirstOrDefault(tag => tag.StartsWith(start, StringComparison.Ordinal))?[start.Length..];

    private IEnumerable<string> Tags => Metadata["tags"] is JsonArray tags
        ? tags.Where(tag => tag?.GetValueKind() == JsonValueKind.String).Select(tag => tag!.GetValue<string>()) : [];

    /// <summary>The line of a text file in which the source begins, from 1; 1 in other files. Messages have the lines
    /// of the file.</summary>
    internal int FirstLine { get; init; } = 1;

    internal string SourceInFile => SourceFrom(FirstLine);

    /// <summary>The source below so many empty lines that the lines of its code are those of the file.</summary>
    internal string SourceFrom(int line) => new string('\n', line - 1) + Source;

    /// <summary>The JSON that the cell was read from: writing preserves unknown fields and their order.</summary>
    internal JsonObject? Fields { get; init; }
}

public sealed class CodeCell(string id, string source, JsonObject? metadata = null) : Cell(id, source, metadata)
{
    private const string Execution = "execution", Began = "iopub.execute_input", Ended = "shell.execute_reply";

    public IList<Output> Outputs { get; } = [];

    public int? ExecutionCount { get; set; }

    /// <summary>The language that the cell declares, or null for the notebook's.</summary>
    public string? Language => NotebookLanguage.OfCell(Metadata);

    /// <summary>Whether the cell has the tag <c>raises-exception</c>, with which Jupyter's tools mark a cell that fails
    /// intentionally.</summary>
    public bool MayFail => HasTag("raises-exception");

    /// <summary>Whether the cell has the tag <c>skip-execution</c>: as with Jupyter's nbclient, it is not run, and its
    /// outputs stay as they are.</summary>
    public bool IsSkipped => HasTag("skip-execution");

    public bool Clear()
    {
        bool had = Outputs.Count > 0 || ExecutionCount is not null;
        Outputs.Clear();
        ExecutionCount = null;
        return Metadata.Remove(Execution) || had;
    }

    /// <summary>How long the cell's last execution took, in seconds, by the metadata; 0 if they do not say.</summary>
    public double Seconds =>
        DateTimeOffset.TryParse(Metadata.Text(Execution, Began), CultureInfo.InvariantCulture, out var began)
        && DateTimeOffset.TryParse(Metadata.Text(Execution, Ended), CultureInfo.InvariantCulture, out var ended)
            ? (ended - began).TotalSeconds : 0;

    internal void TakeResult(CodeCell earlier)
    {
        ExecutionCount = earlier.ExecutionCount;
        Metadata[Execution] = earlier.Metadata[Execution]?.DeepClone();
        foreach (Output output in earlier.Outputs)
            Outputs.Add(output);
    }

    /// <summary>Stores in the metadata when the cell's execution began and ended, as Jupyter does.</summary>
    public void SetTimes(DateTimeOffset start, DateTimeOffset end)
    {
        string Text(DateTimeOffset time) =>
            time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
        Metadata[Execution] = new JsonObject
        {
            [Began] = Text(start),
            ["iopub.status.busy"] = Text(start),
            ["iopub.status.idle"] = Text(end),
            [Ended] = Text(end),
        };
    }
}

public sealed class MarkdownCell(string id, string source, JsonObject? metadata = null) : Cell(id, source, metadata)
{
    internal const string AttachmentScheme = "attachment:";

    internal JsonObject Attachments => Fields?["attachments"] as JsonObject ?? [];

    public bool HasAttachments => Attachments.Count > 0;

    /// <summary>How a text refers to an attached image: its name may be escaped.</summary>
    internal static IEnumerable<string> ReferencesTo(string attachment) =>
        new[] { attachment, Uri.EscapeDataString(attachment) }.Distinct().Select(name => AttachmentScheme + name);

    public MimeBundle? Attachment(string name)
    {
        if (Attachments[name] is not JsonObject types)
            return null;
        var bundle = new MimeBundle();
        foreach ((string type, JsonNode? content) in types)
            bundle.Add(type, content is JsonArray lines ? string.Concat(lines) : content?.ToString() ?? "");
        return bundle;
    }
}

/// <summary>A cell that is neither run nor rendered.</summary>
public sealed class RawCell(string id, string source, JsonObject? metadata = null) : Cell(id, source, metadata);
