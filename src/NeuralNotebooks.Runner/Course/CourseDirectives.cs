using System.Reflection;
using System.Text.RegularExpressions;
using NeuralNotebooks.Engine;

namespace NeuralNotebooks.Runner;

/// <summary>The course's additions to the engine's directives: the kit, and the cells of an assignment's source that
/// are skipped.</summary>
/// <remarks>This file is also compiled into NeuralNotebooks.Browser.</remarks>
internal static partial class CourseDirectives
{
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
                        + $"folder (without a clone, install nn again), then run this cell again."
            ),
        ],
        // The regular expression is created when the first cell runs, after the session has set the time limit of
        // matches.
        LeavesOut = text => TeacherCell().IsMatch(text),
        Advice = message => message.Contains("'Plotly.NET.Offline,", StringComparison.Ordinal)
            || IsAboutCharts(message) && KitFolder() is { } kit
                && !File.Exists(Path.Combine(kit, "Plotly.NET.dll"))
            ? "The kit has the part of Plotly.NET that the course uses; build with PlotlyNet=package for all of it."
            : null,
    };

    /// <summary>The folder of the kit that the notebook has imported; empty in a browser; null if no kit has been
    /// imported.</summary>
    private static string? KitFolder()
    {
        Assembly? kit = Array.Find(
            AppDomain.CurrentDomain.GetAssemblies(), loaded => loaded.GetName().Name == "NeuralNotebooks.Course");
        return kit is null ? null : Path.GetDirectoryName(kit.Location) ?? "";
    }

    /// <summary>Whether the message is about a missing member of Plotly.NET, or a missing argument of a chart or its
    /// style.</summary>
    internal static bool IsAboutCharts(string message) =>
        MissingMember().IsMatch(message) || MissingArgument().IsMatch(message);

    [GeneratedRegex(@"^'(Chart|GenericChart|StyleParam(\.\w+)?)' does not contain a definition for '")]
    private static partial Regex MissingMember();

    // The assembly with these methods may not be loaded yet, so their names are listed here.
    [GeneratedRegex(
        @"^The best overload for '(AnnotatedHeatmap|Area|BoxPlot|Bubble|Contour|Grid|Heatmap|Histogram|Line|Pie|Point"
            + @"|PointPolar|Range|Scatter|Spline|(Stacked)?(Bar|Column)|Surface|Violin|With(TraceInfo|[XY]AxisStyle))'"
            + @" does not have a parameter named '"
    )]
    private static partial Regex MissingArgument();

    /// <summary>
    /// Matches cells that are for grading only: a wrong solution, which would replace the right one, or a list of names
    /// that answers must not or may use.
    /// </summary>
    [GeneratedRegex(
        @"^[ \t]*//+[ \t]*(MISTAKES?[ \t]+[A-Za-z0-9_-]+[ \t]*:"
            + @"|(FORBIDDEN|ALLOWED)[ \t]+[A-Za-z0-9_-]+[ \t]*(\r?$|\n|\r\n))"
    )]
    private static partial Regex TeacherCell();
}
