namespace NeuralNotebooks.Plotting.Tests;

/// <summary>Facts about the figures of plots. Figures.approved.txt has, for each fact, some paths within the figure and
/// their values. A path begins at the first frame or, after a name and a colon, at the trace of that name.</summary>
public partial class FigureTests
{
    [Theory]
    [FactsOf("Plots/Figures")]
    public void A_figure_holds(string fact)
    {
        Page page = Page.Of(Gallery.Of(fact));

        Check("Plots/Figures", fact, path =>
            path.Split(": ") is [string name, string own] ? page.Trace(name).At(own) : page.Whole.At(path));
    }

    [Theory]
    [FactsOf("Drawing/Style")]
    public void The_style_sets_properties_that_a_figure_has_not_set(string fact)
    {
        JsonElement styled = Page.Of(Gallery.Of(fact)).Styled;

        Check("Drawing/Style", fact, path => styled.At(path));
    }

    private static void Check(string file, string fact, Func<string, JsonElement> at) => ApprovedTexts.Check(
        file, fact, string.Concat(
            Path().Matches(ApprovedTexts.In(file)[fact]).Select(path => $"{path} is {Written(At(at, path.Value))}\n")));

    /// <summary>The part of the figure as text; empty if there is none.</summary>
    private static JsonElement At(Func<string, JsonElement> at, string path)
    {
        try
        {
            return at(path);
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
