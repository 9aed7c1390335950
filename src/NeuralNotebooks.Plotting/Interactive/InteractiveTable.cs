namespace NeuralNotebooks.Plotting;

/// <summary>A table of numbers below a figure, which change with its handles.</summary>
internal sealed class InteractiveTable(params IReadOnlyList<string> header)
{
    private const string Cell =
        "padding:0.15em 0.3em;min-width:3.6em;text-align:right;font-variant-numeric:tabular-nums";

    private string _rows = "";

    /// <summary>Adds a row of numbers, each of which is a part that the figure's script updates.</summary>
    /// <param name="name">The name of the row.</param>
    /// <param name="numbers">The names of the parts, and their start values.</param>
    public void Row(string name, params IEnumerable<(string Part, double Number)> numbers) => Add(name, "", numbers);

    /// <summary>Adds such a row whose name is a part as well.</summary>
    public void Row((string Part, string Text) name, params IEnumerable<(string Part, double Number)> numbers) =>
        Add(name.Text, $" data-nn-part=\"{name.Part}\"", numbers);

    public string ToHtml()
    {
        IEnumerable<string> names =
            header.Skip(1).Select(name => $"<th style=\"{Cell};opacity:0.75\">{SvgText.Encode(name)}</th>");
        return JoinLines($"""
            <div style="overflow-x:auto">
            <table style="border-collapse:collapse;{PageControls.Font};font-size:82%"><thead><tr>
            <th style="text-align:left;opacity:0.75">{SvgText.Encode(header[0])}</th>
            {string.Concat(names)}</tr></thead><tbody>{_rows}</tbody></table></div>
            """);
    }

    private void Add(string name, string mark, IEnumerable<(string Part, double Number)> numbers)
    {
        IEnumerable<string> cells = numbers.Select(cell =>
            $"<td data-nn-part=\"{cell.Part}\" style=\"{Cell}\">{NumberText.Html(cell.Number)}</td>");
        _rows += JoinLines($"""
            <tr><th scope="row"{mark} style="text-align:left;font-weight:normal;white-space:nowrap">
            {SvgText.Encode(name)}</th>{string.Concat(cells)}</tr>
            """);
    }
}
