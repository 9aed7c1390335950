namespace NeuralNotebooks.Engine;

/// <summary>The syntax tree and semantic model of a cell that is being edited, after the cells that have run.</summary>
internal sealed class CellAnalysis
{
    private CellAnalysis(Compilation compilation, FrameworkReferences framework)
    {
        SyntaxTree tree = compilation.SyntaxTrees.Last();
        (Compilation, Root, Model, Framework) = (
            compilation, tree.GetRoot(), compilation.GetSemanticModel(tree), framework);
    }

    public Compilation Compilation { get; }

    public SyntaxNode Root { get; }

    public SemanticModel Model { get; }

    public FrameworkReferences Framework { get; }

    public static CellAnalysis Of(string code, ScriptChain chain) =>
        new(chain.Analyze(Directive.OnlyCSharp(code)), chain.Framework);

    public SyntaxToken TokenBefore(int position)
    {
        SyntaxToken token = Root.FindToken(position);
        while (token.SpanStart >= position && !token.IsKind(SyntaxKind.None))
            token = token.GetPreviousToken();
        return token;
    }

    public bool IsInText(int position)
    {
        if (position > 0 && Root.FindTrivia(position - 1) is { } trivia && position > trivia.SpanStart
            && trivia.Kind() switch
            {
                SyntaxKind.SingleLineCommentTrivia or SyntaxKind.SingleLineDocumentationCommentTrivia => true,
                SyntaxKind.MultiLineCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia =>
                    position < trivia.Span.End,
                _ => false,
            })
            return true;
        SyntaxToken token = TokenBefore(position);
        return token.Kind() switch
        {
            SyntaxKind.StringLiteralToken
            or SyntaxKind.SingleLineRawStringLiteralToken
            or SyntaxKind.MultiLineRawStringLiteralToken
            or SyntaxKind.Utf8StringLiteralToken
            or SyntaxKind.CharacterLiteralToken => position < token.Span.End || IsUnfinished(token),
            SyntaxKind.NumericLiteralToken or SyntaxKind.InterpolatedStringTextToken => position <= token.Span.End,
            SyntaxKind.InterpolatedStringStartToken
            or SyntaxKind.InterpolatedVerbatimStringStartToken
            or SyntaxKind.InterpolatedSingleLineRawStringStartToken
            or SyntaxKind.InterpolatedMultiLineRawStringStartToken => true,
            _ => false,
        };
    }

    /// <summary>The namespace or type that an expression before a dot denotes; for a value, its type.</summary>
    public INamespaceOrTypeSymbol? Meaning(ExpressionSyntax expression, out bool isValue)
    {
        SymbolInfo found = Model.GetSymbolInfo(expression);
        ITypeSymbol? type = Model.GetTypeInfo(expression).Type;
        if (found.Symbol is null && (type is null or IErrorTypeSymbol))
        {
            found = Rebound(expression);
            type = Model.GetSpeculativeTypeInfo(
                expression.SpanStart, Parsed(expression), SpeculativeBindingOption.BindAsExpression).Type;
        }
        ISymbol? symbol = found.Symbol ?? found.CandidateSymbols.FirstOrDefault();
        isValue = symbol is not (INamespaceOrTypeSymbol or IAliasSymbol) && type is not null;
        return symbol switch
        {
            IAliasSymbol alias => alias.Target,
            INamespaceOrTypeSymbol itself => itself,
            _ => type is IErrorTypeSymbol ? null : type,
        };
    }

    /// <summary>The symbol of an expression that is bound as a value: in an incomplete line, the parser may have taken
    /// it for a type.</summary>
    public SymbolInfo Rebound(ExpressionSyntax expression) => Model.GetSpeculativeSymbolInfo(
        expression.SpanStart, Parsed(expression), SpeculativeBindingOption.BindAsExpression);

    private static ExpressionSyntax Parsed(ExpressionSyntax expression) =>
        SyntaxFactory.ParseExpression(expression.ToString());

    private static bool IsUnfinished(SyntaxToken literal) =>
        literal.GetDiagnostics().Any(d => d.Severity == DiagnosticSeverity.Error);
}
