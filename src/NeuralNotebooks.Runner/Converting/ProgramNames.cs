using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NeuralNotebooks.Runner;

/// <summary>The names of a program made of cells: a later cell may declare a name again, a program may not.</summary>
/// <remarks>The names are found by the syntax, since the libraries of the cells are not loaded here.</remarks>
internal sealed class ProgramNames
{
    private readonly HashSet<string> _used = new(StringComparer.Ordinal), _ofCells = new(StringComparer.Ordinal);
    private readonly HashSet<string> _variables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <summary>Reads all texts, so that a new name is different from all.</summary>
    public void Reserve(IEnumerable<string> codes)
    {
        foreach (string code in codes)
        {
            var root = (CompilationUnitSyntax)ScriptSyntax.Parse(code).GetRoot();
            _used.UnionWith(root.DescendantTokens().Select(token => token.ValueText));
            _ofCells.UnionWith(root.Members.SelectMany(CellNames.DeclaredBy));
        }
    }

    /// <summary>Begins a text, and gives new names to those that it declares again.</summary>
    public IReadOnlyList<(string Name, string Other)> Begin(CompilationUnitSyntax root)
    {
        var renamed = new List<(string, string)>();
        foreach (string name in root.Members.SelectMany(CellNames.DeclaredBy).Distinct().ToArray())
            if (!_names.TryAdd(name, name))
                renamed.Add((name, _names[name] = NewName(name)));
        foreach (MemberDeclarationSyntax member in root.Members)
            if (member is FieldDeclarationSyntax or GlobalStatementSyntax)
                _variables.UnionWith(CellNames.DeclaredBy(member));
        return renamed;
    }

    /// <summary>The variables of cells that a type uses.</summary>
    public IReadOnlyList<string> VariablesIn(MemberDeclarationSyntax type) =>
        [
            .. type.DescendantTokens()
                .Where(token => IsFree(token) && Scope(token) is null && _variables.Contains(token.ValueText))
                .Select(token => token.ValueText).Distinct(),
        ];

    /// <summary>The text of a member with the program's names, without modifiers that only scripts allow.</summary>
    public string TextOf(MemberDeclarationSyntax member)
    {
        var inner = new Dictionary<string, string>();
        return member.ReplaceTokens(
            member.DescendantTokens(),
            (token, _) =>
                IsScriptModifier(member, token)
                    ? SyntaxFactory.Identifier(token.LeadingTrivia, "", token.TrailingTrivia)
                : NameOf(token) is { } name && name != token.ValueText
                    ? SyntaxFactory.Identifier(token.LeadingTrivia, name, token.TrailingTrivia)
                : token)
            .WithoutTrivia().ToFullString();

        string? NameOf(SyntaxToken token)
        {
            if (!token.IsKind(SyntaxKind.IdentifierToken) || !(IsFree(token) || IsDeclaration(token)))
                return null;
            string text = token.ValueText;
            if (Scope(token) is not { } scope)
                return _names.GetValueOrDefault(text);
            // A variable of a block may not have the name of one of the cells, but one of a function may.
            bool isInFunction = scope.AncestorsAndSelf().TakeWhile(node => node != member.Parent).Any(IsFunction);
            return isInFunction || !_ofCells.Contains(text) ? null
                : inner.TryGetValue(text, out string? known) ? known : inner[text] = NewName(text);
        }
    }

    private string NewName(string name)
    {
        int number = 2;
        while (!_used.Add($"{name}_{number.ToString(CultureInfo.InvariantCulture)}"))
            number++;
        return $"{name}_{number.ToString(CultureInfo.InvariantCulture)}";
    }

    private static bool IsScriptModifier(MemberDeclarationSyntax member, SyntaxToken token) =>
        member is FieldDeclarationSyntax or MethodDeclarationSyntax && member.Modifiers.Contains(token)
        && !token.IsKind(SyntaxKind.ConstKeyword) && !token.IsKind(SyntaxKind.AsyncKeyword)
        && !token.IsKind(SyntaxKind.UnsafeKeyword);

    private static bool IsFree(SyntaxToken token) =>
        token.Parent is SimpleNameSyntax name && CellNames.IsFree(name);

    private static bool IsDeclaration(SyntaxToken token) =>
        token.Parent is VariableDeclaratorSyntax or SingleVariableDesignationSyntax or MethodDeclarationSyntax
            or LocalFunctionStatementSyntax or ParameterSyntax or ForEachStatementSyntax or CatchDeclarationSyntax
            or BaseTypeDeclarationSyntax or DelegateDeclarationSyntax or ConstructorDeclarationSyntax
        && token.Parent is not MemberDeclarationSyntax { Parent: TypeDeclarationSyntax };

    private static bool IsFunction(SyntaxNode node) =>
        node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax
            or TypeDeclarationSyntax;

    /// <summary>The innermost part around a token that declares its name for itself; null if the cell does.</summary>
    private static SyntaxNode? Scope(SyntaxToken token)
    {
        SyntaxNode? at = token.Parent;
        // The name of a function or a type stands in its own node, but belongs to the scope around it.
        if (at is BaseMethodDeclarationSyntax or BaseTypeDeclarationSyntax or LocalFunctionStatementSyntax
            or DelegateDeclarationSyntax)
            at = at.Parent;
        for (; at is not (null or CompilationUnitSyntax); at = at.Parent)
            if ((IsFunction(at) || at is BlockSyntax or ForStatementSyntax or CommonForEachStatementSyntax
                    or UsingStatementSyntax or CatchClauseSyntax or SwitchSectionSyntax or QueryExpressionSyntax)
                && Declares(at, token.ValueText))
                return at;
        return null;
    }

    private static bool Declares(SyntaxNode scope, string name) =>
        scope.DescendantNodes().Any(node => node switch
        {
            VariableDeclaratorSyntax variable => variable.Identifier.ValueText == name,
            SingleVariableDesignationSyntax variable => variable.Identifier.ValueText == name,
            ParameterSyntax parameter => parameter.Identifier.ValueText == name,
            ForEachStatementSyntax loop => loop.Identifier.ValueText == name,
            LocalFunctionStatementSyntax function => function.Identifier.ValueText == name,
            CatchDeclarationSyntax caught => caught.Identifier.ValueText == name,
            FromClauseSyntax from => from.Identifier.ValueText == name,
            LetClauseSyntax let => let.Identifier.ValueText == name,
            MethodDeclarationSyntax method => method.Identifier.ValueText == name,
            PropertyDeclarationSyntax property => property.Identifier.ValueText == name,
            _ => false,
        }) || (scope is ForEachStatementSyntax each && each.Identifier.ValueText == name);
}
