using System.Reflection;

namespace NeuralNotebooks;

/// <summary>Shows a value in the notebook that can be updated in place, if the notebook's host supports that.</summary>
/// <remarks>
/// The library references no host. It looks for two kinds of method in the loaded assemblies: a static
/// <c>display(object, …)</c>, or <c>Display(context, object, …)</c> for a context whose type has a static property
/// <c>Current</c>. The result of either has a method
/// <c>Update(object)</c>. (In .NET Interactive the first kind exists too, but since June 2025 its result updates
/// nothing.)
/// </remarks>
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

    /// <summary>The two methods of a host as one function; null if the host lacks them.</summary>
    internal static Func<object, Action<object>>? Of(Type host)
    {
        MethodInfo? display = Array.Find(host.GetMethods(BindingFlags.Public | BindingFlags.Static), IsDisplay);
        if (display?.ReturnType.GetMethod("Update", [typeof(object)]) is not { } update)
            return null;
        PropertyInfo? current = CurrentOf(display);
        object?[] optional = [.. display.GetParameters().Skip(current is null ? 1 : 2).Select(DefaultOf)];
        return value =>
        {
            object?[] context = current is null
                ? []
                : [current.GetValue(null) ?? throw new InvalidOperationException("No cell is running.")];
            object? place = Call(display, null, [.. context, value, .. optional]);
            return newer => Call(update, place, [newer]);
        };
    }

    private static bool IsDisplay(MethodInfo method)
    {
        int first = method.Name == "display" ? 0 : method.Name == "Display" && CurrentOf(method) is not null ? 1 : -1;
        ParameterInfo[] parameters = method.GetParameters();
        return first >= 0
            && parameters.Length > first
            && parameters[first].ParameterType == typeof(object)
            && parameters.Skip(first + 1).All(IsOptional);
    }

    private static PropertyInfo? CurrentOf(MethodInfo method) =>
        method.GetParameters() is [var context, ..]
            ? context.ParameterType.GetProperty("Current", BindingFlags.Public | BindingFlags.Static)
            : null;

    private static Func<object, Action<object>>? Find((string Assembly, string Type) host) =>
        AppDomain
            .CurrentDomain.GetAssemblies()
            .FirstOrDefault(assembly => assembly.GetName().Name == host.Assembly)
            ?.GetType(host.Type)
            is { } type
            ? Of(type)
            : null;

    /// <summary>Calls a method without wrapping the host's exceptions, such as that of an interrupted cell.</summary>
    private static object? Call(MethodInfo method, object? target, object?[] arguments)
        => method.Invoke(target, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);

    private static bool IsOptional(ParameterInfo parameter) =>
        parameter.HasDefaultValue || parameter.IsDefined(typeof(ParamArrayAttribute));

    private static object? DefaultOf(ParameterInfo parameter) =>
        parameter.HasDefaultValue
            ? parameter.DefaultValue
            : Array.CreateInstance(parameter.ParameterType.GetElementType()!, 0);
}
