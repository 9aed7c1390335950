using System.Text.Json.Serialization;

namespace NeuralNotebooks.Engine;

public abstract record Output : OutputEvent
{
    /// <summary>The JSON that the output was read from: writing preserves unknown fields and their order.</summary>
    internal JsonObject? Fields { get; init; }

    public JsonObject ToJson() => NotebookWriter.Output(this);
}

public enum StreamName { Stdout, Stderr }

public sealed record StreamOutput(StreamName Name, string Text) : Output;

/// <summary>A value shown by <c>display(…)</c>. <paramref name="DisplayId"/> is valid during the session and is not
/// stored in the file.</summary>
public sealed record DisplayData(MimeBundle Data, JsonObject Metadata, string? DisplayId) : Output
{
    /// <summary>The name in the metadata of an output that has only the scripts for its notebook's pictures.</summary>
    internal const string ScriptsEntry = "nn_scripts";

    /// <summary>The name in the metadata of the message that a cell has added packages.</summary>
    private const string PackagesEntry = "nn_packages";

    /// <summary>In the message that a cell has added packages: the name under which the source of packages finds those
    /// of the session again.</summary>
    [JsonIgnore]
    internal string? PackagesKey =>
        Metadata[PackagesEntry] is JsonValue value && value.TryGetValue(out string? key) ? key : null;

    internal static DisplayData Installed(MimeBundle message, string? key) =>
        new(message, key is null ? [] : new JsonObject { [PackagesEntry] = key }, null);

    [JsonIgnore]
    public bool AreScripts => Metadata[ScriptsEntry] is not null;
}

/// <summary>The value of a cell's last expression.</summary>
public sealed record ExecuteResult(MimeBundle Data, JsonObject Metadata, int ExecutionCount) : Output;

public sealed record ErrorOutput(string Name, string Message, IReadOnlyList<TracebackLine> Traceback) : Output
{
    /// <summary>The name in the code that a compile error is about; null if it is about something else.</summary>
    [JsonIgnore]
    public string? Subject { get; init; }

    /// <summary>What the traceback adds to the name and the message, which a page shows above it. A traceback begins
    /// with the place in the code, followed by both (for a directive, by "error:" and the message). This is found in
    /// the text, since a notebook's file stores nothing else.</summary>
    public string Details()
    {
        string trace = string.Join('\n', Traceback.Select(line => line.Text)).Trim('\n');
        foreach (string repeated in (string[])[$"{Name}: {Message}", $"error: {Message}"])
        {
            int at = trace.IndexOf(repeated, StringComparison.Ordinal);
            if (at < 0 || trace.AsSpan(0, at).Contains('\n'))
                continue;
            string place = trace[..at];
            string end = place.EndsWith(": error ", StringComparison.Ordinal) ? ": error "
                : place.EndsWith(": ", StringComparison.Ordinal) ? ": " : "";
            trace = place[..^end.Length] + trace[(at + repeated.Length)..];
            break;
        }
        return trace.Trim() == Message.Trim() ? "" : trace.Trim('\n');
    }
}
