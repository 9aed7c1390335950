namespace NeuralNotebooks.Engine;

/// <summary>A line of an error's traceback. The message of an exception may have line ends in it.</summary>
/// <param name="Location">The place that a line of source or a stack frame shows; null if it is not in a cell.</param>
public sealed record TracebackLine(string Text, TracebackKind Kind = TracebackKind.Text, CellLocation? Location = null)
{
    /// <summary>The width of line numbers, and the length of a number with the bar before the code.</summary>
    public const int NumberWidth = 6, CodeStart = NumberWidth + 2;
}

public enum TracebackKind
{
    /// <summary>Carets, advice or the cause of an exception; and any line of a notebook's file, which stores only
    /// text.</summary>
    Text,

    Headline,

    Source,

    Frame,
}
