using System.Globalization;
using System.Text;

namespace NeuralNotebooks.Plotting;

/// <summary>Numbers below a figure that follow its handles.</summary>
internal sealed class HandTable(params IReadOnlyList<string> header)
{
    private const string Cell =
        "padding:0.15em 0.3em;min-width:3.6em;text-align:right;font-variant-numeric:tabular-nums";

    private readonly StringBuilder _rows = new();

    /// <summary>Adds a row of numbers, each with the part that it is.</summary>
    public HandTable Row(string name, params IEnumerable<(string Part, double Number)> numbers) =>
        Row(name, "", numbers);

    /// <summary>Adds a row whose name is a part too.</summary>
    public HandTable Row(string name, string own, params IEnumerable<(string Part, double Number)> numbers)
    {
        _rows.Append("<tr><th scope=\"row\"").Append(own.Length == 0 ? "" : $" data-nn-part=\"{own}\"")
            .Append(" style=\"text-align:left;font-weight:normal;white-space:nowrap\">")
            .Append(SvgText.Encode(name)).Append("</th>");
        foreach ((string part, double number) in numbers)
            _rows.Append(
                CultureInfo.InvariantCulture,
                $"<td data-nn-part=\"{part}\" style=\"{Cell}\">{NumberText.Html(number)}</td>");
        _rows.Append("</tr>");
        return this;
    }

    public string ToHtml() =>
        "<div style=\"overflow-x:auto\">"
        + $"<table style=\"border-collapse:collapse;{PageControls.Font};font-size:82%\"><thead><tr>"
        + $"<th style=\"text-align:left;opacity:0.75\">{SvgText.Encode(header[0])}</th>"
        + string.Concat(header.Skip(1).Select(name => $"<th style=\"{Cell};opacity:0.75\">{SvgText.Encode(name)}</th>"))
        + $"</tr></thead><tbody>{_rows}</tbody></table></div>";
}
