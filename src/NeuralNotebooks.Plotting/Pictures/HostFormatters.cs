namespace NeuralNotebooks.Plotting;

/// <summary>Registers an HTML formatter for a type with the notebook hosts of this process. They are found by the names
/// of their assemblies and members, since none is referenced.</summary>
internal static class HostFormatters
{
    private const BindingFlags Public = BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance,
        Any = Public | BindingFlags.NonPublic;

    /// <remarks>Another version of a host may lack a member, or throw.</remarks>
    public static void Register(Type type, Func<object, string> html)
    {
        foreach (Assembly host in AppDomain.CurrentDomain.GetAssemblies())
        {
            if (host.GetName().Name == "Microsoft.DotNet.Interactive.Formatting")
                RegisterWithInteractive(host, type, html);
            if (host.GetName().Name == "Verso.Abstractions")
                RegisterWithVerso(host, type, html);
        }
    }

    private static void RegisterWithInteractive(Assembly host, Type type, Func<object, string> html) => Call(
        Find(host, "Formatter"), "Register", Public, null,
        type, (Action<object, TextWriter>)((value, to) => to.Write(html(value))), "text/html");

    /// <summary>Verso formats values by extensions. The object that displays the values of the running cell has a field
    /// with the host, which loads extensions.</summary>
    private static void RegisterWithVerso(Assembly host, Type type, Func<object, string> html)
    {
        const string Load = "LoadExtensionAsync";
        if ((Call(Find(host, "DisplayContext"), "get_Current", Any, null) as Delegate)?.Target is not { } display)
            return; // No cell of Verso is running.
        object loader = display.GetType().GetFields(Any).Select(field => field.GetValue(display))
            .FirstOrDefault(value => value?.GetType().GetMethod(Load) is not null)
            ?? throw new MissingMethodException(display.GetType().Name, Load);
        var ours = (VersoFormatter)DispatchProxy.Create(Find(host, "IDataFormatter"), typeof(VersoFormatter));
        (ours.Type, ours.Html) = (type, html);
        // The kit may be imported twice, and the host rejects an extension that it has loaded already.
        object problems = Call(loader.GetType(), "ValidateExtension", Any, loader, ours)!;
        if (!((System.Collections.IEnumerable)problems).GetEnumerator().MoveNext())
            ((Task)Call(loader.GetType(), Load, Any, loader, ours)!).Wait();
    }

    private static Type Find(Assembly host, string name) =>
        host.GetType($"{host.GetName().Name}.{name}", throwOnError: true)!;

    private static object? Call(Type type, string method, BindingFlags kind, object? of, params object[] arguments) =>
        type.InvokeMember(method, kind | BindingFlags.InvokeMethod, null, of, arguments, CultureInfo.InvariantCulture);

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
