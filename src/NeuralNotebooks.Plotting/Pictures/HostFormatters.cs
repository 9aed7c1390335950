namespace NeuralNotebooks.Plotting;

/// <summary>Registers an HTML formatter for a type with the notebook host that runs this process. Hosts are found by
/// reflection, since none is referenced.</summary>
internal static class HostFormatters
{
    private const BindingFlags Hidden = BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance;

    public static void Register(Type type, Func<object, string> html)
    {
        RegisterWithInteractive(type, html);
        RegisterWithVerso(type, html);
    }

    private static void RegisterWithInteractive(Type type, Func<object, string> html) =>
        Find("Microsoft.DotNet.Interactive.Formatting", "Formatter")
            ?.GetMethod("Register", [typeof(Type), typeof(Action<object, TextWriter>), typeof(string)])
            ?.Invoke(null, [type, (Action<object, TextWriter>)((value, to) => to.Write(html(value))), "text/html"]);

    /// <summary>Verso formats values by extensions. The object that displays the values of the running cell has a field
    /// with the host, which loads extensions.</summary>
    private static void RegisterWithVerso(Type type, Func<object, string> html)
    {
        const string Abstractions = "Verso.Abstractions";
        object? display = (Find(Abstractions, "DisplayContext")?.GetProperty("Current", Hidden)?.GetValue(null)
            as Delegate)?.Target;
        object? host = display?.GetType().GetFields(Hidden).Select(field => field.GetValue(display))
            .FirstOrDefault(value => value?.GetType().GetMethod("LoadExtensionAsync") is not null);
        if (host is null || Find(Abstractions, "IDataFormatter") is not { } formatter)
            return;
        VersoFormatter ours = (VersoFormatter)DispatchProxy.Create(formatter, typeof(VersoFormatter));
        (ours.Type, ours.Html) = (type, html);
        // The kit may be imported twice, and the host rejects an extension that it has loaded already.
        object problems = host.GetType().GetMethod("ValidateExtension")!.Invoke(host, [ours])!;
        if (!((System.Collections.IEnumerable)problems).GetEnumerator().MoveNext())
            ((Task)host.GetType().GetMethod("LoadExtensionAsync")!.Invoke(host, [ours])!).GetAwaiter().GetResult();
    }

    private static Type? Find(string assembly, string name) =>
        Array.Find(AppDomain.CurrentDomain.GetAssemblies(), loaded => loaded.GetName().Name == assembly)
            ?.GetType($"{assembly}.{name}");

    /// <summary>Implements Verso's interface IDataFormatter.</summary>
    internal class VersoFormatter : DispatchProxy
    {
        public Type Type { get; set; } = typeof(object);

        public Func<object, string> Html { get; set; } = _ => "";

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.Name switch
        {
            "get_ExtensionId" => "neuralnotebooks.charts",
            "get_Name" => "Charts of Plotly.NET",
            "get_Version" => "1.0.0",
            "get_SupportedTypes" => new[] { Type },
            // A higher priority than that of the formatter for F# types, which shows a tree.
            "get_Priority" => 100,
            "CanFormat" => Type.IsInstanceOfType(args![0]),
            "FormatAsync" => Output(targetMethod.ReturnType.GenericTypeArguments[0], Html(args![0]!)),
            _ => targetMethod.ReturnType == typeof(Task) ? Task.CompletedTask : null,
        };

        /// <summary>A completed task with an object of Verso's output type.</summary>
        private static object Output(Type type, string html) => typeof(Task).GetMethod(nameof(Task.FromResult))!
            .MakeGenericMethod(type).Invoke(null, [type.GetMethod("Html", [typeof(string)])!.Invoke(null, [html])])!;
    }
}
