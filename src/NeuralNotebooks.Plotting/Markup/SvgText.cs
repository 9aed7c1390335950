namespace NeuralNotebooks.Plotting;

/// <summary>Text in a drawing: how much room it takes, and how it is written into XML.</summary>
internal static class SvgText
{
    // Widths in the widest of the fonts behind "system-ui": too much room looks better than too little.
    private const double DigitWidth = 0.64, LetterWidth = 0.62, NarrowWidth = 0.36, WideWidth = 1.02;

    /// <summary>An estimate of the width in pixels: the reader's fonts are not known when a drawing is made.</summary>
    public static double Width(string text, double fontSize)
    {
        double width = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            width += Rune.GetUnicodeCategory(rune) switch
            {
                UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => 0,
                UnicodeCategory.DecimalDigitNumber => DigitWidth,
                UnicodeCategory.SpaceSeparator => NarrowWidth,
                UnicodeCategory.OtherLetter or UnicodeCategory.OtherSymbol => WideWidth,
                _ when rune.Value is '.' or ',' or '·' or '′' or '(' or ')' or 'i' or 'l' => NarrowWidth,
                UnicodeCategory.MathSymbol => 0.85,
                UnicodeCategory.UppercaseLetter => 0.72,
                _ => LetterWidth,
            };
        }

        return width * fontSize;
    }

    /// <param name="text">The text, which is not interpreted as markup.</param>
    /// <param name="look">Its other attributes, after a space.</param>
    public static string At(double x, double y, string text, double fontSize, string look = "") => Invariant($"""
        <text x="{x:0.#}" y="{y:0.#}" text-anchor="middle" font-size="{fontSize}"{look}>{Encode(text)}</text>
        """);

    /// <summary>A number as a factor: in parentheses if it is negative.</summary>
    public static string Factor(double number) => number < 0 ? $"({NumberText.Html(number)})" : NumberText.Html(number);

    /// <summary>The text for XML: markup is escaped, and characters that XML does not allow are left out.</summary>
    public static string Encode(string text) =>
        WebUtility.HtmlEncode(string.Concat(text.EnumerateRunes().Where(rune =>
            rune.Value is '\t' or >= ' ' and not (0xFFFE or 0xFFFF) && rune != Rune.ReplacementChar)));
}
