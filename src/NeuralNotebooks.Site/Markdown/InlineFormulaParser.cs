using Markdig.Extensions.Mathematics;
using Markdig.Helpers;
using Markdig.Parsers;

namespace NeuralNotebooks.Site;

/// <summary>Reads <c>$ … $</c> and <c>$$ … $$</c> inside a paragraph. Markdig's own parser reads only formulas on one
/// line.</summary>
internal sealed partial class InlineFormulaParser : InlineParser
{
    /// <summary>A formula at the beginning of a text. An amount such as $5 begins none: the next dollar sign must
    /// follow the formula's last character, and precede no digit. A live page finds formulas by this pattern,
    /// too.</summary>
    public const string Pattern =
        @"^(?:\$\$(?:\\[\s\S]|[^$\\])+\$\$|\$(?!\s)(?:\\[\s\S]|[^$\\])+(?<!\s)\$)(?![\d$])";

    public InlineFormulaParser() => OpeningCharacters = ['$'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        foreach (ValueMatch formula in Formula().EnumerateMatches(slice.AsSpan()))
        {
            int dollars = slice.PeekChar() == '$' ? 2 : 1, end = slice.Start + formula.Length;
            processor.Inline = new MathInline
            {
                Delimiter = '$',
                DelimiterCount = dollars,
                Content = new(slice.Text, slice.Start + dollars, end - dollars - 1),
            };
            slice.Start = end;
            return true;
        }
        return false;
    }

    [GeneratedRegex(Pattern)]
    private static partial Regex Formula();
}
