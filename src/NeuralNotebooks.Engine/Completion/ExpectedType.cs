namespace NeuralNotebooks.Engine;

/// <summary>The type that is expected at a position, such as the type of a method's parameter.</summary>
internal sealed record ExpectedType(ITypeSymbol Type, CellAnalysis Cell, int Position)
{
    /// <returns>Null if any type is allowed.</returns>
    public static ExpectedType? At(CellAnalysis cell, SyntaxToken before)
    {
        CallAtCursor? call = CallAtCursor.After(before);
        ITypeSymbol? expected =
            call?.Callees(cell).Select(call.ParameterOf).FirstOrDefault(parameter => parameter is not null)?.Type
            ?? before.Parent switch
            {
                EqualsValueClauseSyntax { Parent.Parent: VariableDeclarationSyntax { Type: { IsVar: false } type } } =>
                    cell.Model.GetTypeInfo(type).Type,
                AssignmentExpressionSyntax assignment => cell.Model.GetTypeInfo(assignment.Left).Type,
                BinaryExpressionSyntax
                {
                    RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression
                } comparison => cell.Model.GetTypeInfo(comparison.Left).Type,
                SwitchExpressionSyntax choice => cell.Model.GetTypeInfo(choice.GoverningExpression).Type,
                CaseSwitchLabelSyntax { Parent.Parent: SwitchStatementSyntax choice } =>
                    cell.Model.GetTypeInfo(choice.Expression).Type,
                _ => null,
            };
        if (expected is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            expected = nullable.TypeArguments[0];
        return expected is null or IErrorTypeSymbol or ITypeParameterSymbol
            || expected.SpecialType == SpecialType.System_Object
            ? null : new(expected, cell, before.Span.End);
    }

    public IEnumerable<Candidate> Values()
    {
        if (Type.SpecialType == SpecialType.System_Boolean)
            return [new("true", "keyword", Likelihood.Expected), new("false", "keyword", Likelihood.Expected)];
        string name = Type.ToMinimalDisplayString(Cell.Model, Position);
        Likelihood likelihood = Type.TypeKind == TypeKind.Enum ? Likelihood.Expected : Likelihood.Usual;
        return Type.GetMembers()
            .Where(member => member is { IsStatic: true, DeclaredAccessibility: Accessibility.Public }
                && MemberCompletion.IsVisible(member)
                && SymbolText.TypeOf(member) is { } type
                && SymbolEqualityComparer.Default.Equals(type, Type))
            .Select(member => new Candidate($"{name}.{member.Name}", "instance", likelihood, name));
    }
}
