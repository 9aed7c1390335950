using System.Net;

namespace NeuralNotebooks;

/// <summary>Writes an HTML table in the text colour of the page, so that it is legible on light and dark
/// backgrounds.</summary>
/// <remarks>Colours are only translucent tints behind the text: grey for values, purple for gradients.</remarks>
internal sealed class HtmlTable
{
    public const string ValueTint = "rgba(128,128,128,0.2)";

    public const string GradientTint = "rgba(122,85,196,0.2)";

    private const string NotFiniteTint = "rgba(204,121,167,0.6)";
    private const string CellStyle = "padding:0.15em 0.6em;border:none;";

    private const int LongCaption = 40;

    private readonly StringBuilder _html = new();
    private bool _rowIsOpen;

    /// <param name="caption">What the table shows. A screen reader reads it first; on the screen it is below the table.
    /// It may be empty.</param>
    public HtmlTable(string caption)
    {
        _html.Append(
            "<table style=\"border-collapse:collapse;color:inherit;background:transparent;"
                + "font-variant-numeric:tabular-nums\">");
        if (caption.Length == 0)
            return;
        string wrapping = caption.Length < LongCaption ? ";white-space:nowrap" : "";   // a longer one may wrap
        const string style = "caption-side:bottom;text-align:left;color:inherit;opacity:0.75;font-size:85%";
        _html.Append(Invariant($"<caption style=\"{style}{wrapping}\">{Escape(caption)}</caption>"));
    }

    /// <summary>The tint of a signed quantity: blue below 0, none at 0, orange above, strongest at an absolute value of
    /// <paramref name="largest"/>. NaN and infinity are pink.</summary>
    public static string SignedTint(double number, double largest)
    {
        if (!double.IsFinite(number))
            return NotFiniteTint;
        double strength = largest > 0 ? 0.6 * Math.Min(1, Math.Abs(number) / largest) : 0;
        string alpha = strength.ToString("0.##", CultureInfo.InvariantCulture);
        return alpha == "0" ? "" : number < 0 ? $"rgba(0,114,178,{alpha})" : $"rgba(213,94,0,{alpha})";
    }

    public void Headers(params IEnumerable<string> headers)
    {
        BeginRow();
        foreach (string header in headers)
            Header(header, "col");
    }

    public void BeginRow(string? header = null)
    {
        EndRow();
        _html.Append("<tr style=\"background:transparent\">");
        _rowIsOpen = true;
        if (header is not null)
            Header(header, "row");
    }

    public void Text(string text) => Cell("left", Escape(text));

    public void Gap() => Cell("center", "…");

    public void Number<T>(T number, string tint = "")
        where T : IBinaryFloatingPointIeee754<T>
    {
        string text = NumberText.Html(double.CreateChecked(number));
        string full = number.ToString("R", CultureInfo.InvariantCulture).Replace('-', '−');
        string background = tint.Length > 0 ? $";background:{tint}" : "";
        string tooltip = T.IsFinite(number) && full != text ? $" title=\"{full}\"" : "";
        Cell($"right{background}", text, tooltip);
    }

    public override string ToString()
    {
        EndRow();
        return _html + "</table>";
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text);

    private void Cell(string style, string html, string tooltip = "") =>
        _html.Append(Invariant($"<td style=\"{CellStyle}text-align:{style}\"{tooltip}>{html}</td>"));

    private void Header(string text, string scope)
    {
        string alignment = scope == "row" ? "right" : "center";
        string style = $"{CellStyle}font-weight:normal;opacity:0.75;text-align:{alignment}";
        _html.Append(Invariant($"<th scope=\"{scope}\" style=\"{style}\">{Escape(text)}</th>"));
    }

    private void EndRow()
    {
        if (_rowIsOpen)
            _html.Append("</tr>");
        _rowIsOpen = false;
    }
}
