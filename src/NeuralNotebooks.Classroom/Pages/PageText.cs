using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using NeuralNotebooks.Site;

namespace NeuralNotebooks.Classroom;

/// <summary>Untrusted text on a page: escaped, bounded, and without characters that reorder or hide the text around
/// them.</summary>
internal static partial class PageText
{
    /// <summary>Longer text is truncated.</summary>
    public const int MaxLength = 2_000;

    /// <summary>Plain text.</summary>
    public static string Plain(string text, int maxLength = MaxLength) => Html.Escape(Visible(text, maxLength));

    /// <summary>A sentence, with <c>`code`</c> and <c>*emphasis*</c>.</summary>
    public static string Sentence(string text)
    {
        string[] pieces = Visible(text, MaxLength).Split('`');
        if (pieces.Length % 2 == 0)
            return Prose(string.Join('`', pieces));
        return string.Concat(
            pieces.Select((piece, i) => i % 2 == 0 ? Prose(piece) : $"<code>{Html.Escape(piece)}</code>")
        );
    }

    /// <summary>"1 probe", "6 probes".</summary>
    public static string Count(int count, string one) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {one}{(count == 1 ? "" : "s")}");

    private static string Prose(string text) => Emphasis().Replace(Html.Escape(text), "<em>$1</em>");

    /// <summary>Asterisks around words, but not those of a product.</summary>
    [GeneratedRegex(@"(?<![\w*])\*(?=\S)([^*]+)(?<=\S)\*(?![\w*])")]
    private static partial Regex Emphasis();

    private static string Visible(string text, int maxLength)
    {
        var visible = new StringBuilder(Math.Min(text.Length, maxLength));
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (visible.Length >= maxLength)
                return visible.Append('…').ToString();
            UnicodeCategory category = Rune.GetUnicodeCategory(rune);
            if (rune.Value == '\n')
                visible.Append('\n');
            else if (category is UnicodeCategory.Control)
                visible.Append(' ');
            else if (
                category
                is not (UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned)
            )
                visible.Append(rune.ToString());
        }

        return visible.ToString();
    }
}
