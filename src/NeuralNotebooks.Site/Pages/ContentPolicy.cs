namespace NeuralNotebooks.Site;

/// <summary>The Content-Security-Policy of a site made from untrusted notebooks: only the site's own scripts run, and
/// pages cannot send data to other hosts.</summary>
internal static class ContentPolicy
{
    /// <summary>The element for the head of a page, or nothing if the notebooks are trusted.</summary>
    public static string Meta(SiteFrame site)
    {
        if (!site.IsUntrusted)
            return "";
        string network = site.Mathematics == MathMode.FromNetwork ? " " + PageTemplate.KatexOnNetwork : "";
        string[] inPages = [PageTemplate.RememberedTheme, NotebookTemplate.FoldOnPhone];
        string scripts = string.Join(' ', inPages.Select(ContentHash.InPolicy));
        string policy =
            $"default-src 'none'; script-src 'self' {scripts}{network}; style-src 'self' 'unsafe-inline'{network}; "
            + $"img-src 'self' data:; font-src 'self' data:{network}; base-uri 'none'; form-action 'none'";
        return $"<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\" />\n";
    }
}
