using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NeuralNotebooks.Site;

/// <summary>Which names a cell gives to the cells below it, and which it takes from those above, as far as its syntax
/// tells. What a method changes within an object is not seen.</summary>
internal sealed class CodeNames
{
    private static readonly CSharpParseOptions _options =
        new(LanguageVersion.Preview, DocumentationMode.None, SourceCodeKind.Script);

    private CodeNames(IEnumerable<string> gives, IEnumerable<string> uses) => (Gives, Uses) = ([.. gives], [.. uses]);

    /// <summary>What it declares outside of functions, and what it assigns.</summary>
    public HashSet<string> Gives { get; }

    /// <summary>What it uses and does not declare itself.</summary>
    public HashSet<string> Uses { get; }

    /// <summary>The names of a cell; none of one that the parser might not survive.</summary>
    public static CodeNames Of(string code)
    {
        if (CodeLimits.Check(code) is not null)
            return new([], []);
        SyntaxNode root = CSharpSyntaxTree.ParseText(code, _options).GetRoot();
        HashSet<string> declared = [.. root.DescendantNodes().Select(Declared).OfType<string>()];
        IEnumerable<string> shared = root.DescendantNodes(node => !IsScope(node)).Select(Declared).OfType<string>();
        SimpleNameSyntax[] names = [.. root.DescendantNodes().OfType<SimpleNameSyntax>().Where(IsFree)];
        IEnumerable<string> assigned = names.Where(IsAssigned).Select(Text).Where(name => !declared.Contains(name));
        return new(shared.Concat(assigned), names.Select(Text).Where(name => !declared.Contains(name)));
    }

    private static string Text(SimpleNameSyntax name) => name.Identifier.Text;

    /// <summary>Whether names that are declared inside are unknown outside.</summary>
    private static bool IsScope(SyntaxNode node) =>
        node is AnonymousFunctionExpressionSyntax or BlockSyntax or BaseTypeDeclarationSyntax
            or ArrowExpressionClauseSyntax or ForEachStatementSyntax or ForStatementSyntax;

    private static string? Declared(SyntaxNode node) =>
        node switch
        {
            VariableDeclaratorSyntax variable => variable.Identifier.Text,
            SingleVariableDesignationSyntax variable => variable.Identifier.Text,
            MethodDeclarationSyntax method => method.Identifier.Text,
            LocalFunctionStatementSyntax function => function.Identifier.Text,
            BaseTypeDeclarationSyntax type => type.Identifier.Text,
            ForEachStatementSyntax loop => loop.Identifier.Text,
            ParameterSyntax { Parent.Parent: not (MethodDeclarationSyntax or TypeDeclarationSyntax) } parameter =>
                parameter.Identifier.Text,
            _ => null,
        };

    /// <summary>Whether a name stands for itself: no member of something, no argument's name, no property that an
    /// initializer sets.</summary>
    private static bool IsFree(SimpleNameSyntax name) =>
        name.Parent switch
        {
            MemberAccessExpressionSyntax access => access.Expression == name,
            MemberBindingExpressionSyntax or NameColonSyntax or NameEqualsSyntax => false,
            AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment => assignment.Left != name,
            _ => true,
        };

    private static bool IsAssigned(SimpleNameSyntax name) =>
        name.Parent is AssignmentExpressionSyntax assignment && assignment.Left == name
        || name.Parent is PostfixUnaryExpressionSyntax or PrefixUnaryExpressionSyntax
        || name.Parent is ElementAccessExpressionSyntax { Parent: AssignmentExpressionSyntax entry } access
            && access.Expression == name && entry.Left == access;
}
