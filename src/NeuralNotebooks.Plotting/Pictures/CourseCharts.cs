using System.Runtime.CompilerServices;
using Plotly.NET;

namespace NeuralNotebooks.Plotting;

/// <summary>Gives charts of Plotly.NET the look of the course, and shows them in hosts that do not know them.</summary>
public static class CourseCharts
{
    private const string Library = "Plotly.NET";

    /// <summary>Prepares Plotly.NET as soon as it is loaded, which happens when the first chart is made: a notebook
    /// without charts does not need it. The kit's script calls this.</summary>
    public static void Register()
    {
        AppDomain.CurrentDomain.AssemblyLoad -= Prepare;
        AppDomain.CurrentDomain.AssemblyLoad += Prepare;
        if (Array.Exists(AppDomain.CurrentDomain.GetAssemblies(), loaded => loaded.GetName().Name == Library))
            Prepare();
    }

    private static void Prepare(object? sender, AssemblyLoadEventArgs arguments)
    {
        if (arguments.LoadedAssembly.GetName().Name == Library)
            Prepare();
    }

    private static void Prepare()
    {
        try
        {
            Use();
        }
        catch (Exception e) when (e is MissingMemberException or TypeLoadException or IOException
            or TypeInitializationException or BadImageFormatException)
        {
            // Plotly.NET cannot run in this host: the code that makes the first chart fails for the same reason, and
            // its error is shown.
        }
    }

    // The types that a method uses are loaded when it starts: if this method cannot start, its caller catches the
    // exception.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Use()
    {
        Defaults.DefaultTemplate = CourseTemplate.ForCharts();
        HostFormatters.Register(
            typeof(GenericChart), chart => FigureHtml.OfChart(GenericChart.toJson((GenericChart)chart)));
    }
}
