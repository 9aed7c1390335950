namespace NeuralNotebooks.Engine;

/// <summary>Makes the compiler ready in the background, so that the first cell finds it warm.</summary>
internal static class WarmUp
{
    private static readonly string[] Cells =
        ["using System.IO;\nint F(int x) => x;\nrecord R(int X);\nvar x = new[] { 1, 2 }.Select(i => F(i)).ToList();", "x.Count"];

    private static readonly Lazy<Task> Once = new(() => Task.Run(WarmAsync));
    private static volatile bool overtaken;

    public static void Begin() => _ = Once.Value;

    /// <summary>A cell has come: it warms up the compiler by itself, and does so faster when nobody else does the same beside it.</summary>
    public static void GiveWay() => overtaken = true;

    private static async Task WarmAsync()
    {
        ScriptReferences.Bind();
        Format();
        using var chain = new ScriptChain();
        foreach (string code in Cells)
        {
            if (overtaken)
                return;
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
