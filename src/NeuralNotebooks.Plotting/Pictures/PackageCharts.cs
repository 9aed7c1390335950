using System.Reflection;
using Plotly.NET;

namespace NeuralNotebooks.Plotting;

/// <summary>What charts of the real Plotly.NET need to look like those of the offline one, in every host.</summary>
/// <remarks>
/// Only a build with <c>PlotlyNet=package</c> has this class, and its kit calls it at the start of a notebook.
/// </remarks>
public static class PackageCharts
{
    /// <summary>Lets the page decide on colours, and tells .NET Interactive how a chart is shown.</summary>
    public static void Register()
    {
        // The template of the original has a ground of its own, light on a dark page too.
        Defaults.DefaultTemplate = new Template();
        // The attribute by which .NET Interactive finds the formatter of a type names none on this one.
        Assembly? host = Array.Find(
            AppDomain.CurrentDomain.GetAssemblies(),
            assembly => assembly.GetName().Name == "Microsoft.DotNet.Interactive.Formatting"
        );
        host?.GetType("Microsoft.DotNet.Interactive.Formatting.Formatter")
            ?.GetMethod("Register", [typeof(Type), typeof(Action<object, TextWriter>), typeof(string)])
            ?.Invoke(null, [typeof(GenericChart), (Action<object, TextWriter>)Write, "text/html"]);
    }

    private static void Write(object chart, TextWriter writer) =>
        writer.Write(ChartDrawing.OfChart(GenericChart.toJson((GenericChart)chart)));
}
