namespace NeuralNotebooks.Engine;

internal sealed record ScriptEntry(string Type)
{
    /// <summary>The entry point of a compiled script, which Roslyn's scripting API calls, too.</summary>
    private const string Factory = "<Factory>";

    /// <param name="states">The instances of the scripts that have run, from index 1; the code appends the new
    /// instance.</param>
    public Task<object?> RunAsync(Assembly assembly, object?[] states) =>
        assembly.GetType(Type, throwOnError: true)!.GetTypeInfo().GetDeclaredMethod(Factory)!
            .CreateDelegate<Func<object?[], Task<object?>>>()(states);
}
