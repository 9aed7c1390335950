using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NeuralNotebooks.Site;

/// <summary>Which identifiers of a piece of code name types.</summary>
internal sealed class TypeNames
{
    private readonly HashSet<string> _variables;

    public TypeNames(SyntaxNode root)
        => _variables = [.. root.DescendantNodes().Select(Variable).OfType<string>()];

    public bool IsType(SyntaxToken identifier)
        => identifier.Parent switch
        {
            BaseTypeDeclarationSyntax
            or DelegateDeclarationSyntax
            or TypeParameterSyntax
            or ConstructorDeclarationSyntax => true,
            GenericNameSyntax name => name.Parent is not InvocationExpressionSyntax
                && !(name.Parent is MemberAccessExpressionSyntax access && access.Name == name),
            IdentifierNameSyntax name => IsTypeName(name),
            _ => false,
        };

    private bool IsTypeName(IdentifierNameSyntax name)
        => name.Parent switch
        {
            VariableDeclarationSyntax declaration => declaration.Type == name,
            ObjectCreationExpressionSyntax creation => creation.Type == name,
            ParameterSyntax parameter => parameter.Type == name,
            CastExpressionSyntax cast => cast.Type == name,
            MethodDeclarationSyntax method => method.ReturnType == name,
            LocalFunctionStatementSyntax function => function.ReturnType == name,
            PropertyDeclarationSyntax property => property.Type == name,
            ForEachStatementSyntax loop => loop.Type == name,
            DeclarationExpressionSyntax declaration => declaration.Type == name,
            DeclarationPatternSyntax pattern => pattern.Type == name,
            RecursivePatternSyntax pattern => pattern.Type == name,
            TypeArgumentListSyntax
            or BaseTypeSyntax
            or ArrayTypeSyntax
            or NullableTypeSyntax
            or TupleElementSyntax
            or TypeOfExpressionSyntax
            or DefaultExpressionSyntax
            or TypeConstraintSyntax
            or RefTypeSyntax
            or PointerTypeSyntax
            or AttributeSyntax => true,
            MemberAccessExpressionSyntax access => access.Expression == name && LooksLikeType(name.Identifier.Text),
            QualifiedNameSyntax qualified => qualified.Right == name
                && qualified.FirstAncestorOrSelf<UsingDirectiveSyntax>() is null,
            _ => false,
        };

    /// <summary>PascalCase, unlike the matrices W and A1, and no variable of this cell. It may be missing.</summary>
    private bool LooksLikeType(string name)
        => name.Length > 0 && char.IsUpper(name[0]) && name.Any(char.IsLower) && !_variables.Contains(name);

    private static string? Variable(SyntaxNode node)
        => node switch
        {
            VariableDeclaratorSyntax variable => variable.Identifier.Text,
            ParameterSyntax parameter => parameter.Identifier.Text,
            SingleVariableDesignationSyntax designation => designation.Identifier.Text,
            ForEachStatementSyntax loop => loop.Identifier.Text,
            PropertyDeclarationSyntax property => property.Identifier.Text,
            _ => null,
        };
}
