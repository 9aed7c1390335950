namespace NeuralNotebooks.Site;

/// <summary>The formulas of all pages of a site, in the order of the pages. When all pages are rendered, one process
/// typesets all formulas.</summary>
internal sealed class FormulaBook
{
    private readonly List<(Formula Formula, string Notebook, string Place)> _formulas = [];
    private readonly Dictionary<Formula, string> _markup = [];

    public bool IsEmpty => _formulas.Count == 0;

    /// <summary>Whether the formulas are typeset. Otherwise the page's script does that, by the site's own copy of
    /// KaTeX or, if npm was not available when this assembly was built, by a copy from a content delivery
    /// network.</summary>
    public bool AreTypeset { get; private set; }

    /// <summary>One problem for every place with a formula that could not be typeset, or for all of them.</summary>
    public IReadOnlyList<SiteProblem> Problems { get; private set; } = [];

    public void Add(Formula formula, string notebook, string place) => _formulas.Add((formula, notebook, place));

    public void Typeset(string node, CancellationToken cancellation)
    {
        Formula[] formulas = [.. _formulas.Select(one => one.Formula)];
        if (!EmbeddedAssets.HasKatex || Katex.TypesetAll(formulas, node, Fail, cancellation) is not { } results)
            return;
        AreTypeset = true;
        foreach ((Formula formula, Katex.Typeset result) in formulas.Zip(results))
            _markup[formula] = result.Html ?? $"{formula.Mistaken(result.Error!)}";
        Problems =
        [
            .. _formulas.Zip(results).Where(one => one.Second.Html is null)
                .Select(one => new SiteProblem(one.First.Notebook, one.First.Place,
                    $"the formula {one.First.Formula.Source} cannot be typeset: {one.Second.Error}"))
                .Distinct(),
        ];

        void Fail(string reason) => Problems =
        [
            new("all notebooks", "formulas", $"{node} failed ({reason}), so each page typesets its formulas when it is "
                + "opened: check the installation of Node.js, and write the site again"),
        ];
    }

    public string Typeset(Formula formula) => _markup.GetValueOrDefault(formula) ?? $"{formula.ToHtml()}";
}
