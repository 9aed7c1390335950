namespace NeuralNotebooks.Plotting;

/// <summary>Numbers below a figure that follow its handles.</summary>
internal sealed class InteractiveTable(params IReadOnlyList<string> header)
{
    private const string Cell =
        "padding:0.15em 0.3em;min-width:3.6em;text-align:right;font-variant-numeric:tabular-nums";

    private string _rows = "";

    /// <summary>Adds a row of numbers, each with the part that it is.</summary>
    /// <param name="name">The name of the row.</param>
    /// <param name="own">The part that the name is; empty where it stays.</param>
    /// <param name="numbers">The parts, and what they are at first.</param>
    public void Row(string name, string own, params IEnumerable<(string Part, double Number)> numbers)
    {
        string mark = own.Length == 0 ? "" : $" data-nn-part=\"{own}\"";
        IEnumerable<string> cells = numbers.Select(cell =>
            $"<td data-nn-part=\"{cell.Part}\" style=\"{Cell}\">{NumberText.Html(cell.Number)}</td>");
        _rows += JoinLines($"""
            <tr><th scope="row"{mark} style="text-align:left;font-weight:normal;white-space:nowrap">
            {SvgText.Encode(name)}</th>{string.Concat(cells)}</tr>
            """);
    }

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
}
