using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NeuralNotebooks.Site;

/// <summary>Finds the identifiers in a piece of code that are names of types.</summary>
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

    private bool IsTypeName(IdentifierNameSyntax name) =>
        name.Parent is MemberAccessExpressionSyntax access && access.Expression == name
            ? LooksLikeType(name.Identifier.Text)
            : SyntaxFacts.IsInTypeOnlyContext(name);

    /// <summary>Whether a name is in PascalCase, unlike the matrices W and A1, and is not a variable of this cell. The
    /// parser inserts an empty name where one is missing.</summary>
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
