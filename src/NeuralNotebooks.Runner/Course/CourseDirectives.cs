using System.Reflection;
using System.Text.RegularExpressions;
using NeuralNotebooks.Engine;

namespace NeuralNotebooks.Runner;

/// <summary>What the course adds to the engine's directives: its kit, and the cells of an assignment's source that are
/// never run.</summary>
/// <remarks>This file is compiled into NeuralNotebooks.Browser too.</remarks>
internal static partial class CourseDirectives
{
    /// <summary>Those of a host.</summary>
    /// <param name="kitScript">What <c>#!import kit.csx</c> imports if the notebook's folder has none; null if there is
    /// no other.</param>
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
        // The expression is made at the first cell: the session limits the time of matches before that.
        LeavesOut = text => TeacherCell().IsMatch(text),
        Advice = message => message.Contains("'Plotly.NET.Offline,", StringComparison.Ordinal)
            || MissingChart().IsMatch(message) && KitFolder() is { } kit
                && !File.Exists(Path.Combine(kit, "Plotly.NET.dll"))
            ? "The kit has the part of Plotly.NET that the course uses; build with PlotlyNet=package for all of it."
            : null,
    };

    /// <summary>The folder of the kit that the notebook has imported, empty in a page; null if it has imported
    /// none.</summary>
    private static string? KitFolder()
    {
        Assembly? kit = Array.Find(
            AppDomain.CurrentDomain.GetAssemblies(), loaded => loaded.GetName().Name == "NeuralNotebooks.Course");
        return kit is null ? null : Path.GetDirectoryName(kit.Location) ?? "";
    }

    [GeneratedRegex(@"^'(Chart|GenericChart|StyleParam(\.\w+)?)' does not contain a definition for '")]
    private static partial Regex MissingChart();

    /// <summary>
    /// A known wrong solution, which would replace the right one, or a list of what answers must not or may use.
    /// </summary>
    [GeneratedRegex(
        @"^[ \t]*//+[ \t]*(MISTAKES?[ \t]+[A-Za-z0-9_-]+[ \t]*:"
            + @"|(FORBIDDEN|ALLOWED)[ \t]+[A-Za-z0-9_-]+[ \t]*(\r?$|\n|\r\n))"
    )]
    private static partial Regex TeacherCell();
}
