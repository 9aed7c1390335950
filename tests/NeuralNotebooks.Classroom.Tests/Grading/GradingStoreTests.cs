namespace NeuralNotebooks.Classroom.Tests.Grading;

public class GradingStoreTests : FolderedTests
{
    [Fact]
    public void A_submission_is_read_as_it_was_written()
    {
        var store = new GradingStore(Folder.Path);
        Answer[] answers =
        [
            new NumberAnswer(double.NaN),
            new NumberAnswer(0.1, IsSingle: true),
            new MatrixAnswer(1, 2, [double.NegativeInfinity, 1e-300]),
            new TextAnswer("\0\ud83d\ude00"),
            new ListAnswer([
                new TruthAnswer(true),
                new RecordAnswer(new Dictionary<string, Answer> { ["w"] = new NumberAnswer(1) }),
            ]),
            new NoAnswer(NoAnswerReason.Threw, "System.FormatException", 3),
        ];
        Probe[] probes =
        [
            .. answers.Select(
                (_, i) => new Probe($"probe {i}", $"f({i})", new Points(4, 6), i == 0 ? 1e-3 : null, i == 1)
            ),
        ];
        GradedSubmission written = Submission(
            "ada",
            new GradedTask(
                "gate",
                4,
                IsByHand: false,
                IsText: false,
                "// TASK",
                null,
                probes,
                answers,
                [new("a mistake", answers)],
                answers,
                ["k", "r", "m"],
                ["a note"],
                "a transcript"
            )
        );

        store.Write(written);
        GradedSubmission read = store.Read(new("ada", "A1-gates"))!;

        Assert.Equivalent(written, read, strict: true);
        Assert.Equal(probes, read.Tasks[0].Probes);
    }

    [Fact]
    public void Results_that_cannot_be_read_count_as_missing()
    {
        var store = new GradingStore(Folder.Path);
        store.Write(Submission("ada"));
        Folder.File("ada/A1-gates/answers.json", "{ \"student\": \"ada\", ");

        Assert.Null(store.Read(new("ada", "A1-gates")));
        Assert.Null(store.Read(new("bob", "A1-gates")));
    }

    [Fact]
    public void Submissions_are_listed_by_assignment_then_student_ordinally()
    {
        var store = new GradingStore(Folder.Path);
        foreach (string student in new[] { "b", "a", "B" })
        {
            store.Write(Submission(student) with { Assignment = "A2" });
            store.Write(Submission(student) with { Assignment = "A1" });
        }

        Assert.Equal("B, A1; a, A1; b, A1; B, A2; a, A2; b, A2", string.Join("; ", store.List()));
    }

    private static GradedSubmission Submission(string student, params GradedTask[] tasks)
        => new(student, "A1-gates", "", 4, new("1", "2", "3", "4"), null, [new("restored", IsForTeacher: true)], tasks);
}
