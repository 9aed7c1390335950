namespace NeuralNotebooks.Site;

/// <summary>The formulas of all pages of a site, in the order of the pages. While pages are rendered, a placeholder
/// takes the place of each formula. When all pages are rendered, one process typesets all formulas, and the
/// placeholders are replaced.</summary>
internal sealed class FormulaBook
{
    private readonly string _signature = Guid.NewGuid().ToString("N");
    private readonly List<Formula> _formulas = [];
    private readonly List<(string Notebook, string Place)> _places = [];
    private string[] _markup = [];

    public bool IsEmpty => _formulas.Count == 0;

    /// <summary>Whether the formulas are typeset. Otherwise the page's script does that, by the site's own copy of
    /// KaTeX or, if npm was not available when this assembly was built, by a copy from a content delivery
    /// network.</summary>
    public bool AreTypeset { get; private set; }

    /// <summary>One problem for every place with a formula that could not be typeset, or for all of them.</summary>
    public IReadOnlyList<SiteProblem> Problems { get; private set; } = [];

    /// <summary>Records a formula and its place; returns the placeholder for the page.</summary>
    public string Add(Formula formula, string notebook, string place)
    {
        _formulas.Add(formula);
        _places.Add((notebook, place));
        return Invariant($"{{{_signature}:{_formulas.Count - 1}}}");
    }

    /// <summary>Whether a part of a page contains a formula.</summary>
    public bool IsIn(string markup) => markup.Contains(_signature, StringComparison.Ordinal);

    /// <summary>Typesets the formulas. Without <c>node</c> or KaTeX, and where a formula has a mistake, the TeX source
    /// is shown; the page's script typesets it if KaTeX is available in the browser.</summary>
    /// <param name="node">The program that runs KaTeX.</param>
    public void Typeset(string node, CancellationToken cancellation)
    {
        if (EmbeddedAssets.HasKatex && Katex.TypesetAll(_formulas, node, Fail, cancellation) is { } results)
        {
            AreTypeset = true;
            _markup = [.. _formulas.Zip(results, (formula, result) => result.Html ?? Source(formula, result.Error))];
            Problems =
            [
                .. Enumerable.Range(0, results.Count)
                    .Where(n => results[n].Html is null)
                    .Select(n => new SiteProblem(
                        _places[n].Notebook,
                        _places[n].Place,
                        $"the formula {_formulas[n].Source} cannot be typeset: {results[n].Error}"))
                    .Distinct(),
            ];
            return;
        }

        _markup = [.. _formulas.Select(formula => Source(formula, error: null))];

        void Fail(string reason) => Problems =
        [
            new("all notebooks", "formulas", $"{node} failed ({reason}), so each page typesets its formulas when it is "
                + "opened: check the installation of Node.js, and write the site again"),
        ];
    }

    /// <summary>A page with its formulas in the place of their placeholders.</summary>
    public string Fill(string page) =>
        Regex.Replace(
            page,
            @"\{" + _signature + @":(\d+)\}",
            mark => _markup[int.Parse(mark.Groups[1].ValueSpan, CultureInfo.InvariantCulture)],
            RegexOptions.CultureInvariant);

    private static string Source(Formula formula, string? error)
    {
        string kind = formula.Display ? "tex display" : "tex";
        string attributes = error is null ? $"\" data-nn-tex=\"{Html.Escape(formula.Tex)}"
            : $" mistaken\" title=\"{Html.Escape(error)}";
        return $"""<span class="{kind}{attributes}">{Html.Escape(formula.Source)}</span>""";
    }
}
