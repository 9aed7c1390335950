namespace NeuralNotebooks.Engine;

/// <content>The services for an editor, such as completion. They do not change the session, and must not be called
/// while a cell runs; one that takes long may go on while the next cell runs.</content>
public sealed partial class CSharpSession
{
    private Analyzed? _analyzed;

    public Task PrepareCompletionAsync() => OwnThread.Run("Completion", () =>
    {
        WarmUp.Begin(_options.References).Wait();
        CurrentCell.Turn.Wait(); // Until no cell runs.
        CurrentCell.Turn.Release();
        return WarmUp.BeginCompletion(_options.References);
    }).Unwrap();

    public CompletionList Complete(string code, int position) =>
        IsWithinLimits(code)
            ? CompletionEngine.Complete(code, position, Analyze)
            : CompletionList.None(Math.Clamp(position, 0, code.Length));

    /// <param name="position">A position in or immediately after the name, or in the parentheses of a call.</param>
    /// <returns>The signature and the documentation as plain text; null if there is no symbol at the
    /// position.</returns>
    public MimeBundle? Inspect(string code, int position) =>
        IsWithinLimits(code) ? SymbolInspection.Find(Analyze(code), position) : null;

    public IReadOnlyList<CodeProblem> FindProblems(string code) => CodeProblem.Find(code, Analyze);

    /// <summary>The overloads of the call around a position, the most likely first.</summary>
    public IReadOnlyList<Signature> Signatures(string code, int position) =>
        IsWithinLimits(code) ? SignatureHelp.At(Analyze(code), position) : [];

    public CellNames Names(string code) =>
        IsWithinLimits(code) ? CellNames.Of(Analyze(code)) : new CellNames([], [], []);

    public IReadOnlyList<Variable> Variables() =>
    [
        .. _chain.Variables().Select(variable => new Variable(
            variable.Field.Name, SymbolText.Signature(variable.Field)!, VariableText.Of(variable.Value))),
    ];

    /// <summary>Whether the code is complete or continues on another line.</summary>
#pragma warning disable CA1822 // Part of a session's interface, though earlier cells do not change the answer.
    public Completeness CheckComplete(string code) =>
        IsWithinLimits(code) ? Completeness.Of(code) : new Completeness(CodeStatus.Invalid, "");
#pragma warning restore CA1822

    /// <summary>Analyzes a text, or returns the last analysis if nothing has changed, since an editor sends several
    /// requests for one text.</summary>
    private CellAnalysis Analyze(string code)
    {
        object version = _chain.Version;
        if (_analyzed is { } last && last.Code == code && last.Version == version)
            return last.Cell;
        CellAnalysis cell = CellAnalysis.Of(code, _chain);
        if (version == _chain.Version)
            _analyzed = new Analyzed(code, version, cell);
        return cell;
    }

    private static bool IsWithinLimits(string code) => CodeLimits.Check(Directive.WithoutOtherLanguages(code)) is null;

    private sealed record Analyzed(string Code, object Version, CellAnalysis Cell);
}
