namespace NeuralNotebooks.Runner;

/// <summary>What the course adds to a session: its kit, its charts, and the cells that are not run.</summary>
internal static class CourseOptions
{
    /// <param name="kitScript">The script that <c>#!import kit.csx</c> imports if the notebook's folder has none; null
    /// if there is no other.</param>
    /// <param name="kitFolder">The folder with plotly.js; null if the page has it.</param>
    public static SessionOptions AddTo(SessionOptions options, string? kitScript, string? kitFolder) => options with
    {
        Directives = new()
        {
            Scripts =
            [
                new(
                    "kit.csx",
                    kitScript,
                    file =>
                        $"The kit has not been built: there is no {file}. Run  dotnet build  in the repository's "
                            + $"folder (without a clone, install nn again), then run this cell again."),
            ],
            LeavesOut = AssignmentMarker.IsForGradingOnly,
        },
        Formatter = value => ChartFormatter.HtmlOf(value, kitFolder),
        // It opens a chart in a browser.
        ShowingMethods = new HashSet<string> { "Plotly.NET.CSharp.GenericChartExtensions.Show" },
    };
}
