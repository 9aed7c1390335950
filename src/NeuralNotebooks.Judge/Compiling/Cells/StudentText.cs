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
            cell, Without(cell.Code, member => member is GlobalStatementSyntax || Declares(member, names)));
        if (!cell.IsGiven && Members(cell.Code).Any(member => member is GlobalStatementSyntax))
            yield return new StudentText(cell, Without(cell.Code, member => member is not GlobalStatementSyntax));
    }

    /// <summary>The text of the answer, without what its cells contain for other tasks or from the source.</summary>
    public static string OfAnswer(CompileTask task)
    {
        SharedText shared = task.Shared;
        if (shared is { Replaced.Count: 0, Later.Count: 0, IsGiven: false })
            return task.Code;
        string text = Without(
            task.Code,
            member => shared.IsGiven && (member is GlobalStatementSyntax || Declares(member, shared.Replaced))
                || (!CellNames.MayRun(member) && Declares(member, shared.Replaced)));
        bool isUsed = Members(text).Where(member => !Declares(member, shared.Later))
            .Any(member => CellNames.InText(member).Reads.Any(shared.Later.Contains));
        return isUsed
            ? text : Without(text, member => !CellNames.MayRun(member) && Declares(member, shared.Later));
    }

    private static bool Declares(MemberDeclarationSyntax member, IEnumerable<string> names) =>
        CellNames.DeclaredBy(member).Any(names.Contains);

    private static SyntaxList<MemberDeclarationSyntax> Members(string code) =>
        ((CompilationUnitSyntax)ScriptSyntax.Parse(code).GetRoot()).Members;

    /// <summary>Replaces some of a cell's members by spaces, so that the line numbers of the others stay the
    /// same.</summary>
    private static string Without(string code, Func<MemberDeclarationSyntax, bool> isLeftOut)
    {
        char[] rest = code.ToCharArray();
        foreach (MemberDeclarationSyntax member in Members(code).Where(isLeftOut))
            CellSyntax.Blank(rest, member.Span);
        return new string(rest);
    }
}
