namespace NeuralNotebooks.Engine;

/// <summary>Finds calls such as <c>picture.Show()</c>, which would open a window or a browser, and replaces them by
/// calls that show the object as an output.</summary>
/// <remarks>The call becomes a comment, so that no position in the cell changes: <c>display(picture)/*.Show()*/</c>.
/// </remarks>
internal static class ShowCalls
{
    private const string Display =
        Insertion.Prefix + nameof(NotebookFunctions) + "." + nameof(NotebookFunctions.display) + "(";

    public static IEnumerable<Insertion> Find(
        string code, IReadOnlySet<string> methods, Func<string, Compilation> analyze)
    {
        if (!methods.Any(method => code.Contains(method[method.LastIndexOf('.')..], StringComparison.Ordinal)))
            return [];
        Compilation script = analyze(code);
        SyntaxTree tree = script.SyntaxTrees.Last();
        SemanticModel model = script.GetSemanticModel(tree);
        return tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Where(call => call.ArgumentList.Arguments.Count == 0
                && model.GetSymbolInfo(call).Symbol is IMethodSymbol { ContainingType: var type, Name: var name }
                && methods.Contains($"{type.ToDisplayString()}.{name}"))
            .SelectMany(call => call.Expression is MemberAccessExpressionSyntax { Expression: var shown }
                ? Insertions(call, shown) : []);
    }

    private static Insertion[] Insertions(SyntaxNode call, SyntaxNode shown) =>
    [
        .. Insertion.Around(shown, Display, ")/*", InsertionKind.Statement),
        new(call.Span.End, "*/", InsertionKind.Statement, call.Span),
    ];
}
