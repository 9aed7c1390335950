namespace NeuralNotebooks.Site;

internal sealed class SharedAssets
{
    /// <summary>The scripts of every page, in the order in which they run.</summary>
    private static readonly string[] _scripts =
    [
        "elements.js", "csharp.js", "terminal.js", "theme.js", "macros.js", "formulas.js", "scrollable.js",
        "copying.js", "contents.js", "search.js",
    ];

    /// <summary>The scripts of a notebook's page alone, which use the ones above: predictions and slides.</summary>
    private static readonly string[] _notebookScripts =
        ["numbers.js", "sketch.js", "forms.js", "predict.js", "slides.js"];

    private readonly Dictionary<string, byte[]> _files = [];

    public SharedAssets(bool formulasAreTypeset)
    {
        Add(
            "assets/site.css",
            (EmbeddedAssets.HasFonts ? EmbeddedAssets.Text("fonts.css")! : "")
                + EmbeddedAssets.Text("text.css")!
                + EmbeddedAssets.Text("site.css")!);
        Add("assets/site.js", string.Concat(_scripts.Select(EmbeddedAssets.Text)));
        Add("assets/notebook.js", string.Concat(_notebookScripts.Select(EmbeddedAssets.Text)));
        Add("assets/fonts.js", EmbeddedAssets.HasFonts ? EmbeddedAssets.Text("fonts.js")! : "");
        Add("assets/figures.js", FigureScripts.Drawing);
        Add("assets/icon.svg", EmbeddedAssets.Text("icon.svg")!);
        if (Katex.StyleSheet is { } katexStyles)
            Add("assets/katex.css", katexStyles);
        if (!formulasAreTypeset && EmbeddedAssets.Text("katex.min.js") is { } katex)
            Add("assets/katex.min.js", katex);
        foreach (string font in EmbeddedAssets.Fonts)
            _files.Add("assets/fonts/" + font, EmbeddedAssets.Bytes(font)!);
        foreach (string licence in EmbeddedAssets.FontLicences)
            _files.Add("assets/fonts/" + licence, EmbeddedAssets.Bytes(licence)!);
        Version = ContentHash.Of(_files)[..8];
    }

    /// <summary>A hash of the files. It is part of their addresses, so that a browser does not show a new page with an
    /// old style sheet.</summary>
    public string Version { get; }

    public IReadOnlyDictionary<string, byte[]> Files => _files;

    private void Add(string name, string text) => _files.Add(name, Encoding.UTF8.GetBytes(text));
}
