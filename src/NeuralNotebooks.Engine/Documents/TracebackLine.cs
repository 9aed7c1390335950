namespace NeuralNotebooks.Engine;

/// <summary>A line of an error's traceback. The message of an exception may have line ends in it.</summary>
/// <param name="Text">The plain text.</param>
/// <param name="Place">The place that a line of source or a stack frame shows; null if it is not in a cell.</param>
public sealed record TracebackLine(string Text, TracebackKind Kind = TracebackKind.Text, CellLocation? Place = null)
{
    /// <summary>The width of line numbers, and the length of a number with the bar before the code.</summary>
    public const int NumberWidth = 6, CodeStart = NumberWidth + 2;
}

/// <summary>What a line of a traceback shows.</summary>
public enum TracebackKind
{
    /// <summary>Carets, advice or the cause of an exception; and any line of a notebook's file, which stores only
    /// text.</summary>
    Text,

    /// <summary>The place, the name and the message of the error.</summary>
    Headline,

    /// <summary>A line of source with its number.</summary>
    Source,

    /// <summary>A stack frame.</summary>
    Frame,
}
