using System.Collections.ObjectModel;

namespace NeuralNotebooks.Site;

/// <summary>Collects the files of a site: name → content.</summary>
/// <param name="site">The properties of the site.</param>
/// <param name="formulas">The typeset formulas of its pages.</param>
/// <param name="folder">The site's folder, which may already have the executed notebooks.</param>
internal sealed class SiteFiles(SiteFrame site, FormulaBook formulas, SiteFolder folder)
{
    private readonly Dictionary<string, byte[]> _files = [];

    public IReadOnlyDictionary<string, byte[]> All => _files;

    public void Add(IEnumerable<KeyValuePair<string, byte[]>> files)
    {
        foreach ((string name, byte[] content) in files)
            _files.Add(name, content);
    }

    /// <summary>Adds the pages and the files that they refer to.</summary>
    public void AddPages(SitePages pages)
    {
        IReadOnlyList<NotebookPage> notebooks = pages.Notebooks;
        for (int i = 0; i < notebooks.Count; i++)
            AddPage(
                notebooks[i], "notebooks/", notebooks.ElementAtOrDefault(i - 1), notebooks.ElementAtOrDefault(i + 1));
        // The folder notebooks/ has the executed notebooks. The playground was not executed, so its notebook is in the
        // site's root folder, next to its page.
        if (pages.Playground is { } playground)
            AddPage(playground, "", null, null);

        Add("index.html", formulas.Fill(IndexTemplate.Of(site, pages.Front, notebooks, pages.Playground)));
        foreach (NotebookPage page in pages.Documents)
            Add(page.Notebook.Page, formulas.Fill(NotebookTemplate.Of(site, page, download: null, null, null)));
        Add("assets/search.js", SearchIndex.Of([.. notebooks, .. pages.Documents]));
        foreach (PublishedFile file in pages.Site.Files.Published)
            _files.Add(file.Name, file.Content);
    }

    /// <summary>Adds the files that make pages live, those of their packages, and the list of the site's files that a
    /// browser caches.</summary>
    public void AddLive(LiveBundle live, PackageFiles packages)
    {
        string version = ContentHash.Of(_files)[..16] + live.Version;
        Add(live.Files());
        Add(packages.Files);
        Add([LiveBundle.OfflineList(_files, packages, version, site.Figures.CompletePlotly)]);
    }

    private void AddPage(NotebookPage page, string place, NotebookPage? previous, NotebookPage? next)
    {
        string copy = place + Path.ChangeExtension(page.Notebook.Page, ".ipynb");
        string? there = folder.AddressOf(page.Notebook.Path);
        if (there is null)
            _files.Add(copy, ContentOf(page.Notebook));
        foreach ((string path, byte[] content) in page.Notebook.FilesBeside ?? ReadOnlyDictionary<string, byte[]>.Empty)
            _files.Add(page.Notebook.NameBeside(path), content);
        string html = NotebookTemplate.Of(site, page, there ?? SiteMap.Address(copy), previous, next);
        Add(page.Notebook.Page, formulas.Fill(html));
    }

    /// <summary>The notebook of a page, as a Jupyter notebook.</summary>
    private static byte[] ContentOf(NotebookSource notebook) =>
        Notebook.IsDib(notebook.Path)
            ? Encoding.UTF8.GetBytes(notebook.Document.ToJson())
            : NamedFile.ReadAllBytes(notebook.Path);

    private void Add(string name, string text) => _files.Add(name, Encoding.UTF8.GetBytes(text));
}
