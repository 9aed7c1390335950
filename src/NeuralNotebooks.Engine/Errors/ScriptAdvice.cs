namespace NeuralNotebooks.Engine;

/// <summary>One sentence on how to correct an error that C# in cells, other languages or mathematics lead to.</summary>
internal static class ScriptAdvice
{
    public static string? For(Diagnostic error, Compilation compilation)
    {
        if (error.Location.SourceTree?.GetRoot() is not CompilationUnitSyntax root)
            return null;
        SyntaxToken token = root.FindToken(error.Location.SourceSpan.Start);
        SyntaxNode at = root.FindNode(error.Location.SourceSpan, getInnermostNodeForTie: true);
        return CommaAdvice.For(error, compilation) ?? error.Id switch
        {
            "CS0103" => Print(Within<InvocationExpressionSyntax>(at)),
            "CS0149" or "CS1955" => MissingProduct(Within<InvocationExpressionSyntax>(at)),
            "CS1002" or "CS1519" when IsUsingVariable(token) =>
                "At the top level of a cell, using imports a namespace: for a variable, write using (var x = …) { … }, "
                    + "or put its code into a block { … }.",
            "CS1014" or "CS1597" or "CS1513" when Within<PropertyDeclarationSyntax>(at)?.Identifier.Text == "with" =>
                "To show the changed copy, leave out the semicolon; to use it later, give it a name: "
                    + "var copy = x with { … }.",
            "CS1109" when Within<MethodDeclarationSyntax>(at) is { } method =>
                "Write an extension method at the top level of a cell, without a class: "
                    + $"static {method.ReturnType} {method.Identifier}{method.ParameterList} ….",
            "CS9283" => "A cell cannot contain extension blocks: write methods at the top level of a cell, such as "
                + "static int Twice(this int x) => 2 * x.",
            "CS7021" => "A cell has no namespaces: leave the namespace out, and later cells can use its types.",
            "CS8345" when Within<TypeDeclarationSyntax>(at) is null =>
                "A Span or another ref struct cannot be a variable of a cell, which would keep it for later cells: "
                    + "declare it in a function or in a block { … }, or use an array.",
            "CS1003" or "CS1001" or "CS1026" when IsRefVariable(at, token) =>
                "A ref variable cannot be a variable of a cell, which would keep it for later cells: declare it in a "
                    + "function or in a block { … }.",
            "CS9054" => "Only the cells of this notebook see its types: leave out the word file.",
            "CS0027" or "CS1512" when Within<TypeDeclarationSyntax>(at) is null =>
                $"A cell is not in a class, so it has no {token.Text}: use the names of variables and functions alone.",
            "CS7020" =>
                "yield belongs in a function: write IEnumerable<int> Items() { yield return 1; }, then Items().",
            "CS1624" when Within<MethodDeclarationSyntax>(at) is { } method =>
                "A function with yield returns a sequence: "
                    + $"write IEnumerable<{method.ReturnType}> {method.Identifier}{method.ParameterList}.",
            "CS0120" when IsOfScript(compilation.GetSemanticModel(root.SyntaxTree).GetSymbolInfo(at)) =>
                "Classes and static functions cannot use the variables of cells: pass the value as a parameter, or "
                    + "declare the variable as static.",
            "CS0201" when IsLast(at, root) => "To show the value, leave out the semicolon at the end of the cell.",
            "CS0214" => "Code with pointers must be in a block unsafe { … }.",
            "CS1529" => "Move the using directives to the top of the cell.",
            "CS1513" or "CS1026" or "CS1003" => Unclosed(root),
            _ => null,
        };
    }

    /// <summary>Advice for a call of Python's function <c>print("x")</c>.</summary>
    private static string? Print(InvocationExpressionSyntax? call) =>
        call is { Expression: IdentifierNameSyntax { Identifier.Text: "print" } }
            ? $"To show text, write Console.WriteLine{call.ArgumentList}, or end the cell with the value itself."
            : null;

    /// <summary>Advice for a product without its operator, such as <c>z(1 - z)</c> with a number z.</summary>
    private static string? MissingProduct(InvocationExpressionSyntax? call) =>
        call?.ArgumentList.Arguments.Count == 1
            ? $"{call} calls {call.Expression} like a function: for a product, write {call.Expression} * "
                + $"{call.ArgumentList}"
            : null;

    /// <summary>Whether an error is in <c>using var x = …</c>: between <c>using</c> and the error there are only the
    /// parts of a type's name, and more follows in the same line. The parser takes this for the import of a namespace
    /// <c>var</c>.</summary>
    private static bool IsUsingVariable(SyntaxToken token)
    {
        SyntaxToken next = token.GetNextToken(includeSkipped: true);
        if (next.RawKind == 0 || ScriptSyntax.LineOf(next.GetLocation()) != ScriptSyntax.LineOf(token.GetLocation()))
            return false; // Only a semicolon is missing.
        while (token.Kind() is SyntaxKind.IdentifierToken or SyntaxKind.DotToken
            or SyntaxKind.LessThanToken or SyntaxKind.GreaterThanToken or SyntaxKind.CommaToken)
            token = token.GetPreviousToken(includeSkipped: true);
        return token.IsKind(SyntaxKind.UsingKeyword);
    }

    /// <summary>Whether an error is in <c>ref int x = ref …</c>, which the parser takes for a method.</summary>
    private static bool IsRefVariable(SyntaxNode at, SyntaxToken token) =>
        at.AncestorsAndSelf().Concat(token.GetPreviousToken().Parent?.AncestorsAndSelf() ?? []).Any(node =>
            node is MethodDeclarationSyntax { ReturnType: RefTypeSyntax }
                or IndexerDeclarationSyntax { Type: RefTypeSyntax }
                or IncompleteMemberSyntax { Type: RefTypeSyntax });

    private static bool IsOfScript(SymbolInfo name) =>
        (name.Symbol ?? name.CandidateSymbols.FirstOrDefault()) is { ContainingType.IsScriptClass: true };

    private static bool IsLast(SyntaxNode at, CompilationUnitSyntax root) =>
        Within<GlobalStatementSyntax>(at) is { Statement: ExpressionStatementSyntax } statement
        && statement == root.Members.LastOrDefault();

    private static string? Unclosed(CompilationUnitSyntax root)
    {
        SyntaxToken closing = root.DescendantTokens().FirstOrDefault(token => token.IsMissing && token.Kind()
            is SyntaxKind.CloseBraceToken or SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken);
        SyntaxToken? opening = closing.Parent?.ChildTokens().FirstOrDefault(token => !token.IsMissing && token.Kind()
            is SyntaxKind.OpenBraceToken or SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken);
        return opening is { Text.Length: > 0 } found
            ? Invariant($"The {found.Text} in line {ScriptSyntax.LineOf(found.GetLocation())} is not closed: add ")
                + $"{SyntaxFacts.GetText(closing.Kind())}."
            : null;
    }

    private static T? Within<T>(SyntaxNode? node)
        where T : SyntaxNode => node?.FirstAncestorOrSelf<T>();
}
