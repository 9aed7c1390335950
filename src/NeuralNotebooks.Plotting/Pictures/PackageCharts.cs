using System.Runtime.CompilerServices;
using Plotly.NET;
using Chart = Plotly.NET.CSharp.Chart;

namespace NeuralNotebooks.Plotting;

/// <summary>Gives charts of the real Plotly.NET the look that they have with Plotly.NET.Offline, in every
/// host.</summary>
/// <remarks>
/// Only a build with <c>PlotlyNet=package</c> has this class, and its kit calls it at the start of a notebook.
/// </remarks>
public static class PackageCharts
{
    /// <summary>Gives charts the look of the course, and registers an HTML formatter for them with the host.</summary>
    /// <exception cref="InvalidOperationException">Plotly.NET cannot draw in this host; the message says
    /// why.</exception>
    public static void Register()
    {
        try
        {
            DrawOne();
        }
        catch (Exception e) when (e is MissingMemberException or TypeLoadException or IOException
            or TypeInitializationException or BadImageFormatException)
        {
            throw new InvalidOperationException(Cause(e), e);
        }
        HostFormatters.Register(
            typeof(GenericChart), chart => ChartDrawing.OfChart(GenericChart.toJson((GenericChart)chart)));
    }

    // The types that a method uses are loaded when it starts: if this method cannot start, its caller catches the
    // exception.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void DrawOne()
    {
        // A chart without a template has the look of the course.
        Defaults.DefaultTemplate = new Template();
        GenericChart.toJson(Chart.Point<int, int, string>([0], [0]));
    }

    internal static string Cause(Exception failure)
    {
        IEnumerable<string> loaded = AppDomain.CurrentDomain.GetAssemblies()
            .Where(assembly => assembly.GetName().Name is "FSharp.Core" or "Plotly.NET")
            .Select(assembly => $"{assembly.GetName().Name} {assembly.GetName().Version} from {assembly.Location}");
        return $"Plotly.NET cannot draw here: {failure.GetBaseException().Message} Loaded are "
            + $"{string.Join(", ", loaded)}. Charts of a kit that is built with PlotlyNet=offline are drawn in every "
            + "host.";
    }
}
