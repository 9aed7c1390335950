namespace NeuralNotebooks.Engine;

/// <summary>The names that a cell reads, declares and assigns, from which the dependencies between cells follow. For a
/// cell below others that have been compiled, the compiler binds the names, so they are exact. For a text alone,
/// <see cref="InText"/> finds every name that could matter.</summary>
/// <param name="Reads">Names that other cells declare, and unknown names, which may be declared in a cell that has not
/// run yet.</param>
/// <param name="Declares">Names that the cell declares and other cells can use.</param>
/// <param name="Assigns">Variables of other cells that the cell assigns, as a whole or in part.</param>
public sealed partial record CellNames(
    IReadOnlyCollection<string> Reads, IReadOnlyCollection<string> Declares, IReadOnlyCollection<string> Assigns)
{
    private const int PlusPlus = (int)SyntaxKind.PlusPlusToken, MinusMinus = (int)SyntaxKind.MinusMinusToken;
    private const int Ref = (int)SyntaxKind.RefKeyword, Out = (int)SyntaxKind.OutKeyword;

    internal static CellNames Of(CellAnalysis cell)
    {
        SimpleNameSyntax[] names = [.. cell.Root.DescendantNodes().OfType<SimpleNameSyntax>().Where(IsOfOthers)];
        return new(
            Distinct(names),
            CompiledScript.DeclaredBy(cell.Compilation),
            Distinct(cell.Root.DescendantNodes().SelectMany(AssignedBy).Where(names.Contains)));

        bool IsOfOthers(SimpleNameSyntax name)
        {
            SymbolInfo found = cell.Model.GetSymbolInfo(name);
            return (found.Symbol ?? found.CandidateSymbols.FirstOrDefault()) is { } symbol
                ? IsOfOtherCell(symbol, cell.Compilation) : IsFree(name);
        }
    }

    internal static bool IsOfOtherCell(ISymbol symbol, Compilation cell) =>
        symbol.ContainingSymbol is INamedTypeSymbol { IsScriptClass: true }
        && symbol.ContainingAssembly.Name != cell.AssemblyName;

    private static string[] Distinct(IEnumerable<SimpleNameSyntax> names) =>
        [.. names.Select(name => name.Identifier.ValueText).Where(name => name is not ("" or "var")).Distinct()];

    /// <summary>Whether a name stands alone, and is not the member of another expression.</summary>
    internal static bool IsFree(SimpleNameSyntax name) =>
        name.Parent switch
        {
            MemberAccessExpressionSyntax access => access.Expression == name,
            QualifiedNameSyntax qualified => qualified.Left == name,
            MemberBindingExpressionSyntax or NameColonSyntax or NameEqualsSyntax or UsingDirectiveSyntax => false,
            AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } member => member.Right == name,
            _ => true,
        };

    internal static IEnumerable<SimpleNameSyntax> AssignedBy(SyntaxNode node) =>
        node switch
        {
            AssignmentExpressionSyntax assignment => Variables(assignment.Left),
            PrefixUnaryExpressionSyntax { OperatorToken.RawKind: PlusPlus or MinusMinus } change =>
                Variables(change.Operand),
            PostfixUnaryExpressionSyntax { OperatorToken.RawKind: PlusPlus or MinusMinus } change =>
                Variables(change.Operand),
            ArgumentSyntax { RefKindKeyword.RawKind: Ref or Out } argument => Variables(argument.Expression),
            _ => [],
        };

    /// <summary>The variables of which a target has parts, such as <c>w</c> and <c>b</c> of
    /// <c>(w.Rows[0, 1], b)</c>.</summary>
    private static IEnumerable<SimpleNameSyntax> Variables(ExpressionSyntax target) =>
        target switch
        {
            SimpleNameSyntax name => [name],
            TupleExpressionSyntax parts => parts.Arguments.SelectMany(part => Variables(part.Expression)),
            MemberAccessExpressionSyntax access => Variables(access.Expression),
            ElementAccessExpressionSyntax access => Variables(access.Expression),
            ParenthesizedExpressionSyntax inner => Variables(inner.Expression),
            PostfixUnaryExpressionSyntax inner => Variables(inner.Operand),
            MemberBindingExpressionSyntax or ElementBindingExpressionSyntax => target.Ancestors()
                .OfType<ConditionalAccessExpressionSyntax>().Where(access => access.WhenNotNull.Contains(target))
                .Take(1).SelectMany(access => Variables(access.Expression)),
            _ => [],
        };
}
