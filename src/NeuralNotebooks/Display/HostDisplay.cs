using System.Reflection;

namespace NeuralNotebooks;

/// <summary>Shows a value in a place of the notebook that can change, where the notebook's host has such a thing.</summary>
/// <remarks>
/// The library knows no host. Those that have updates offer the same by the same names: a static method <c>display(object, …)</c>, whose
/// result has a method <c>Update(object)</c>. They are looked for among the assemblies that are loaded.
/// </remarks>
internal static class HostDisplay
{
    private static readonly (string Assembly, string Type)[] _hosts =
    [
        ("NeuralNotebooks.Engine", "NeuralNotebooks.Engine.NotebookFunctions"),
        ("Microsoft.DotNet.Interactive", "Microsoft.DotNet.Interactive.Kernel"),
    ];

    private static readonly Lazy<Func<object, Action<object>>?> _found = new(() => _hosts.Select(Find).FirstOrDefault(display => display is not null));

    /// <summary>Shows a value now.</summary>
    /// <returns>Shows another value in its place; null where the host cannot do that, and nothing has been shown.</returns>
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

    /// <summary>The two methods of a host as one function; null when they are not there.</summary>
    internal static Func<object, Action<object>>? Of(Type host)
    {
        MethodInfo? display = host.GetMethods(BindingFlags.Public | BindingFlags.Static).FirstOrDefault(method
            => method.Name == "display" && method.GetParameters() is [var first, .. var rest] && first.ParameterType == typeof(object) && rest.All(CanBeLeftOut));
        if (display?.ReturnType.GetMethod("Update", [typeof(object)]) is not { } update)
            return null;
        object?[] others = [.. display.GetParameters().Skip(1).Select(WhenLeftOut)];
        return value =>
        {
            object? place = Call(display, null, [value, .. others]);
            return newer => Call(update, place, [newer]);
        };
    }

    private static Func<object, Action<object>>? Find((string Assembly, string Type) host)
        => AppDomain.CurrentDomain.GetAssemblies().FirstOrDefault(assembly => assembly.GetName().Name == host.Assembly)?.GetType(host.Type) is { } type ? Of(type) : null;

    /// <summary>As if it were called directly: the host's exceptions, such as that of an interrupted cell, are not wrapped.</summary>
    private static object? Call(MethodInfo method, object? target, object?[] arguments)
        => method.Invoke(target, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);

    private static bool CanBeLeftOut(ParameterInfo parameter) => parameter.HasDefaultValue || parameter.IsDefined(typeof(ParamArrayAttribute));

    private static object? WhenLeftOut(ParameterInfo parameter)
        => parameter.HasDefaultValue ? parameter.DefaultValue : Array.CreateInstance(parameter.ParameterType.GetElementType()!, 0);
}
