namespace NeuralNotebooks.Engine;

/// <content>Help for who writes a cell. Nothing of it changes the session; it is not to be asked while a cell runs.</content>
public sealed partial class CSharpSession
{
    /// <summary>Makes the first completion as quick as later ones: in the background, when the compiler is warm and no cell runs that came meanwhile.</summary>
    public async Task PrepareCompletionAsync()
    {
        await WarmUp.Begin(_options.References).ConfigureAwait(false);
        await _oneAtATime.WaitAsync().ConfigureAwait(false);
        _oneAtATime.Release();
        await WarmUp.BeginCompletion(_options.References).ConfigureAwait(false);
    }

    /// <summary>What could be written at a place in a cell.</summary>
    public CompletionList Complete(string code, int position) 
        => CodeLimits.Check(code) is null ? new CompletionEngine(_chain, _options.Folder).Complete(code, position) : CompletionList.None(Math.Clamp(position, 0, code.Length));

    /// <summary>What is known of the name at a place in a cell.</summary>
    /// <param name="code">The cell.</param>
    /// <param name="position">At or behind the name, or in the parentheses of a call.</param>
    /// <param name="detailed">Whether to tell everything.</param>
    /// <returns>Null where nothing is known.</returns>
    public Inspection? Inspect(string code, int position, bool detailed)
        => CodeLimits.Check(code) is null ? SymbolInspection.Find(CellAnalysis.Of(code, _chain), position, detailed) : null;

    /// <summary>Whether what was typed can be run, or is to go on in another line.</summary>
#pragma warning disable CA1822 // A session's matter, though the earlier cells do not change the answer.
    public Completeness CheckComplete(string code) => CodeLimits.Check(code) is null ? Completeness.Of(code) : new Completeness(CodeStatus.Invalid, "");
#pragma warning restore CA1822
}
