using System.Reflection;

namespace NeuralNotebooks.Engine;

/// <summary>The entry point of a compiled submission.</summary>
/// <param name="Type">The metadata name of its class.</param>
/// <param name="Method">The static method that creates and runs it.</param>
internal sealed record SubmissionEntry(string Type, string Method)
{
    /// <summary>Runs a submission's code.</summary>
    /// <param name="assembly">The code.</param>
    /// <param name="states">The instances of the submissions that have run, from 1; the code adds its own as the
    /// next.</param>
    /// <returns>The value of the text's last expression, or what it has returned.</returns>
    public Task<object?> RunAsync(Assembly assembly, object?[] states)
    {
        MethodInfo factory = assembly
            .GetType(Type, throwOnError: true)!
            .GetMethod(Method, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!;
        return factory.CreateDelegate<Func<object?[], Task<object?>>>()(states);
    }
}
