namespace NeuralNotebooks.Classroom;

/// <summary>Finds the names that cells declare. A teacher's text is parsed. A student's text is only split into tokens,
/// since it may be parsed only in the sandbox. <see cref="TextNames"/> also finds the names that a parsed cell
/// uses.</summary>
internal static class DeclaredNames
{
    private static readonly string[] _notTypes =
    [
        "return", "new", "await", "throw", "in", "is", "as", "case", "else", "not",
    ];

    /// <summary>The names that a cell of the source declares for the cells below it.</summary>
    public static IReadOnlySet<string> Of(string code) => SourceSyntax.Parse(code).Members.SelectMany(Of).ToHashSet();

    /// <summary>The names that a member of a cell declares for the cells below it.</summary>
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

    /// <summary>Whether a text seems to declare a name: the name occurs outside comments, after a type or a modifier,
    /// and before parameters, a value or a body.</summary>
    public static bool MayDeclare(string code, string name) => Uses(code, name).Any(use => use.IsDeclared);

    /// <summary>Whether a text seems to assign a value to a declared name.</summary>
    public static bool MayAssign(string code, string name) => Uses(code, name).Any(use => use.IsAssigned);

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
