using Markdig.Parsers;

namespace NeuralNotebooks.Site;

/// <summary>Reads an environment of LaTeX on lines of its own, which is a display formula also without dollar signs, as
/// in Jupyter and VS Code: <c>\begin{align} … \end{align}</c>.</summary>
internal sealed partial class MathEnvironmentParser : BlockParser
{
    /// <summary>The longest formula. The limit makes a text with many beginnings and no end take linear time.</summary>
    private const int MaxLength = 20_000;

    public MathEnvironmentParser() => OpeningCharacters = ['\\'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        (string text, int start) = (processor.Line.Text, processor.Line.Start);
        Match begin = Begin().Match(text, start);
        // In a paragraph, "\begin{bmatrix}" may be part of a formula that an earlier line has begun.
        if (processor.IsCodeIndent || !begin.Success
            || (processor.CurrentBlock is ParagraphBlock && !begin.Groups["whole"].Success))
            return BlockState.None;
        string end = $@"\end{{{begin.Groups["name"].Value}}}";
        int at = text.IndexOf(end, start, Math.Min(MaxLength, text.Length - start), StringComparison.Ordinal);
        if (at < 0 || !EndOfLine().IsMatch(text, at + end.Length))
            return BlockState.None;
        var block = new DisplayMath(this, processor) { End = end, IsClosed = true };
        processor.NewBlocks.Push(block);
        return TryContinue(processor, block);
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        var math = (DisplayMath)block;
        string line = processor.Line.ToString().TrimEnd();
        math.Append(line, processor);
        math.Span.End = processor.Line.End;
        return line.Contains(math.End) ? BlockState.BreakDiscard : BlockState.ContinueDiscard;
    }

    [GeneratedRegex(@"\G\\begin\{(?<name>(?<whole>(align|alignat|eqnarray|equation|gather|multline)\*?)"
        + @"|[bBpvV]?matrix\*?|aligned|array|cases|gathered|split)\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Begin();

    [GeneratedRegex(@"\G[ \t.,;:!?]*\r?$", RegexOptions.Multiline)]
    private static partial Regex EndOfLine();
}
