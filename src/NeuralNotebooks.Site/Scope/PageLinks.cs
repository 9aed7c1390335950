namespace NeuralNotebooks.Site;

/// <summary>A reference to an anchor of a page. It is checked when all pages are rendered.</summary>
internal sealed record AnchorReference(string Page, string Anchor, SiteProblem IfMissing);

/// <summary>Finds the targets of the links and images of a text that is not part of a site, so that it has no
/// files.</summary>
internal partial class PageLinks(PageReport report)
{
    public PageReport Report => report;

    /// <summary>The address of an image that is attached to the text that is being rendered, by its name; null if there
    /// is none.</summary>
    public Func<string, string?> Attachments { get; set; } = _ => null;

    public List<AnchorReference> AnchorReferences { get; } = [];

    public string? Image(string url)
    {
        if (url.StartsWith(MarkdownCell.AttachmentScheme, StringComparison.OrdinalIgnoreCase))
            return Attached(Uri.UnescapeDataString(url[MarkdownCell.AttachmentScheme.Length..]), url);
        if (IsAbsolute(url))
        {
            if (!url.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
                report.Add($"the image {url} comes from another host: the page does not work offline");
            return url;
        }
        return ImageInSite(url);
    }

    /// <summary>The address of a link's target from this page; null when the target is not part of the site.</summary>
    public string? Link(string url) => IsAbsolute(url) ? url : LinkInSite(url);

    /// <summary>Gives the links and images of a text their addresses in the site. A link to what is not part of it
    /// becomes a text.</summary>
    public void Complete(IElement text)
    {
        foreach (IElement element in text.QuerySelectorAll("img, a[href], source, video, audio").ToArray())
        {
            if (element.GetAttribute("src") is { } source)
            {
                if (element.LocalName == "img" && string.IsNullOrWhiteSpace(element.GetAttribute("alt")))
                    report.Add($"the image {Uri.UnescapeDataString(source)} has no alternative text");
                if (Image(source) is { } image)
                    element.SetAttribute("src", image);
                else
                    element.RemoveAttribute("src");
            }
            if (element.LocalName != "a" || element.GetAttribute("href") is not { } address)
                continue;
            if (Link(address) is { } target)
            {
                element.SetAttribute("href", target);
                continue;
            }
            IElement elsewhere = text.Owner!.CreateElement("span");
            elsewhere.ClassName = "elsewhere";
            elsewhere.SetAttribute("title", "Not part of this site");
            elsewhere.Append([.. element.ChildNodes]);
            element.Replace(elsewhere);
        }
    }

    public static string PathIn(string url) => Uri.UnescapeDataString(url.Split('#', '?')[0]);

    protected virtual string? ImageInSite(string url) => null;

    protected virtual string? LinkInSite(string url) => null;

    private string? Attached(string image, string url)
    {
        if (Attachments(image) is { } address)
            return address;
        report.Add($"the image {url} is not attached to its cell");
        return null;
    }

    private static bool IsAbsolute(string url) =>
        Scheme().IsMatch(url) || url.StartsWith("//", StringComparison.Ordinal);

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9+.-]+:")]
    private static partial Regex Scheme();
}
