namespace NeuralNotebooks.Engine;

/// <summary>The course's additions to the engine's directives: the kit, and the cells of an assignment's source that
/// are skipped.</summary>
/// <remarks>The engine itself does not use them; hosts pass them in. They are in its assembly since it is the only one
/// that all of these load: workers, pages, and the judge in a page.</remarks>
internal static class CourseDirectives
{
    /// <summary>The assemblies of the kit whose methods do not change their arguments: checks and charts.</summary>
    public static IReadOnlySet<string> ReadingAssemblies { get; } = new HashSet<string>
    {
        "NeuralNotebooks.Course", "NeuralNotebooks.Plotting", "Plotly.NET", "Plotly.NET.CSharp",
    };

    /// <summary>The method of Plotly.NET that opens a chart in a browser.</summary>
    public static IReadOnlySet<string> ShowingMethods { get; } =
        new HashSet<string> { "Plotly.NET.CSharp.GenericChartExtensions.Show" };

    /// <summary>The directives of a host.</summary>
    /// <param name="kitScript">The script that <c>#!import kit.csx</c> imports if the notebook's folder has none; null
    /// if there is no other.</param>
    public static HostDirectives Of(string? kitScript) => new()
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
    };
}
