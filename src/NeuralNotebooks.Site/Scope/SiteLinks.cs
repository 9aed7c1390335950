namespace NeuralNotebooks.Site;

/// <summary>Finds the targets of the links and images of a page, publishes those that are files, and reports those that
/// are missing.</summary>
internal class SiteLinks(string notebook, string page, SiteContext site)
    : PageLinks(new PageReport(Path.GetFileName(notebook)))
{
    private const string MayRunScripts = "is not published: a file of this type may run scripts";

    protected virtual bool MayPublish(string file) => true;

    protected override string? ImageInSite(string url)
    {
        LinkTarget found = site.Files.Find(notebook, PathIn(url));
        if (found.Path is { } file && File.Exists(file))
        {
            if (MayPublish(file))
                return Report.Readable(url, () => site.Files.Publish(file)) ?? url;
            // An SVG that is opened as a document may run scripts; as an image it cannot, so it is embedded.
            if (Path.GetExtension(file).Equals(".svg", StringComparison.OrdinalIgnoreCase))
                return Report.Readable(
                    url, () => ImageData.Url(ImageData.Svg, NamedFile.ReadAllBytes(RealPath.Of(file) ?? file))) ?? url;
            Report.AddRefusal($"the image {url} {MayRunScripts}");
            return url;
        }
        if (found.IsRefused)
            Report.AddRefusal($"the image {url} {LinkTarget.Refused}");
        else
            Report.Add($"the image {url} does not exist");
        return url;
    }

    protected override string? LinkInSite(string url)
    {
        string path = PathIn(url), fragment = url.Split('#', 2).ElementAtOrDefault(1) ?? "";
        if (path.Length == 0)
            return fragment.Length == 0 ? "#" : "#" + Anchor(page, fragment, url);
        if ((Engine.Notebook.IsByName(path) || Engine.Notebook.IsText(path)) && site.Map.PageOf(path) is { } target)
            return AddressOf(target);

        LinkTarget file = site.Files.Find(notebook, path);
        string? found = file.Path;
        if (found is not null && SiteDocuments.IsDocument(found))
            return Report.Readable(url, () => AddressOf(site.AddDocument(file).Page));
        // A document may link to files of the course that a site does not have, since it is also read elsewhere.
        bool isDocument = site.Documents.RootOf(notebook) is not null;
        if (isDocument && (file.IsRefused || Directory.Exists(found) || Engine.Notebook.IsByName(found ?? "")))
            return null;
        if (file.IsRefused)
            Report.AddRefusal($"the file {url} {LinkTarget.Refused}");
        else if (found is null)
            Report.Add($"the link to {url} leads nowhere: there is no such file in the course");
        else if (Engine.Notebook.IsByName(path))
            Report.Add($"the link to {url} leads to a notebook that is not part of this site");
        else if (Directory.Exists(found))
            Report.Add($"the link to {url} leads to a folder: name a file in it");
        else if (!MayPublish(found))
            Report.AddRefusal($"the file {url} {MayRunScripts}");
        else
            return Report.Readable(url, () => site.Files.Publish(found));
        return null;

        string AddressOf(string target) =>
            SiteMap.Address(target) + (fragment.Length == 0 ? "" : "#" + Anchor(target, fragment, url));
    }

    private string Anchor(string target, string fragment, string url)
    {
        string id = Uri.UnescapeDataString(fragment);
        if (site.HasOwnAnchor(target, id))
            return fragment;
        // The fragment names a cell or a heading. The anchors of headings in Jupyter and GitHub have the same slug as
        // ours.
        string anchor = Slug.Of(id);
        AnchorReferences.Add(
            new(target, anchor, Report.ProblemHere($"the link to {url} leads nowhere: there is no such heading")));
        return anchor;
    }
}

/// <summary>The links of a page that anybody may have written: it publishes no file that can run scripts.</summary>
internal sealed class UntrustedLinks(string notebook, string page, SiteContext site) : SiteLinks(notebook, page, site)
{
    protected override bool MayPublish(string file) => AllowedMarkup.IsHarmlessFile(file);
}
