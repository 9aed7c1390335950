using Markdig.Extensions.Mathematics;
using Markdig.Helpers;
using Markdig.Parsers;

namespace NeuralNotebooks.Site;

/// <summary>Reads <c>$ … $</c> and <c>$$ … $$</c> inside a paragraph. Markdig's own parser reads only formulas on one
/// line.</summary>
internal sealed class InlineFormulaParser : MathInlineParser
{
    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        StringSlice whole = slice;
        if (base.Match(processor, ref slice))
            return true;
        slice = whole;
        ReadOnlySpan<char> text = whole.AsSpan();
        int dollars = text.IndexOfAnyExcept('$') is > 0 and <= 2 and var count ? count : 0;
        int length = dollars == 0 ? 0 : LengthOf(text[dollars..], text[..dollars]);
        if (length == 0)
            return false;

        int first = whole.Start + dollars;
        processor.Inline = new MathInline
        {
            Delimiter = '$',
            DelimiterCount = dollars,
            Content = new(whole.Text, first, first + length - 1),
        };
        slice.Start = first + length + dollars;
        return true;
    }

    /// <summary>The length of the formula at the beginning of a text; 0 if there is none. An amount such as $5 begins
    /// none: the next dollar sign must follow the formula's last character, and precede no digit.</summary>
    private static int LengthOf(ReadOnlySpan<char> text, ReadOnlySpan<char> fence)
    {
        int end = 0;
        while (end < text.Length && text[end] != '$')
            end += text[end] == '\\' ? 2 : 1;
        return end > 0 && end < text.Length && text[end..].StartsWith(fence)
            && !char.IsWhiteSpace(text[0]) && !char.IsWhiteSpace(text[end - 1])
            && !(text[(end + fence.Length)..] is [var after, ..] && (char.IsAsciiDigit(after) || after == '$'))
            ? end : 0;
    }
}
