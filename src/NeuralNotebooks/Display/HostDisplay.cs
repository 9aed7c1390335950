namespace NeuralNotebooks;

/// <summary>Shows a value in the notebook, and later replaces it in place by another, if the notebook's host supports
/// that.</summary>
/// <remarks>The library has no reference to a host, so it finds the methods by reflection. In the assembly of a host it
/// looks for one of two static methods: <c>display(object)</c>, or <c>Display(context, object, string[])</c> with a
/// context whose type has a static property <c>Current</c>. The result of either has a method <c>Update(object)</c>.
/// (.NET Interactive has the first method too, but since June 2025 the <c>Update</c> of its result has no
/// effect.)</remarks>
internal static class HostDisplay
{
    private static readonly (string Assembly, string Type)[] _hosts =
    [
        ("NeuralNotebooks.Engine", "NeuralNotebooks.Engine.NotebookFunctions"),
        ("Microsoft.DotNet.Interactive", "Microsoft.DotNet.Interactive.KernelInvocationContextExtensions"),
    ];

    private static readonly Lazy<Func<object, Action<object>>?> _found = new(() =>
        _hosts.Select(Find).FirstOrDefault(display => display is not null)
    );

    /// <summary>Shows a value now.</summary>
    /// <returns>An action that shows another value in its place; null if the host cannot do that, and nothing was
    /// shown.</returns>
    public static Action<object>? Show(object value)
    {
        try
        {
            return _found.Value?.Invoke(value);
        }
        catch (InvalidOperationException)
        {
            return null; // No cell is running.
        }
    }

    /// <summary>A function that shows a value in a host and returns an action that replaces it; null if the host has
    /// neither method.</summary>
    internal static Func<object, Action<object>>? Of(Type host)
    {
        if (host.GetMethod("display", [typeof(object)]) is { } display)
            return value => Show(display, value);
        foreach (MethodInfo inContext in host.GetMethods().Where(method => method.Name == "Display"))
        {
            Type[] types = [.. inContext.GetParameters().Select(parameter => parameter.ParameterType)];
            if (types is [var context, var shown, _] && shown == typeof(object))
                return value =>
                {
                    object? current = context.GetProperty("Current")!.GetValue(null);
                    return Show(
                        inContext,
                        current ?? throw new InvalidOperationException("No cell is running."),
                        value,
                        Array.Empty<string>());
                };
        }
        return null;
    }

    private static Action<object> Show(MethodInfo display, params object[] arguments)
    {
        object place = Call(display, null, arguments)!;
        MethodInfo update = place.GetType().GetMethod("Update", [typeof(object)])!;
        return newer => Call(update, place, newer);
    }

    private static Func<object, Action<object>>? Find((string Assembly, string Type) host) =>
        AppDomain
            .CurrentDomain.GetAssemblies()
            .FirstOrDefault(assembly => assembly.GetName().Name == host.Assembly)
            ?.GetType(host.Type)
            is { } type
            ? Of(type)
            : null;

    /// <summary>Calls a method without wrapping the host's exceptions, such as that of an interrupted cell.</summary>
    private static object? Call(MethodInfo method, object? target, params object[] arguments) =>
        method.Invoke(target, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);
}
