namespace NeuralNotebooks.Engine;

/// <summary>How a notebook's file is laid out, so that writing it back changes only what has changed in the
/// notebook.</summary>
/// <param name="Encoding">Its encoding, with a preamble if it begins with a byte order mark.</param>
/// <param name="Indent">The white space by which a level of its JSON is indented.</param>
internal sealed partial record FileLayout(Encoding Encoding, string NewLine, string Indent, bool EndsLine)
{
    public static FileLayout Jupyter { get; } =
        new(new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), "\n", " ", EndsLine: true);

    /// <summary>The layout of a text. If its JSON is in one line, it becomes Jupyter's.</summary>
    public static FileLayout Of(string text, Encoding encoding) =>
        FirstLines().Match(text) is { Success: true, Groups: var lines }
            ? new(encoding, lines["end"].Value, lines["indent"].Value, text.EndsWith('\n'))
            : Jupyter with { Encoding = encoding };

    [GeneratedRegex("""^\s*\{[ \t]*(?<end>\r?\n)(?<indent>\x20{0,64}|\t{0,64})["}]""")]
    private static partial Regex FirstLines();
}
