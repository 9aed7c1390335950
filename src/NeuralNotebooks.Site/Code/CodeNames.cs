using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NeuralNotebooks.Site;

/// <summary>The names that a cell defines for the cells below it, and those that it reads from the cells above. They
/// are found by syntax only: a change that a method makes inside an object is not noticed. <see cref="CellNames"/> of
/// the engine are exact, but need a session, which has run the cells above; a page is rendered without one.</summary>
internal sealed class CodeNames
{
    private CodeNames(IEnumerable<string> defines, IEnumerable<string> reads) =>
        (Defines, Reads) = ([.. defines], [.. reads]);

    /// <summary>The names that the cell declares outside of functions, and those that it assigns.</summary>
    public HashSet<string> Defines { get; }

    /// <summary>The names that the cell reads and does not declare.</summary>
    public HashSet<string> Reads { get; }

    /// <summary>The names of a cell; none if its code is nested so deeply that the parser could overflow its
    /// stack.</summary>
    public static CodeNames Of(string code)
    {
        if (CodeSyntax.RootOf(code) is not { } root)
            return new([], []);
        HashSet<string> declared = [.. root.DescendantNodes().Select(Declared).OfType<string>()];
        IEnumerable<string> shared = root.DescendantNodes(node => !IsScope(node)).Select(Declared).OfType<string>();
        SimpleNameSyntax[] names = [.. root.DescendantNodes().OfType<SimpleNameSyntax>().Where(IsFree)];
        IEnumerable<string> assigned = names.Where(IsAssigned).Select(Text).Where(name => !declared.Contains(name));
        return new(shared.Concat(assigned), names.Select(Text).Where(name => !declared.Contains(name)));
    }

    private static string Text(SimpleNameSyntax name) => name.Identifier.Text;

    /// <summary>Whether names that are declared inside a node are not visible outside it.</summary>
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

    /// <summary>Whether a name refers to a variable or type in scope: it is not a member after a dot, an argument's
    /// name or a property in an initializer.</summary>
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
        || name.Parent?.Kind()
            is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression
                or SyntaxKind.PostIncrementExpression or SyntaxKind.PostDecrementExpression
        || name.Parent is ElementAccessExpressionSyntax { Parent: AssignmentExpressionSyntax entry } access
            && access.Expression == name && entry.Left == access;
}
