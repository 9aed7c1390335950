namespace NeuralNotebooks.Site;

/// <summary>A reference to an anchor of a page. It is checked when all pages are rendered.</summary>
internal sealed record AnchorReference(string Page, string Anchor, SiteProblem IfMissing);

/// <summary>Finds the targets of a page's links and images, publishes those that are files, and reports those that are
/// missing.</summary>
internal sealed partial class PageLinks(string notebook, string page, SiteContext site, PageReport report)
{
    private const string MayRunScripts = "is not published: a file of this type may run scripts";

    /// <summary>The address of an image that is attached to the text that is being rendered, by its name; null if there
    /// is none.</summary>
    public Func<string, string?> Attachments { get; set; } = _ => null;

    public List<AnchorReference> AnchorReferences { get; } = [];

    public string Image(string url)
    {
        if (url.StartsWith(MarkdownCell.AttachmentScheme, StringComparison.OrdinalIgnoreCase))
            return Attached(Uri.UnescapeDataString(url[MarkdownCell.AttachmentScheme.Length..]), url);
        if (IsAbsolute(url))
        {
            if (!url.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
                report.Add($"the image {url} comes from another host: the page does not work offline");
            return url;
        }
        if (notebook.Length == 0)
            return ""; // A text outside a site has no files.

        LinkTarget found = site.Files.Find(notebook, PathIn(url));
        if (found.Path is { } file && File.Exists(file))
        {
            if (!site.IsUntrusted || AllowedMarkup.IsHarmlessFile(file))
                return report.Readable(url, () => site.Files.Publish(file)) ?? url;
            // An SVG that is opened as a document may run scripts; as an image it cannot, so it is embedded.
            if (Path.GetExtension(file).Equals(".svg", StringComparison.OrdinalIgnoreCase))
                return report.Readable(
                    url, () => ImageData.Url(ImageData.Svg, NamedFile.ReadAllBytes(RealPath.Of(file) ?? file))) ?? url;
            report.AddRefusal($"the image {url} {MayRunScripts}");
            return url;
        }

        if (found.IsRefused)
            report.AddRefusal($"the image {url} {LinkTarget.Refused}");
        else
            report.Add($"the image {url} does not exist");
        return url;
    }

    private string Attached(string image, string url)
    {
        if (Attachments(image) is { } address)
            return address;
        report.Add($"the image {url} is not attached to its cell");
        return "";
    }

    /// <summary>The address of a link's target from this page; null when the target is not part of the site.</summary>
    public string? Link(string url)
    {
        if (IsAbsolute(url))
            return url;
        if (notebook.Length == 0)
            return null;

        string path = PathIn(url), fragment = url.Split('#', 2).ElementAtOrDefault(1) ?? "";
        if (path.Length == 0)
            return fragment.Length == 0 ? "#" : "#" + Anchor(page, fragment, url);
        if ((Engine.Notebook.IsNotebook(path) || Engine.Notebook.IsText(path)) && site.Map.PageOf(path) is { } target)
            return AddressOf(target);

        LinkTarget file = site.Files.Find(notebook, path);
        string? found = file.Path;
        if (found is not null && SiteDocuments.IsDocument(found))
            return report.Readable(url, () => AddressOf(site.AddDocument(file).Page));
        // A document may link to files of the course that a site does not have, since it is also read elsewhere.
        bool isDocument = site.Documents.RootOf(notebook) is not null;
        if (isDocument && (file.IsRefused || Directory.Exists(found) || Engine.Notebook.IsNotebook(found ?? "")))
            return null;
        if (file.IsRefused)
            report.AddRefusal($"the file {url} {LinkTarget.Refused}");
        else if (found is null)
            report.Add($"the link to {url} leads nowhere: there is no such file in the course");
        else if (Engine.Notebook.IsNotebook(path))
            report.Add($"the link to {url} leads to a notebook that is not part of this site");
        else if (Directory.Exists(found))
            report.Add($"the link to {url} leads to a folder: name a file in it");
        else if (site.IsUntrusted && !AllowedMarkup.IsHarmlessFile(found))
            report.AddRefusal($"the file {url} {MayRunScripts}");
        else
            return report.Readable(url, () => site.Files.Publish(found));
        return null;

        string AddressOf(string target) =>
            SiteMap.Address(target) + (fragment.Length == 0 ? "" : "#" + Anchor(target, fragment, url));
    }

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
                if (Image(source) is { Length: > 0 } image)
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

    /// <summary>The path of the file to which a relative address leads.</summary>
    public static string PathIn(string url) => Uri.UnescapeDataString(url.Split('#', '?')[0]);

    private string Anchor(string target, string fragment, string url)
    {
        string id = Uri.UnescapeDataString(fragment);
        if (site.HasOwnAnchor(target, id))
            return fragment;
        // The fragment names a cell or a heading. The anchors of headings in Jupyter and GitHub have the same slug as
        // ours.
        string anchor = Slug.Of(id);
        AnchorReferences.Add(
            new(target, anchor, report.ProblemHere($"the link to {url} leads nowhere: there is no such heading")));
        return anchor;
    }

    private static bool IsAbsolute(string url) =>
        Scheme().IsMatch(url) || url.StartsWith("//", StringComparison.Ordinal);

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9+.-]+:")]
    private static partial Regex Scheme();
}
