using System.Globalization;

namespace NeuralNotebooks.Site;

/// <summary>
/// The formulas of all pages of a site, in the order of the pages. While pages are rendered, a placeholder takes the
/// place of each formula. When all pages are rendered, one process typesets all formulas, and the placeholders are
/// replaced.
/// </summary>
internal sealed class FormulaBook
{
    private readonly string _signature = Guid.NewGuid().ToString("N");
    private readonly List<Formula> _formulas = [];
    private readonly List<(string Notebook, string Place)> _places = [];

    public IReadOnlyList<Formula> Formulas => _formulas;

    /// <summary>Records a formula and its place; returns the placeholder for the page.</summary>
    public string Add(Formula formula, string notebook, string place)
    {
        _formulas.Add(formula);
        _places.Add((notebook, place));
        return Invariant($"{{{_signature}:{_formulas.Count - 1}}}");
    }

    /// <summary>Whether a part of a page contains a formula.</summary>
    public bool IsIn(string markup) => markup.Contains(_signature, StringComparison.Ordinal);

    /// <summary>The page with every placeholder replaced by its formula.</summary>
    public string Fill(string page, IReadOnlyList<TypesetFormula> typeset)
        => Regex.Replace(
            page,
            @"\{" + _signature + @":(\d+)\}",
            mark => typeset[int.Parse(mark.Groups[1].ValueSpan, CultureInfo.InvariantCulture)].Markup,
            RegexOptions.CultureInvariant);

    /// <summary>One problem for every place with a formula that could not be typeset.</summary>
    public IEnumerable<SiteProblem> Problems(IReadOnlyList<TypesetFormula> typeset)
        => Enumerable.Range(0, typeset.Count)
            .Where(n => typeset[n].Error is not null)
            .Select(n => new SiteProblem(
                _places[n].Notebook,
                _places[n].Place,
                $"the formula {_formulas[n].Source} cannot be typeset: {typeset[n].Error}"
            ))
            .Distinct();
}
