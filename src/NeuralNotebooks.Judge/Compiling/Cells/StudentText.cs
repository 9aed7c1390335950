namespace NeuralNotebooks.Judge;

/// <summary>The text of a student's cell other than the judged one, and the names in it.</summary>
internal sealed class StudentText
{
    private StudentText(StudentCell cell, string code)
    {
        (SourceAbove, Path, Code) = (cell.SourceAbove, Invariant($"cell {cell.Number}"), code);
        var root = (CompilationUnitSyntax)ScriptSyntax.Parse(Code, Path).GetRoot();
        Usings = string.Join('\n', root.Usings.Select(directive => directive.ToString()));
        Names = CellNames.InText(root);
        HasState = root.Members.Any(CellNames.MayRun)
            || root.DescendantTokens().Any(token => token.IsKind(SyntaxKind.StaticKeyword));
    }

    public string Code { get; }

    public int SourceAbove { get; }

    public string Path { get; }

    public string Usings { get; }

    public CellNames Names { get; }

    /// <summary>Whether it may have variables or static members, which other cells can change.</summary>
    public bool HasState { get; }

    /// <summary>The texts of a cell. An answer to another task has two: its declarations, and below them its
    /// statements.</summary>
    /// <param name="cell">A cell within <see cref="CodeLimits"/>.</param>
    public static IEnumerable<StudentText> TextsOf(StudentCell cell)
    {
        if (cell.Replaced is not { } names)
        {
            yield return new StudentText(cell, cell.Code);
            yield break;
        }
        yield return new StudentText(
            cell, CellSyntax.Without(
                cell.Code, member => member is GlobalStatementSyntax || CellSyntax.Declares(member, names)));
        if (!cell.IsGiven && CellSyntax.Parse(cell.Code).Members.Any(SyntaxKind.GlobalStatement))
            yield return new StudentText(
                cell, CellSyntax.Without(cell.Code, member => member is not GlobalStatementSyntax));
    }
}
