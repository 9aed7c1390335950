using System.Text.Json.Serialization;

namespace NeuralNotebooks.Engine;

/// <summary>What a cell does to its outputs: it adds one, replaces a displayed value, or clears them.</summary>
[JsonDerivedType(typeof(StreamOutput), "stream")]
[JsonDerivedType(typeof(DisplayData), "display_data")]
[JsonDerivedType(typeof(ExecuteResult), "execute_result")]
[JsonDerivedType(typeof(ErrorOutput), "error")]
[JsonDerivedType(typeof(DisplayUpdate), "update")]
[JsonDerivedType(typeof(OutputClear), "clear")]
public abstract record OutputEvent
{
    /// <summary>The number of characters of a value or an error; 0 for console text.</summary>
    internal long Length => this switch
    {
        DisplayData display => display.Data.Length,
        ExecuteResult result => result.Data.Length,
        DisplayUpdate update => update.Data.Length,
        ErrorOutput error => error.Message.Length + error.Traceback.Sum(line => (long)line.Text.Length),
        _ => 0,
    };
}

/// <summary>Replaces the output with this display id, which may belong to an earlier cell.</summary>
public sealed record DisplayUpdate(string DisplayId, MimeBundle Data) : OutputEvent;

/// <summary>Clears the outputs that the cell has shown so far: immediately, or when the next output arrives.</summary>
public sealed record OutputClear(bool Wait) : OutputEvent;
