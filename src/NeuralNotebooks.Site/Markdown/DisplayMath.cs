using Markdig.Helpers;
using Markdig.Parsers;

namespace NeuralNotebooks.Site;

internal sealed class DisplayMath : LeafBlock
{
    public DisplayMath(BlockParser parser, BlockProcessor processor)
        : base(parser) => (Line, Column, Span) = (processor.LineIndex, processor.Column,
            new SourceSpan(processor.Line.Start, processor.Line.End));

    /// <summary>What the last line of an environment contains, such as <c>\end{align}</c>; <c>$$</c> ends other
    /// formulas.</summary>
    public string End { get; init; } = "$$";

    public bool IsClosed { get; set; }

    public string Tex =>
        string.Join('\n', (Lines.Lines ?? []).Take(Lines.Count).Select(line => line.Slice.ToString())).Trim();

    public void Append(string text, BlockProcessor processor)
    {
        var slice = new StringSlice(text);
        AppendLine(
            ref slice, processor.Column, processor.LineIndex, processor.CurrentLineStartPosition, trackTrivia: false);
    }
}

/// <summary>Reads <c>$$ … $$</c> on one line or over several. Markdig's own parser requires the dollar signs alone on
/// their lines, and otherwise reads the formula as a paragraph, in which a line that begins with "=" or "-" is a
/// heading or a list.</summary>
internal sealed class DisplayMathParser : BlockParser
{
    private const string Fence = "$$";

    public DisplayMathParser() => OpeningCharacters = ['$'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent || !processor.Line.Match(Fence))
            return BlockState.None;

        string rest = processor.Line.ToString()[Fence.Length..].TrimEnd();
        int end = rest.IndexOf(Fence, StringComparison.Ordinal);
        if (end >= 0 && end != rest.Length - Fence.Length)
            return BlockState.None; // Text follows on the same line: an inline formula.

        var block = new DisplayMath(this, processor) { IsClosed = end >= 0 };
        block.Append(end >= 0 ? rest[..end] : rest, processor);
        processor.NewBlocks.Push(block);
        return end >= 0 ? BlockState.BreakDiscard : BlockState.ContinueDiscard;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        var math = (DisplayMath)block;
        string line = processor.Line.ToString().TrimEnd();
        math.Span.End = processor.Line.End;
        math.IsClosed = line.EndsWith(Fence, StringComparison.Ordinal);
        math.Append(math.IsClosed ? line[..^Fence.Length] : line, processor);
        return math.IsClosed ? BlockState.BreakDiscard : BlockState.ContinueDiscard;
    }
}
