using System.Text;

namespace NeuralNotebooks.Course;

/// <summary>
/// A student's matrix beside the expected one, of the same shape, with the entries marked that differ.
/// </summary>
internal sealed class Comparison(M yours, M expected, double floor)
{
    // A larger matrix would push the message off the screen.
    private const int MaxEntries = 40;

    // By shape as well as by colour, for readers who cannot distinguish the colours.
    public const string Marked = "font-weight:700;box-shadow:inset 0 0 0 2px #d55e00;border-radius:3px";

    /// <summary>
    /// Two small tables; empty for a single number, which the message contains, and for a large matrix.
    /// </summary>
    public string ToHtml()
    {
        if (expected.Count is 1 or > MaxEntries)
        {
            return "";
        }

        return "<div style=\"display:flex;flex-wrap:wrap;gap:.3rem 2rem;margin-top:.5rem\">"
            + Table("yours; framed where it differs", yours, mark: true) + Table("expected", expected, mark: false)
                + "</div>";
    }

    private string Table(string caption, M matrix, bool mark)
    {
        HashSet<(int, int)> wrong = mark
            ? [.. Difference.All(yours, expected, floor).Select(one => (one.Row, one.Column))] : [];
        var html =
            new StringBuilder(
            "<table "
                + "style=\"border-collapse:separate;border-spacing:2px;color:inherit;background:transparent;"
                + "font-variant-numeric:tabular-nums\">")
            .Append("<caption style=\"text-align:left;white-space:nowrap;color:inherit;opacity:.7;font-size:.8rem\">")
                .Append(caption).Append("</caption>");
        for (int row = 0; row < matrix.Rows; row++)
        {
            html.Append("<tr style=\"background:transparent\">");
            for (int column = 0; column < matrix.Columns; column++)
            {
                html.Append("<td style=\"text-align:right;padding:.05rem .5rem;border:none;")
                    .Append(wrong.Contains((row, column)) ? Marked : "").Append("\">")
                    .Append(Readable.Number(matrix[row, column])).Append("</td>");
            }

            html.Append("</tr>");
        }

        return html.Append("</table>").ToString();
    }
}
