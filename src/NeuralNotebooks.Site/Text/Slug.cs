namespace NeuralNotebooks.Site;

/// <summary>The anchor of a heading: letters and digits in lower case, runs of anything else as one hyphen. Jupyter's
/// anchors ("The-×-gate") and GitHub's ("the--gate") of the same heading lead to the same slug, so links written for
/// either of them work.</summary>
internal static class Slug
{
    public static string Of(string text)
    {
        var slug = new StringBuilder(text.Length);
        // Normalize throws on lone surrogates, which EnumerateRunes replaces, and on U+FFFE.
        string valid = string.Concat(text.EnumerateRunes()).Replace('\uFFFE', '\uFFFD');
        foreach (Rune rune in valid.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark)
                slug.Append(Rune.ToLowerInvariant(rune).ToString());
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }
        return slug.ToString().TrimEnd('-') is { Length: > 0 } found ? found : "section";
    }
}
