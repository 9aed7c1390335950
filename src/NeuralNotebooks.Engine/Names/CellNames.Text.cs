using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NeuralNotebooks.Engine;

/// <content>The names in a text that is not compiled: by its syntax or, if it must not be parsed, by its
/// tokens.</content>
public sealed partial record CellNames
{
    private static readonly string[] _notTypes =
    [
        "return", "new", "await", "throw", "in", "is", "as", "case", "else", "not",
    ];

    /// <summary>Names of members that the compiler calls although the code does not contain them, for example in a loop
    /// or a query. Every text may use them.</summary>
    private static readonly string[] _implicit =
    [
        "Deconstruct", "GetEnumerator", "GetAsyncEnumerator", "GetAwaiter", "GetPinnableReference", "Add", "Slice",
        "Select", "SelectMany", "Where", "OrderBy", "OrderByDescending", "ThenBy", "ThenByDescending", "GroupBy",
        "Join", "GroupJoin", "Cast", "Dispose", "DisposeAsync", "Length", "Count",
    ];

    /// <summary>The names that a text declares for the cells below it; none if the text exceeds the parser's
    /// limits.</summary>
    internal static IReadOnlySet<string> DeclaredBy(string code) =>
        CodeLimits.Check(code) is null
            ? ((CompilationUnitSyntax)ScriptSyntax.Parse(code).GetRoot()).Members.SelectMany(DeclaredBy).ToHashSet()
            : new HashSet<string>();

    /// <summary>The names that a member of a cell declares for the cells below it.</summary>
    internal static IEnumerable<string> DeclaredBy(MemberDeclarationSyntax member) =>
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

    /// <summary>Whether a member of a cell may run when the cell runs, as statements and initializers of variables
    /// do.</summary>
    internal static bool MayRun(MemberDeclarationSyntax member) =>
        member is not (BaseMethodDeclarationSyntax or BaseTypeDeclarationSyntax or DelegateDeclarationSyntax);

    /// <summary>All names that a text declares, also in its types and blocks, and all that it may read: those in the
    /// text, and those of members that the compiler may call implicitly.</summary>
    internal static CellNames InText(SyntaxNode root)
    {
        SyntaxToken[] names = [.. root.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken))];
        return new(
            [.. names.Select(name => name.ValueText).Concat(_implicit).Distinct()],
            [.. names.Where(IsDeclaration).Select(name => name.ValueText).Distinct()],
            []
        );

        static bool IsDeclaration(SyntaxToken name) =>
            name.Parent is MemberDeclarationSyntax or VariableDeclaratorSyntax or SingleVariableDesignationSyntax
                or LocalFunctionStatementSyntax;
    }

    /// <summary>Whether a text seems to declare a name: the name occurs outside comments, after a type or a modifier,
    /// and before parameters, a value or a body.</summary>
    internal static bool MayDeclare(string code, string name) => Uses(code, name).Any(use => use.IsDeclared);

    /// <summary>Whether a text seems to assign a value to a declared name.</summary>
    internal static bool MayAssign(string code, string name) => Uses(code, name).Any(use => use.IsAssigned);

    private static IEnumerable<(bool IsDeclared, bool IsAssigned)> Uses(string code, string name)
    {
        var tokens = new CodeTokens(code);
        bool hasNext = tokens.MoveNext();
        char last = ';';
        int lastStart = 0;
        while (hasNext)
        {
            (char kind, int start) = (tokens.Kind, tokens.Start);
            hasNext = tokens.MoveNext();
            char next = hasNext ? tokens.Kind : default;
            if (kind == CodeTokens.Word && IsWordAt(code, start, name))
            {
                bool hasValue =
                    next == '=' && code.AsSpan(tokens.Start) is not ['=', '=' or '>', ..];
                bool isAfterType = start > 0 && char.IsWhiteSpace(code[start - 1]) && IsType(code, last, lastStart);
                yield return (
                    last == ',' ? hasValue : isAfterType && next is ('(' or '<' or '=' or '{' or ';' or ':'),
                    hasValue && last is (';' or '{' or '}' or ')')
                );
            }
            (last, lastStart) = (kind, start);
        }
    }

    private static bool IsType(string code, char last, int start) =>
        last == CodeTokens.Word
            ? !_notTypes.Any(word => IsWordAt(code, start, word))
            : last is ']' or '?' or ')' || (last == '>' && code[start - 1] != '=');

    private static bool IsWordAt(string code, int start, string word)
    {
        int end = start + word.Length;
        return string.CompareOrdinal(code, start, word, 0, word.Length) == 0
            && !(end < code.Length && (char.IsLetterOrDigit(code[end]) || code[end] == '_'));
    }

    private static bool IsExtension(MethodDeclarationSyntax method) =>
        method.ParameterList.Parameters.FirstOrDefault()?.Modifiers.Any(SyntaxKind.ThisKeyword) == true;
}
