using System.Globalization;

namespace NeuralNotebooks.Benchmarks;

/// <summary>Writes each comparison as a line as soon as it is measured, below a header that names the
/// contenders.</summary>
internal sealed class ConsoleTable(TextWriter output, IReadOnlyList<ComparisonCase> cases)
{
    private const int CellWidth = 19;

    private readonly int _caseWidth = Longest(cases.Select(one => one.Case)),
        _detailWidth = Longest(cases.Select(one => one.Detail));

    private string _head = "";
    private string[] _others = [];

    public void Write(Comparison comparison)
    {
        string threads = SpeedPage.Threads(comparison.Threads),
            head = $"{comparison.Group}, {comparison.Precision}, {threads}; {comparison.Unit}";
        if (head != _head || comparison.Rates.Skip(1).Any(rate => !_others.Contains(rate.Name)))
        {
            _head = head;
            _others = [.. comparison.Rates.Skip(1).Select(rate => rate.Name)];
            output.WriteLine();
            output.WriteLine($"{head}, and our rate divided by theirs (goal)");
            output.WriteLine(
                Line(
                    "",
                    "",
                    [Comparison.OurName.PadLeft(9), .. _others.Select(name => name.PadRight(CellWidth))],
                    "spread"
                )
            );
        }
        Dictionary<string, Rate> rates = comparison.Rates.ToDictionary(rate => rate.Name);
        output.WriteLine(
            Line(
                comparison.Case,
                comparison.Detail,
                [
                    Number(comparison.Ours.Best).PadLeft(9),
                    .. _others.Select(name =>
                        rates.TryGetValue(name, out Rate? rate) ? Cell(comparison, rate) : "".PadRight(CellWidth)
                    ),
                ],
                string.Join(
                    ' ',
                    comparison.Rates.Select(rate => rate.Spread.ToString("0%", CultureInfo.InvariantCulture))
                )
            )
        );
        output.Flush();
    }

    public void Write(Figure figure)
    {
        string goal =
            figure.AtLeast is { } least ? $"≥ {Number(least)}"
            : figure.AtMost is { } most ? $"≤ {Number(most)}"
            : "";
        output.WriteLine(
            $"{figure.Name,-76} {Number(figure.Value),9} {figure.Unit}  {goal} "
                + $"{(goal.Length == 0 ? "" : Mark(figure.IsMet))}"
        );
        output.Flush();
    }

    private static string Cell(Comparison comparison, Rate rate)
    {
        string ratio = comparison.Ratio(rate.Name)!.Value.ToString("0.00", CultureInfo.InvariantCulture);
        Goal? goal = comparison.Goals.FirstOrDefault(goal => goal.Against == rate.Name);
        string mark = goal is null
            ? ""
            : $" {Mark(comparison.IsMet(goal)!.Value)}{goal.AtLeast.ToString("0.0#", CultureInfo.InvariantCulture)}";
        return $"{Number(rate.Best)} ×{ratio}{mark}".PadRight(CellWidth);
    }

    private static string Mark(bool isMet) => isMet ? "✓" : "✗";

    private static int Longest(IEnumerable<string> texts) => texts.Select(text => text.Length).DefaultIfEmpty(0).Max();

    private string Line(string name, string detail, IEnumerable<string> cells, string spread) =>
        $"{name.PadRight(_caseWidth)}  {detail.PadRight(_detailWidth)} {string.Join("  ", cells)}  {spread}".TrimEnd();

    /// <summary>Four digits, and k or M where there are more than six before the point.</summary>
    public static string Number(double value) => value switch
    {
        >= 1e6 => (value / 1e6).ToString(value < 1e7 ? "0.00" : "0.0", CultureInfo.InvariantCulture) + "M",
        >= 1e4 => (value / 1e3).ToString("0.#", CultureInfo.InvariantCulture) + "k",
        >= 100 => value.ToString("0.#", CultureInfo.InvariantCulture),
        _ => value.ToString("0.##", CultureInfo.InvariantCulture),
    };
}
