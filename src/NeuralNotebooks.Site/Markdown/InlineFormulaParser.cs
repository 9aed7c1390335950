using Markdig.Extensions.Mathematics;
using Markdig.Helpers;
using Markdig.Parsers;

namespace NeuralNotebooks.Site;

/// <summary>Reads <c>$ … $</c> and <c>$$ … $$</c> inside a paragraph. Markdig's own parser reads only formulas on one
/// line.</summary>
internal sealed partial class InlineFormulaParser : InlineParser
{
    /// <summary>A formula at the beginning of a text, in two dollar signs, or in one without or with a space at both
    /// ends, the latter on one line. An amount such as $5 begins none: no digit may follow the next dollar sign. A live
    /// page finds formulas by this pattern, too.</summary>
    public const string Pattern = @"^(?:\$\$(?:\\[\s\S]|[^$\\]|\$(?!\$))+\$\$|\$(?!\s)(?:\\[\s\S]|[^$\\])+(?<!\s)\$"
        + @"|\$[ \t](?:\\.|[^$\\\n])+[ \t]\$)(?![\d$])";

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
