namespace NeuralNotebooks.Classroom.Tests.Assignments;

public sealed class AnswersTests(JudgeFixture fixture)
{
    private const string Facts = "Assignments/Answers", Daily = "A2-logistic-regression loss";

    /// <summary>A fact is a task. Lines with &gt; are answers; their first line says whether they are right. Below
    /// each are its points.</summary>
    [Theory]
    [FactsOf(Facts)]
    public async Task A_right_answer_earns_all_points_and_a_wrong_one_does_not(string fact)
    {
        if (fact != Daily)
            Nightly.Only();
        string[] names = fact.Split(' ');
        AssignmentSource source = SourceReader.Read(Repository.At($"assignments/source/{names[0]}/{names[0]}.ipynb"));
        AssignmentTask task = source.Tasks.Single(task => task.Name == names[1]);
        IReadOnlyList<ProbeValue> expected = await ValuesAsync(source, task, task.Solution);
        StringBuilder said = new();
        foreach (Saying answer in ApprovedTexts.Said(Facts, fact))
        {
            IReadOnlyList<ProbeValue> values = await ValuesAsync(source, task, answer.Text);
            Probe[] passed =
                [.. task.Probes.Where((probe, i) => ValueComparison.Between(expected[i], values[i], probe) is null)];
            bool isRight = answer.First.StartsWith("// right: ", StringComparison.Ordinal);
            Assert.True(isRight == (passed.Length == task.Probes.Count), answer.First);
            said.Append(answer.Written)
                .AppendLine(Readable.Points(Points.Sum(passed.Select(probe => probe.Points))));
        }
        ApprovedTexts.Check(Facts, fact, $"{said}".ReplaceLineEndings("\n"));
    }

    private async Task<IReadOnlyList<ProbeValue>> ValuesAsync(AssignmentSource source, AssignmentTask task, string code)
    {
        StudentsCode submitted = TestCell.Submitted("ada", source, new TestCell(1, code, task.Name));
        IJudge judge = fixture.Judge;
        return (await judge.JudgeAsync(
            new(source, submitted, task, fixture.Options), TestContext.Current.CancellationToken)).Values;
    }
}
