namespace NeuralNotebooks.Classroom.Tests.Scores;

public class AdjustmentsTests : FolderedTests
{
    private const string Facts = "Scores/Adjustments";

    private static readonly Probe[] _probes = [new("one", "f(1)", (Points)3 / 2), new("two", "f(2)", (Points)3 / 2)];

    /// <summary>Lines with @ are files of the teacher. Lines with $ are students with their times of submission. Below
    /// are the points minus the penalty, the points of the tasks, and the rows that have matched nothing.</summary>
    [Theory]
    [FactsOf(Facts)]
    public void What_a_teacher_enters_changes_a_grade(string fact)
    {
        Assert.SkipUnless(
            !fact.Contains("Berlin") || TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Berlin", out _),
            "The system knows no time zones.");
        ApprovedTexts.Answer(Facts, fact, saying =>
        {
            if (saying.Kind != '@')
                return string.Concat(Graded(Folder.Path, saying.Text).Select(line => line.TrimEnd() + "\n"));
            Folder.File(saying.First, saying.Content);
            return null;
        });
    }

    [Fact]
    public void A_file_of_a_German_spreadsheet_is_read()
    {
        Folder.File(
            Adjustments.FileName,
            "\ufeffStudent;Task;Points;Comment\r\nada;gate;2,25;\"ein \"\"guter\"\"; Versuch\"\r\n");
        Assert.Contains("  gate: 2.25 ein \"guter\"; Versuch", Graded(Folder.Path, "ada"));
    }

    private static IEnumerable<string> Graded(string folder, string submitted)
    {
        string[] parts = submitted.Split(", ");
        JudgedSubmission submission = GradedClass.Submission(parts[0], 3, _probes, [1, 2], [1, 0]);
        try
        {
            var adjustments = Adjustments.Read(folder);
            SubmissionGrade grade = adjustments.GradeOf(submission with { Timestamp = string.Concat(parts[1..]) });
            var unused = new TableNotes(new GradingStore(folder), adjustments);
            unused.Add(grade);
            return
            [
                $"{grade.RawScore} less {grade.Penalty} is {grade.Score}. {grade.Comment}",
                .. grade.Tasks.Select(task =>
                    $"  {task.Task.Name}: {(task.IsUnmarked ? "unmarked" : $"{task.Points}")} {task.Comment}"
                ),
                .. unused.ToMessages(),
            ];
        }
        catch (TableException e)
        {
            return [e.Message.Replace(folder + Path.DirectorySeparatorChar, "")];
        }
    }
}
