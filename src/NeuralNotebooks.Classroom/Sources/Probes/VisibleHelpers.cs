namespace NeuralNotebooks.Classroom;

/// <summary>Declarations of a TESTS cell that students get, and that its hidden tests use.</summary>
internal static class VisibleHelpers
{
    /// <summary>The using directives of the visible part, and its declarations that the hidden part uses, directly or
    /// through each other.</summary>
    public static IEnumerable<SyntaxNode> UsedBy(CompilationUnitSyntax hidden, CompilationUnitSyntax visible)
    {
        MemberDeclarationSyntax[] declarations = [.. visible.Members.Where(IsDeclaration)];
        return visible.Usings.Concat<SyntaxNode>(
            TransitiveClosure.Of(hidden.Members, user => UsedBy(user, declarations)).Intersect(declarations));
    }

    /// <summary>Whether a member is a declaration, and not another statement. In a script, a deconstruction such as
    /// <c>var (a, b) = …;</c> is a statement.</summary>
    public static bool IsDeclaration(MemberDeclarationSyntax member) =>
        member is not GlobalStatementSyntax { Statement: var statement }
        || statement switch
        {
            LocalDeclarationStatementSyntax or LocalFunctionStatementSyntax or EmptyStatementSyntax => true,
            ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Left: var left } } =>
                left is DeclarationExpressionSyntax
                || (left is TupleExpressionSyntax tuple
                    && tuple.Arguments.All(part => part.Expression is DeclarationExpressionSyntax)),
            _ => false,
        };

    /// <summary>A variable is used only if its name is not that of a local variable or a parameter: its initializer
    /// may call the student's code, and would end other probes if that fails.</summary>
    private static IEnumerable<MemberDeclarationSyntax> UsedBy(
        MemberDeclarationSyntax user, MemberDeclarationSyntax[] declarations)
    {
        CellNames names = CellNames.InText(user);
        string[] variables =
        [
            .. user.DescendantNodes().OfType<SimpleNameSyntax>().Where(CellNames.IsFree)
                .Select(name => name.Identifier.ValueText)
                .Except(names.Declares)
                .Except(
                    user.DescendantNodes().OfType<ParameterSyntax>()
                        .Select(parameter => parameter.Identifier.ValueText)),
        ];
        return declarations.Where(member =>
            CellNames.DeclaredBy(member).Any((CellNames.MayRun(member) ? variables : names.Reads).Contains));
    }
}
