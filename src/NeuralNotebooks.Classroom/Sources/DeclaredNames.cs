using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NeuralNotebooks.Classroom;

/// <summary>Names that cells declare and use. A teacher's text is parsed; a student's is only searched, since only the
/// sandbox may parse it.</summary>
internal static class DeclaredNames
{
    /// <summary>What a cell of the source declares for the cells below it.</summary>
    public static IReadOnlySet<string> Of(string code) => SourceSyntax.Parse(code).Members.SelectMany(Of).ToHashSet();

    /// <summary>What a member of a cell declares for the cells below it.</summary>
    public static IEnumerable<string> Of(MemberDeclarationSyntax member) =>
        member switch
        {
            FieldDeclarationSyntax { Declaration.Variables: var variables } => variables.Select(variable =>
                variable.Identifier.ValueText
            ),
            MethodDeclarationSyntax method => [method.Identifier.ValueText],
            PropertyDeclarationSyntax property => [property.Identifier.ValueText],
            DelegateDeclarationSyntax type => [type.Identifier.ValueText],
            BaseTypeDeclarationSyntax type =>
            [
                type.Identifier.ValueText,
                .. type.DescendantNodes()
                    .OfType<MethodDeclarationSyntax>()
                    .Where(IsExtension)
                    .Select(method => method.Identifier.ValueText),
            ],
            _ => member
                .DescendantNodes()
                .OfType<SingleVariableDesignationSyntax>()
                .Select(variable => variable.Identifier.ValueText),
        };

    /// <summary>Whether a text looks as if it declared a name: after a type or a modifier, before parameters, a value
    /// or a body.</summary>
    public static bool MayDeclare(string code, string name)
    {
        for (
            int at = code.IndexOf(name, StringComparison.Ordinal);
            at >= 0;
            at = code.IndexOf(name, at + name.Length, StringComparison.Ordinal)
        )
        {
            ReadOnlySpan<char> before = code.AsSpan(0, at), after = code.AsSpan(at + name.Length);
            ReadOnlySpan<char> type = before.TrimEnd();
            if (
                type.Length is 0
                || type.Length == before.Length
                || after.TrimStart() is not ['(' or '<' or '=' or '{' or ';' or ':', ..]
            )
                continue;
            int word = type.Length;
            while (word > 0 && (char.IsLetterOrDigit(type[word - 1]) || type[word - 1] == '_'))
                word--;
            if (
                word == type.Length
                    ? type is [.., ']' or '?' or ')'] or [.., not '=', '>']
                    : type[word..]
                        is not (
                            "return"
                            or "new"
                            or "await"
                            or "throw"
                            or "in"
                            or "is"
                            or "as"
                            or "case"
                            or "else"
                            or "not"
                        )
            )
                return true;
        }
        return false;
    }

    private static bool IsExtension(MethodDeclarationSyntax method) =>
        method.ParameterList.Parameters.FirstOrDefault()?.Modifiers.Any(SyntaxKind.ThisKeyword) == true;
}
