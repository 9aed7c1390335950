using Newtonsoft.Json;
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
        Array.ForEach(AppDomain.CurrentDomain.GetAssemblies(), PrepareIfLibrary);
    }

    private static void Prepare(object? sender, AssemblyLoadEventArgs arguments) =>
        PrepareIfLibrary(arguments.LoadedAssembly);

    private static void PrepareIfLibrary(Assembly loaded)
    {
        if (loaded.GetName().Name == Library)
            Prepare(loaded);
    }

    /// <remarks>The types are found by name: while the assembly is being loaded, .NET Interactive would load it once
    /// more for each reference to a type of it, without end. So this is a method of its own, too: the runtime loads the
    /// assemblies that a method refers to before it runs the method.</remarks>
    private static void Prepare(Assembly library)
    {
        try
        {
            var template = (DynamicObj.DynamicObj)Activator.CreateInstance(Find(nameof(Template)))!;
            CourseTemplate.CopyTo(template);
            Find(nameof(Defaults)).GetProperty(nameof(Defaults.DefaultTemplate))!.SetValue(null, template);
            // Its JSON writer looks for loops, and compares each object with those around it by all their properties.
            // That took most of a chart's time. Whether two are the same object is enough.
            if (library.GetType(nameof(Globals))?.GetProperty(nameof(Globals.JSON_CONFIG))?.GetValue(null)
                is JsonSerializerSettings settings)
                settings.EqualityComparer = ReferenceEqualityComparer.Instance;
            HostFormatters.Register(Find(nameof(GenericChart)), Html);
        }
        catch (Exception e) when (e is MissingMemberException or TypeLoadException or IOException
            or TypeInitializationException or BadImageFormatException or TargetInvocationException
            or AggregateException)
        {
            // Nobody sees what an event handler throws.
            Console.Error.WriteLine($"Charts are not prepared for this host. {e.GetBaseException().Message}");
        }

        Type Find(string name) => library.GetType($"{Library}.{name}", throwOnError: true)!;
    }

    private static string Html(object chart) => FigureHtml.OfChart(GenericChart.toJson((GenericChart)chart));
}
