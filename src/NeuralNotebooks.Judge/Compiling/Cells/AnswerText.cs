namespace NeuralNotebooks.Judge;

internal static class AnswerText
{
    /// <summary>The text of the answer, without what its cells contain for other tasks or from the source.</summary>
    public static string Of(CompileTask task)
    {
        SharedText shared = task.Shared;
        string text = CellSyntax.Without(task.Code, IsOfSource);
        bool usesLater = CellSyntax.Parse(text).Members.Where(member => !CellSyntax.Declares(member, shared.Later))
            .Any(member => CellNames.InText(member).Reads.Any(shared.Later.Contains));
        return usesLater ? text : CellSyntax.Without(text, member => IsNeverRun(member, shared.Later));

        bool IsOfSource(MemberDeclarationSyntax member) =>
            // Of a given cell, only declarations of new names are the student's.
            shared.IsGiven ? member is GlobalStatementSyntax || CellSyntax.Declares(member, shared.Replaced)
            : IsNeverRun(member, shared.Replaced);
    }

    /// <summary>Whether a member is a function or type of one of these names.</summary>
    private static bool IsNeverRun(MemberDeclarationSyntax member, IReadOnlyList<string> names) =>
        !CellNames.MayRun(member) && CellSyntax.Declares(member, names);
}
