using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis.Scripting;
using NeuralNotebooks.Engine;

namespace NeuralNotebooks.Course;

/// <summary>Makes the questions in .NET Interactive and Verso. Both run cells as scripts, and keep the state after the
/// last one.</summary>
/// <remarks>The compiler is that of the host. The course is compiled against the API of an older version.</remarks>
internal static class ScriptQuestions
{
    private const string Unavailable = "In this host there are no questions about your code. They appear in nn: in its "
        + "kernel for Jupyter, in nn run, and on live pages.";

    private const BindingFlags AnyMember = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static
        | BindingFlags.Instance | BindingFlags.GetField | BindingFlags.GetProperty | BindingFlags.InvokeMethod;

    /// <summary>The questions about a function. In a host that has no such state, a sentence says so.</summary>
    public static SheetParts Ask(string call, string seed, string textOf)
    {
        SheetParts none = (0, [], Unavailable);
        try
        {
            return (OfInteractive() ?? OfVerso()) is { } state ? Ask(state, call, seed, textOf) : none;
        }
        catch (Exception)
        {
            return none; // Some members are private: another version of the host may not have them.
        }
    }

    /// <summary>Takes an object, since the type of the state cannot be loaded in a host without it.</summary>
    private static SheetParts Ask(object state, string call, string seed, string textOf)
    {
        var last = (ScriptState)state;
        return CodeQuestions.Ask(
            call,
            name => CodeOf(name, last.Script),
            seed,
            textOf,
            text => last.Script.ContinueWith(text).GetCompilation(),
            program => last.Script.ContinueWith<string[][]>(program).RunFromAsync(last).GetAwaiter().GetResult()
                .ReturnValue).ToParts();
    }

    /// <summary>The text of the last cell that declares a name; null if none does.</summary>
    private static string? CodeOf(string name, Script? cell) =>
        cell is null ? null
        : cell.GetCompilation().ScriptClass?.GetMembers(name) is { IsEmpty: false } ? cell.Code
        : CodeOf(name, cell.Previous);

    private static object? OfInteractive() => Read(
        Type.GetType("Microsoft.DotNet.Interactive.KernelInvocationContext, Microsoft.DotNet.Interactive"),
        null,
        "Current", "HandlingKernel", "ScriptState");

    private static object? OfVerso() =>
        (Read(
            Type.GetType("Verso.Abstractions.DisplayContext, Verso.Abstractions"),
            null,
            "Current", "Target", "_extensionHost", "GetKernels") as IEnumerable<object>)
        ?.Where(kernel => Read(kernel.GetType(), kernel, "LanguageId") is "csharp")
        .Select(kernel => Read(kernel.GetType(), kernel, "_stateManager", "_lastState"))
        .FirstOrDefault();

    /// <summary>Reads a member, then a member of its value, and so on; null as soon as a value is null.</summary>
    private static object? Read(Type? type, object? value, params IEnumerable<string> members)
    {
        foreach (string member in members)
        {
            value = type?.InvokeMember(member, AnyMember, null, value, null, CultureInfo.InvariantCulture);
            type = value?.GetType();
        }
        return value;
    }
}
