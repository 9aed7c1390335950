using System.Reflection;

namespace NeuralNotebooks.Engine;

/// <summary>The entry point that the compiler makes of a script's top-level code.</summary>
internal static class ScriptEntry
{
    /// <summary>The method that runs the code, and the beginning of the name of its state machine.</summary>
    private const string Method = "<Factory>", StateMachine = "<<Initialize>>d__";

    /// <summary>Whether a type is the state machine of a script's top-level code.</summary>
    public static bool IsTopLevel(Type? type) =>
        type?.Name.StartsWith(StateMachine, StringComparison.Ordinal) == true;

    /// <summary>Runs a script's code.</summary>
    /// <param name="assembly">The assembly that contains the code.</param>
    /// <param name="type">The metadata name of the script's class.</param>
    /// <param name="states">The instances of the scripts that have run, from index 1; the code appends the new
    /// instance.</param>
    /// <returns>The value of the last expression, or of the return statement.</returns>
    public static Task<object?> RunAsync(Assembly assembly, string type, object?[] states) =>
        assembly.GetType(type, throwOnError: true)!
            .GetMethod(Method, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!
            .CreateDelegate<Func<object?[], Task<object?>>>()(states);
}
