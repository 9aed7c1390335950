using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace NeuralNotebooks.Plotting.Tests;

/// <summary>Facts about the figures of plots: Figures.approved.txt says where each is seen. Paths begin at the first
/// frame, or, after a name and a colon, at the trace of that name.</summary>
public partial class FigureTests
{
    [Theory]
    [FactsOf("Plots/Figures")]
    public void A_figure_holds(string fact)
    {
        Page page = Page.Of(Gallery.Of(fact));

        ApprovedTexts.Check(
            "Plots/Figures",
            fact,
            string.Concat(
                Path().Matches(ApprovedTexts.In("Plots/Figures")[fact])
                    .Select(path => $"{path} is {Written(At(page, path.Value.Split(": ")))}\n"))
        );
    }

    /// <summary>The part of the figure, or nothing where there is none.</summary>
    private static JsonElement At(Page page, string[] path)
    {
        try
        {
            return path.Length == 2 ? page.Trace(path[0]).At(path[1]) : page.Whole.At(path[0]);
        }
        catch (Exception none)
            when (none is KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException)
        {
            return default;
        }
    }

    private static string Written(JsonElement part) =>
        part.ValueKind switch
        {
            JsonValueKind.Undefined => "not there",
            JsonValueKind.Null => "a gap",
            JsonValueKind.Number => part.GetDouble().ToString("G9", CultureInfo.InvariantCulture),
            JsonValueKind.Array => $"[{string.Join(", ", part.EnumerateArray().Select(Written))}]",
            _ => part.ToString(),
        };

    [GeneratedRegex("^.+?(?= is )", RegexOptions.Multiline)]
    private static partial Regex Path();
}
