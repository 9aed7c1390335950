namespace NeuralNotebooks.Engine;

/// <summary>Compiles and runs something small in the background, so that the first cell finds the compiler ready.</summary>
internal static class WarmUp
{
    private static readonly string[] Cells =
        ["using System.IO;\nint F(int x) => x;\nrecord R(int X);\nvar x = new[] { 1, 2 }.Select(i => F(i)).ToList();", "x.Count"];

    private static readonly Lazy<Task> Once = new(() => Task.Run(CompileThenFormat));

    public static void Begin() => _ = Once.Value;

    /// <summary>One after the other: a first cell that comes at once shall not share the machine with more than one thread.</summary>
    private static async Task CompileThenFormat()
    {
        await Compile();
        Format();
    }

    private static async Task Compile()
    {
        using var chain = new ScriptChain();
        foreach (string code in Cells)
        {
            var script = chain.Compile(code, "warm-up", CancellationToken.None);
            ScriptChain.HasValue(script, value: null);
            await chain.RunAsync(script);
        }
    }

    private static void Format()
    {
        ValueFormatter.Format(new { Number = 0.5, Items = Cells });
        Directive.FindAll("#r \"none\"");
    }
}
