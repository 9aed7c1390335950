namespace NeuralNotebooks.Classroom.Tests.Checking;

public sealed class AssignmentCheckTests(JudgeFixture fixture) : FolderedTests
{
    private const string Facts = "Checking/Checks";

    /// <summary>Lines with &gt; are the cells of a source. Below are the errors, the advice, and for each mistake which
    /// probes it fails, and what it loses.</summary>
    [Theory]
    [FactsOf(Facts)]
    public async Task What_a_check_finds(string fact)
    {
        if (fact.EndsWith("(nightly)", StringComparison.Ordinal))
            Nightly.Only();
        IReadOnlyList<Saying> cells = ApprovedTexts.Said(Facts, fact);
        CheckReport report = await new AssignmentCheck(fixture.Judge, fixture.Options).RunAsync(
            SourceReader.Read(SourceNotebook.Write(Folder, cells.Select(cell => cell.Text))),
            null,
            Cancellation
        );
        IEnumerable<string> lines =
        [
            .. report.Errors.Select(error => $"{error}\n"),
            .. report.Advice.Select(advice => $"advice: {advice}\n"),
            .. report.Tasks.SelectMany(task => task.Rows).Select(row =>
                $"{string.Concat(row.Lost.Select(lost => lost ? '×' : '·'))} {row.Points}: {row.Mistake.Place}\n"
            ),
        ];
        string said = string.Concat(cells.Select(cell => cell.Written).Concat(lines));
        ApprovedTexts.Check(Facts, fact, JudgeFixture.WithoutRuntimesWords(said));
    }
}
