namespace NeuralNotebooks.Engine;

/// <content>Completion and inspection. They do not change the session, and must not be called while a cell
/// runs.</content>
public sealed partial class CSharpSession
{
    /// <summary>Warms up completion in the background, once the compiler is warm and no cell is running.</summary>
    public Task PrepareCompletionAsync() => OwnThread.Run("Completion", () =>
    {
        WarmUp.Begin(_options.References).Wait();
        _oneAtATime.Wait();
        _oneAtATime.Release();
        return WarmUp.BeginCompletion(_options.References);
    }).Unwrap();

    /// <summary>Completions at a position in a cell.</summary>
    public CompletionList Complete(string code, int position) =>
        CodeLimits.Check(code) is null
            ? new CompletionEngine(_chain, _options.Folder).Complete(code, position)
            : CompletionList.None(Math.Clamp(position, 0, code.Length));

    /// <summary>Documentation of the name at a position in a cell.</summary>
    /// <param name="code">The cell.</param>
    /// <param name="position">In or right after the name, or in the parentheses of a call.</param>
    /// <param name="detailed">Whether to include all details.</param>
    /// <returns>Null when nothing is known.</returns>
    public Inspection? Inspect(string code, int position, bool detailed) =>
        CodeLimits.Check(code) is null
            ? SymbolInspection.Find(CellAnalysis.Of(code, _chain), position, detailed)
            : null;

    /// <summary>Whether the code is complete or continues on another line.</summary>
#pragma warning disable CA1822 // Part of a session's interface, though earlier cells do not change the answer.
    public Completeness CheckComplete(string code) =>
        CodeLimits.Check(code) is null ? Completeness.Of(code) : new Completeness(CodeStatus.Invalid, "");
#pragma warning restore CA1822
}
