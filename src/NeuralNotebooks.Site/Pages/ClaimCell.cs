using System.Globalization;

namespace NeuralNotebooks.Site;

/// <summary>
/// A cell that only checks claims of the text. Most readers want to know that the claims hold, but not how they were
/// checked. So the cell's metadata hide its code in Jupyter, and the page folds the whole cell.
/// </summary>
internal static partial class ClaimCell
{
    /// <summary>A text such as "5 claims hold"; null for a cell that shows something else, or whose code is not
    /// hidden.</summary>
    public static string? Summary(CodeCell cell)
    {
        string?[] shown =
        [
            .. cell.Outputs.Select(output => output is ExecuteResult result ? result.Data.Text(MimeBundle.Html) : null),
        ];
        if (!cell.HidesSource || shown is not [{ } html] || Claims().Match(html) is not { Success: true } match)
            return null;

        int count = int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
        return Invariant($"{count} {(count == 1 ? "claim holds" : "claims hold")}");
    }

    [GeneratedRegex("^<div class=\"nn-claim\" data-claim=\"holds\" data-claims=\"(\\d{1,4})\"")]
    private static partial Regex Claims();
}
