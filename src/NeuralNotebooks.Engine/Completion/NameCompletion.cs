namespace NeuralNotebooks.Engine;

/// <summary>The names that can begin an expression, a type or a statement.</summary>
internal static class NameCompletion
{
    private static readonly string[] _keywords =
    [
        .. SyntaxFacts.GetKeywordKinds()
            .Where(kind => SyntaxFacts.IsReservedKeyword(kind) && !SyntaxFacts.IsPreprocessorKeyword(kind)
                || kind is SyntaxKind.TrueKeyword or SyntaxKind.FalseKeyword
                    or SyntaxKind.IfKeyword or SyntaxKind.ElseKeyword)
            .Select(SyntaxFacts.GetText)
            .Where(text => !text.StartsWith("__", StringComparison.Ordinal)),
        "async", "await", "from", "get", "global", "init", "nameof", "orderby", "record", "required", "select", "set",
        "var", "when", "where", "with", "yield",
    ];

    /// <summary>Names of the framework that beginners' code uses often.</summary>
    private static readonly HashSet<string> _common = new(StringComparer.Ordinal)
    {
        "Action", "Array", "Console", "DateTime", "Dictionary", "Directory", "Enumerable", "Environment", "Exception",
        "File", "Func", "HashSet", "IEnumerable", "List", "Math", "Path", "Queue", "Random", "Stack", "Stopwatch",
        "String", "StringBuilder", "Task", "Thread", "TimeSpan", "Tuple", "display", "HTML",
    };

    private static readonly Candidate[] _afterName =
    [
        .. new[] { "is", "as", "in", "switch", "with", "when" }.Select(word => new Candidate(
            word, "keyword", Likelihood.Language)),
    ];

    public static IEnumerable<Candidate> At(CellAnalysis cell, SyntaxToken before, int position, ITypeSymbol? expected)
    {
        if (before.IsKind(SyntaxKind.IdentifierToken) && !before.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia))
            return before.ValueText is "var" ? [] : _afterName;
        if (before.Parent is PredefinedTypeSyntax)
            return [];
        bool onlyNamespaces = before.Parent is UsingDirectiveSyntax { Alias: null, StaticKeyword.RawKind: 0 };
        bool onlyTypes = before.IsKind(SyntaxKind.NewKeyword);
        IEnumerable<Candidate> symbols = cell.Model.LookupSymbols(position)
            .Where(symbol => MemberCompletion.IsVisible(symbol)
                && (onlyNamespaces
                    ? symbol is INamespaceSymbol
                    : !onlyTypes || symbol is INamespaceOrTypeSymbol or IAliasSymbol))
            .GroupBy(symbol => symbol.Name)
            .Select(group => Candidate.Of(group, LikelihoodOf(group.First(), cell, expected)));
        IEnumerable<Candidate> created =
            onlyTypes && expected is INamedTypeSymbol { IsAbstract: false }
                ? [new Candidate(expected.ToMinimalDisplayString(cell.Model, position), "class", Likelihood.Expected)]
                : [];
        IEnumerable<Candidate> keywords =
            _keywords.Select(keyword => new Candidate(keyword, "keyword", Likelihood.Language));
        return onlyNamespaces ? symbols : [.. created, .. symbols, .. keywords];
    }

    private static Likelihood LikelihoodOf(ISymbol symbol, CellAnalysis cell, ITypeSymbol? expected) =>
        symbol is INamespaceSymbol ? Likelihood.Rare
        : !SymbolText.IsOfNotebook(symbol)
            ? IsFramework(symbol, cell) && !_common.Contains(symbol.Name) ? Likelihood.Imported
                : Likelihood.Usual
        : expected is not null
        && SymbolText.TypeOf(symbol) is { } type
        && cell.Compilation.HasImplicitConversion(type, expected)
            ? Likelihood.Fitting
        : Likelihood.Own;

    private static bool IsFramework(ISymbol symbol, CellAnalysis cell) =>
        symbol.ContainingAssembly is { } assembly && cell.Framework.Contains(assembly.Name);
}
