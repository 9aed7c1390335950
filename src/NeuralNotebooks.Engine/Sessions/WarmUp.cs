namespace NeuralNotebooks.Engine;

/// <summary>Warms up the compiler in the background, so that the first cell is fast.</summary>
internal static class WarmUp
{
    private static readonly string[] _cells =
    [
        "using System.IO;\nint F(int x) => x;\nrecord R(int X);\nvar x = new[] { 1, 2 }.Select(i => F(i)).ToList();",
        "x.Count",
    ];

    /// <summary>One text for each kind of completion: members of a type; members and extension methods of a value;
    /// names in scope; arguments of a call.</summary>
    private static readonly string[] _completions = ["Console.", "\"\".", "C", "Math.Max("];

    private static Task? _once, _onceForCompletion;
    private static volatile bool _cancelled;

    /// <summary>Starts warming up, once per process. The task ends early if a cell is run first.</summary>
    public static Task Begin(FrameworkReferences framework)
        => LazyInitializer.EnsureInitialized(ref _once, () => Task.Run(() => WarmAsync(framework)));

    public static Task BeginCompletion(FrameworkReferences framework)
        => LazyInitializer.EnsureInitialized(ref _onceForCompletion, () => Task.Run(() => WarmCompletion(framework)));

    /// <summary>Called when a cell is run: it warms up the compiler as well, and is faster without another compilation
    /// in parallel.</summary>
    public static void Cancel() => _cancelled = true;

    private static async Task WarmAsync(FrameworkReferences framework)
    {
        _ = framework.Bound;
        Format();
        var chain = new ScriptChain(framework);
        foreach (string code in _cells)
        {
            if (_cancelled)
                return;
            CompiledScript script = chain.Compile(code, "warm-up", CancellationToken.None);
            script.HasValue(value: null);
            await chain.RunAsync(script);
        }
    }

    private static void WarmCompletion(FrameworkReferences framework)
    {
        var chain = new ScriptChain(framework);
        foreach (string code in _completions)
            CompletionEngine.Complete(code, code.Length, text => CellAnalysis.Of(text, chain));
    }

    private static void Format()
    {
        ValueFormatter.Format(new { Number = 0.5, Items = _cells }, cell: null);
        Directive.FindAll("#r \"none\"");
    }
}
