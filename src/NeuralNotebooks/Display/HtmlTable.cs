using System.Globalization;
using System.Net;
using System.Text;

namespace NeuralNotebooks;

/// <summary>Writes an HTML table in the text colour of the page, so that it is legible on light and dark
/// backgrounds.</summary>
/// <remarks>Colours are only ever a translucent tint behind the text: blue for values, orange for gradients.</remarks>
internal sealed class HtmlTable
{
    /// <summary>The tint behind a value: blue.</summary>
    public const string ValueTint = "rgba(0,114,178,0.2)";

    /// <summary>The tint behind a gradient: orange.</summary>
    public const string GradientTint = "rgba(213,94,0,0.2)";

    private const string NotFiniteTint = "rgba(204,121,167,0.6)";
    private const string Cell = "padding:0.15em 0.6em;border:none;";

    private const int LongCaption = 40;

    private readonly StringBuilder _html = new();
    private bool _rowIsOpen;

    /// <param name="caption">What the table shows: read first by a screen reader, and seen below the table; may be
    /// empty.</param>
    public HtmlTable(string caption)
    {
        _html.Append(
            "<table style=\"border-collapse:collapse;color:inherit;background:transparent;"
                + "font-variant-numeric:tabular-nums\">"
        );
        if (caption.Length == 0)
            return;
        _html.Append("<caption style=\"caption-side:bottom;text-align:left;color:inherit;opacity:0.75;font-size:85%");
        if (caption.Length < LongCaption)
            _html.Append(";white-space:nowrap");   // else the caption would be as narrow as its table
        _html.Append("\">");
        _html.Append(Escape(caption)).Append("</caption>");
    }

    /// <summary>
    /// The tint of a signed quantity: blue below 0, none at 0, orange above, strongest at an absolute value of
    /// <paramref name="largest"/>. Not-a-number and infinity stand out in pink.
    /// </summary>
    public static string SignedTint(double number, double largest)
    {
        if (!double.IsFinite(number))
            return NotFiniteTint;
        double strength = largest > 0 ? 0.6 * Math.Min(1, Math.Abs(number) / largest) : 0;
        string alpha = strength.ToString("0.##", CultureInfo.InvariantCulture);
        return alpha == "0" ? "" : number < 0 ? $"rgba(0,114,178,{alpha})" : $"rgba(213,94,0,{alpha})";
    }

    /// <summary>A row of column headers.</summary>
    public void Headers(params IEnumerable<string> headers)
    {
        BeginRow();
        foreach (string header in headers)
            Header(header, "col");
    }

    /// <summary>Begins a row, with a header if one is given.</summary>
    public void BeginRow(string? header = null)
    {
        EndRow();
        _html.Append("<tr style=\"background:transparent\">");
        _rowIsOpen = true;
        if (header is not null)
            Header(header, "row");
    }

    /// <summary>A cell of text.</summary>
    public void Text(string text) =>
        _html.Append("<td style=\"").Append(Cell).Append("text-align:left\">").Append(Escape(text)).Append("</td>");

    /// <summary>A cell in place of omitted ones.</summary>
    public void Gap() => _html.Append("<td style=\"").Append(Cell).Append("text-align:center\">…</td>");

    /// <summary>A cell with a number, on a tint; where the text is rounded, a tooltip shows all digits.</summary>
    public void Number<T>(T number, string tint = "")
        where T : IBinaryFloatingPointIeee754<T>
    {
        string text = NumberText.Html(double.CreateChecked(number));
        string full = number.ToString("R", CultureInfo.InvariantCulture).Replace('-', '−');
        _html.Append("<td style=\"").Append(Cell).Append("text-align:right");
        if (tint.Length > 0)
            _html.Append(";background:").Append(tint);
        _html.Append('"');
        if (T.IsFinite(number) && full != text)
            _html.Append(" title=\"").Append(full).Append('"');
        _html.Append('>').Append(text).Append("</td>");
    }

    /// <summary>The finished table.</summary>
    public override string ToString()
    {
        EndRow();
        return _html + "</table>";
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text);

    private void Header(string text, string scope) => _html
        .Append("<th scope=\"").Append(scope).Append("\" style=\"").Append(Cell)
        .Append("font-weight:normal;opacity:0.75;text-align:").Append(scope == "row" ? "right" : "center").Append("\">")
        .Append(Escape(text)).Append("</th>");

    private void EndRow()
    {
        if (_rowIsOpen)
            _html.Append("</tr>");
        _rowIsOpen = false;
    }
}
