namespace NeuralNotebooks.Engine;

internal sealed record ScriptEntry(string Type)
{
    private const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <remarks>The compiler's entry point, which Roslyn's scripting API calls, is an async method: when it returns, it
    /// undoes changes of the execution context, also that of the culture. No documented call leaves them to the caller,
    /// so this method starts the state machine itself, by the names that the compiler gives to its fields.</remarks>
    /// <param name="states">The instances of the scripts that have run, from index 1; the code appends the new
    /// instance.</param>
    public Task<object?> RunAsync(Assembly assembly, object?[] states)
    {
        Type type = assembly.GetType(Type, throwOnError: true)!;
        object script = Activator.CreateInstance(type, Instance, binder: null, [states], culture: null)!;
        Type code = type.GetNestedTypes(Instance).First(TypeName.IsTopLevel);
        var machine = (IAsyncStateMachine)Activator.CreateInstance(code, nonPublic: true)!;
        code.GetField("<>4__this", Instance)?.SetValue(machine, script);
        code.GetField("<>1__state", Instance)!.SetValue(machine, -1);
        FieldInfo builder = code.GetField("<>t__builder", Instance)!;
        builder.SetValue(machine, AsyncTaskMethodBuilder<object?>.Create());
        machine.MoveNext();
        return ((AsyncTaskMethodBuilder<object?>)builder.GetValue(machine)!).Task;
    }
}
