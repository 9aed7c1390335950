using System.Reflection;

namespace NeuralNotebooks.Engine;

/// <summary>The entry point of a compiled script.</summary>
/// <param name="Type">The metadata name of the script's class.</param>
/// <param name="Method">The name of the static method that creates and runs an instance.</param>
internal sealed record ScriptEntry(string Type, string Method)
{
    /// <summary>Runs a script's code.</summary>
    /// <param name="assembly">The assembly that contains the code.</param>
    /// <param name="states">The instances of the scripts that have run, from index 1; the code appends the new
    /// instance.</param>
    /// <returns>The value of the last expression, or of the return statement.</returns>
    public Task<object?> RunAsync(Assembly assembly, object?[] states)
    {
        MethodInfo factory = assembly
            .GetType(Type, throwOnError: true)!
            .GetMethod(Method, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!;
        return factory.CreateDelegate<Func<object?[], Task<object?>>>()(states);
    }
}
