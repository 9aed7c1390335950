using System.Globalization;
using System.Text.RegularExpressions;
using NeuralNotebooks.Engine;

namespace NeuralNotebooks.Site;

/// <summary>
/// A cell that only checks a claim of the text. A reader wants to know that it holds, and rarely how it was checked, so
/// the page folds it. By the course's convention, such a cell begins with <c>Claim.</c>, or its id ends in
/// <c>-claim</c>.
/// </summary>
internal static partial class ClaimCell
{
    /// <summary>"5 claims hold"; null for a cell that shows something else, or has code that is worth
    /// reading.</summary>
    public static string? Summary(CodeCell cell)
    {
        bool onlyClaims =
            cell.Source.StartsWith("Claim.", StringComparison.Ordinal)
            || cell.Id.EndsWith("-claim", StringComparison.Ordinal);
        string?[] shown =
        [
            .. cell.Outputs.Select(output => output is ExecuteResult result ? result.Data.Text(MimeBundle.Html) : null),
        ];
        if (!onlyClaims || shown is not [{ } html] || Claims().Match(html) is not { Success: true } match)
            return null;

        int count = int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "claim holds" : "claims hold")}");
    }

    [GeneratedRegex("^<div class=\"nn-claim\" data-claim=\"holds\" data-claims=\"(\\d{1,4})\"")]
    private static partial Regex Claims();
}
