using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NeuralNotebooks.Runner;

/// <summary>The names of a program made of cells: a later cell may declare a name again, a program may not.</summary>
/// <remarks>The names are found by the syntax, since the libraries of the cells are not loaded here.</remarks>
internal sealed class ProgramNames
{
    private readonly HashSet<string> _used = new(StringComparer.Ordinal), _ofCells = new(StringComparer.Ordinal);
    private readonly HashSet<string> _members = new(StringComparer.Ordinal);

    /// <summary>The names of the program by those of the cells. A program has two names of its own.</summary>
    private readonly Dictionary<string, string> _names =
        new(StringComparer.Ordinal) { ["args"] = "args", ["Program"] = "Program" };

    /// <summary>Likewise the labels; a variable may have the same name.</summary>
    private readonly Dictionary<string, string> _labels = new(StringComparer.Ordinal);

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
        Add(_names, root.Members.SelectMany(CellNames.DeclaredBy));
        Add(_labels, root.DescendantNodes().OfType<LabeledStatementSyntax>().Select(one => one.Identifier.ValueText));
        foreach (MemberDeclarationSyntax member in root.Members)
            if (member is not (BaseTypeDeclarationSyntax or DelegateDeclarationSyntax))
                _members.UnionWith(CellNames.DeclaredBy(member));
        return renamed;

        void Add(Dictionary<string, string> known, IEnumerable<string> declared)
        {
            foreach (string name in declared.Distinct().ToArray())
                if (!known.TryAdd(name, name))
                    renamed.Add((name, known[name] = NewName(name)));
        }
    }

    /// <summary>The variables and functions of cells that a type uses.</summary>
    public IReadOnlyList<string> OfCellsIn(MemberDeclarationSyntax type) =>
        [
            .. type.DescendantTokens()
                .Where(token => IsFree(token) && Scope(token) is null && _members.Contains(token.ValueText))
                .Select(token => token.ValueText).Distinct(),
        ];

    /// <summary>The text of a member with the program's names, without modifiers that only scripts allow. Variables
    /// without a value have the default, as in a cell.</summary>
    public string TextOf(MemberDeclarationSyntax member)
    {
        var inner = new Dictionary<string, string>();
        return member.ReplaceTokens(
            member.DescendantTokens(),
            (token, _) =>
                IsScriptModifier(member, token)
                    ? SyntaxFactory.Identifier(token.LeadingTrivia, "", token.TrailingTrivia)
                : TextFor(token) is var text && text != token.Text
                    ? SyntaxFactory.Identifier(token.LeadingTrivia, text, token.TrailingTrivia)
                : token)
            .WithoutTrivia().ToFullString();

        string TextFor(SyntaxToken token)
        {
            string name = NameOf(token) is { } other && other != token.ValueText ? other : token.Text;
            return token.Parent switch
            {
                VariableDeclaratorSyntax { Initializer: null, Parent.Parent: FieldDeclarationSyntax field }
                    when field == member => $"{name} = default",
                // The name of the member or of the tuple's part follows from that of the variable.
                IdentifierNameSyntax { Parent: AnonymousObjectMemberDeclaratorSyntax { NameEquals: null } }
                    when name != token.Text => $"{token.Text} = {name}",
                IdentifierNameSyntax
                {
                    Parent: ArgumentSyntax { NameColon: null, Parent: TupleExpressionSyntax { Parent: var use } tuple }
                } when name != token.Text && !(use is AssignmentExpressionSyntax target && target.Left == tuple) =>
                    $"{token.Text}: {name}",
                _ => name,
            };
        }

        string? NameOf(SyntaxToken token)
        {
            if (token.Parent is LabeledStatementSyntax || token.Parent?.Parent.IsKind(SyntaxKind.GotoStatement) == true)
                return _labels.GetValueOrDefault(token.ValueText);
            if (!token.IsKind(SyntaxKind.IdentifierToken) || !(IsFree(token) || IsDeclaration(token))
                || token.Parent?.Parent?.Parent?.Parent is InvocationExpressionSyntax
                { Expression: IdentifierNameSyntax { Identifier.Text: "nameof" } })
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
        && token.Kind() is not (SyntaxKind.ConstKeyword or SyntaxKind.AsyncKeyword or SyntaxKind.UnsafeKeyword)
        && !member.Modifiers.Any(SyntaxKind.ExternKeyword);

    private static bool IsFree(SyntaxToken token) =>
        token.Parent is SimpleNameSyntax name && CellNames.IsFree(name);

    private static bool IsDeclaration(SyntaxToken token) =>
        token.Parent is { } node && ScriptSyntax.NameDeclaredBy(node) == token
        && node is not MemberDeclarationSyntax { Parent: TypeDeclarationSyntax }
            or ConstructorDeclarationSyntax or DestructorDeclarationSyntax;

    public static bool IsFunction(SyntaxNode node) =>
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
            if (IsScope(at) && Declares(at, token.ValueText))
                return at;
        return null;
    }

    private static bool IsScope(SyntaxNode node) =>
        IsFunction(node) || node is BlockSyntax or ForStatementSyntax or CommonForEachStatementSyntax
            or UsingStatementSyntax or CatchClauseSyntax or SwitchSectionSyntax or QueryExpressionSyntax;

    /// <summary>Whether a scope itself, and not one in it, declares a name.</summary>
    private static bool Declares(SyntaxNode scope, string name) =>
        scope.DescendantNodesAndSelf(node => node == scope || !IsScope(node)).Any(node =>
            ScriptSyntax.NameDeclaredBy(node).ValueText == name
            // The variable of a loop belongs to the loop, but the name of a function to the scope around it.
            && (node == scope ? !IsFunction(node) : node is not ForEachStatementSyntax)
            && node is not (TypeDeclarationSyntax or ConstructorDeclarationSyntax or DestructorDeclarationSyntax));
}
