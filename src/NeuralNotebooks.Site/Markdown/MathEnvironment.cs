using Markdig.Extensions.Mathematics;
using Markdig.Helpers;
using Markdig.Parsers;

namespace NeuralNotebooks.Site;

/// <summary>An environment of LaTeX, which is a display formula also without dollar signs, as in Jupyter and VS Code:
/// <c>\begin{align} … \end{align}</c>. Environments that are not mathematics, such as <c>itemize</c>, stay
/// text.</summary>
internal static class MathEnvironment
{
    /// <summary>The longest formula. The limit makes a text with many beginnings and no end take linear time.</summary>
    private const int MaxLength = 20_000;

    private static readonly HashSet<string> _whole = Names("align alignat eqnarray equation gather multline");

    /// <summary>The environments that are usually part of a formula.</summary>
    private static readonly HashSet<string> _parts =
    [
        .. Names("matrix pmatrix bmatrix Bmatrix vmatrix Vmatrix"), "aligned", "alignedat", "array", "cases", "CD",
        "darray", "dcases", "drcases", "gathered", "rcases", "smallmatrix", "split", "subarray",
    ];

    /// <summary>The length of the environment with which a text begins; 0 if it begins with none, or with one that does
    /// not end.</summary>
    /// <param name="partsToo">Whether it may be one that is usually part of a formula.</param>
    public static int LengthIn(ReadOnlySpan<char> text, bool partsToo)
    {
        if (!text.StartsWith(@"\begin{", StringComparison.Ordinal)
            || text.IndexOf('}') is not (> 7 and < 20 and var end))
            return 0;
        string name = text[7..end].ToString(), begins = $@"\begin{{{name}}}", ends = $@"\end{{{name}}}";
        if (!_whole.Contains(name) && !(partsToo && _parts.Contains(name)))
            return 0;
        text = text[..Math.Min(text.Length, MaxLength)];
        int at = begins.Length;
        for (int open = 1; open > 0;)
        {
            int close = text[at..].IndexOf(ends, StringComparison.Ordinal);
            if (close < 0)
                return 0;
            int inner = text.Slice(at, close).IndexOf(begins, StringComparison.Ordinal);
            open += inner >= 0 ? 1 : -1;
            at += inner >= 0 ? inner + begins.Length : close + ends.Length;
        }
        return at;
    }

    private static HashSet<string> Names(string names) =>
        [.. names.Split(' ').SelectMany(name => (string[])[name, name + "*"])];
}

/// <summary>Reads an environment that begins a line, and whose end is followed by nothing but punctuation. Otherwise a
/// line of it that begins with "=" or "-" would be a heading or a list.</summary>
internal sealed class MathEnvironmentParser : BlockParser
{
    public MathEnvironmentParser() => OpeningCharacters = ['\\'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent)
            return BlockState.None;
        // In a paragraph, "\begin{bmatrix}" may be part of a formula that an earlier line has begun.
        bool partsToo = processor.CurrentBlock is not ParagraphBlock;
        ReadOnlySpan<char> ahead = processor.Line.Text.AsSpan(processor.Line.Start);
        int length = MathEnvironment.LengthIn(ahead, partsToo);
        ReadOnlySpan<char> after = ahead[length..];
        if (after.IndexOf('\n') is >= 0 and var end)
            after = after[..end];
        if (length == 0 || after.Trim(" \t\r.,;:!?").Length > 0)
            return BlockState.None;
        var block = new DisplayMath(this)
        {
            Line = processor.LineIndex,
            Column = processor.Column,
            Span = new SourceSpan(processor.Line.Start, processor.Line.End),
            IsClosed = true,
        };
        processor.NewBlocks.Push(block);
        return Append(processor, block);
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block) =>
        Append(processor, (DisplayMath)block);

    private static BlockState Append(BlockProcessor processor, DisplayMath math)
    {
        string line = processor.Line.ToString().TrimEnd();
        string tex = $"{math.Tex}\n{line}".TrimStart();
        int length = MathEnvironment.LengthIn(tex, partsToo: true);
        if (length > 0)
        {
            // Punctuation after the end belongs to the last line of the formula.
            int end = line.LastIndexOf(@"\end{", StringComparison.Ordinal);
            string after = tex[length..];
            line = line[..end].TrimEnd() + after + line[end..^after.Length];
        }
        math.Append(line, processor);
        math.Span.End = processor.Line.End;
        return length > 0 ? BlockState.BreakDiscard : BlockState.ContinueDiscard;
    }
}

internal sealed class InlineEnvironmentParser : InlineParser
{
    public InlineEnvironmentParser() => OpeningCharacters = ['\\'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        int length = MathEnvironment.LengthIn(slice.AsSpan(), partsToo: true);
        if (length == 0)
            return false;
        processor.Inline = new MathInline
        {
            Delimiter = '$',
            DelimiterCount = 2,
            Content = new(slice.Text, slice.Start, slice.Start + length - 1),
        };
        slice.Start += length;
        return true;
    }
}
