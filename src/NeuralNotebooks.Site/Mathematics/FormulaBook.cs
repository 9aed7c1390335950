using System.Globalization;

namespace NeuralNotebooks.Site;

/// <summary>
/// The formulas of all pages of a site, each stored once. While pages are rendered, a placeholder takes the place of
/// each formula. When all pages are rendered, one process typesets all formulas, and the placeholders are replaced.
/// </summary>
internal sealed class FormulaBook
{
    private readonly string _signature = Guid.NewGuid().ToString("N");
    private readonly List<Formula> _formulas = [];
    private readonly Dictionary<Formula, int> _numbers = [];
    private readonly List<(int Number, string Notebook, string Place)> _uses = [];

    public IReadOnlyList<Formula> Formulas => _formulas;

    /// <summary>Records a formula and its place; returns the placeholder for the page.</summary>
    public string Add(Formula formula, string notebook, string place)
    {
        if (!_numbers.TryGetValue(formula, out int number))
        {
            number = _formulas.Count;
            _numbers.Add(formula, number);
            _formulas.Add(formula);
        }

        _uses.Add((number, notebook, place));
        return Invariant($"{{{_signature}:{number}}}");
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
        => _uses
            .Where(use => typeset[use.Number].Error is not null)
            .Distinct()
            .Select(use => new SiteProblem(
                use.Notebook,
                use.Place,
                $"the formula {_formulas[use.Number].Source} cannot be typeset: {typeset[use.Number].Error}"
            ));
}
