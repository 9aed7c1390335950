namespace NeuralNotebooks.Classroom.Tests.Grading;

public class AdjustmentsTests
{
    private static readonly Probe[] _probes =
    [
        new("one", "f(1)", new Points(3, 2)),
        new("two", "f(2)", new Points(3, 2)),
    ];

    [Theory]
    [InlineData("", "1.5", false)]
    [InlineData("ada,gate,3,", "3", false)]
    [InlineData("ada,gate,+0.25,", "1.75", false)]
    [InlineData("ada,A1/gate,-1,", "0.5", false)]
    [InlineData("ada,gate,-9,", "0", false)]
    [InlineData("ada,A2/gate,3,", "1.5", false)]
    [InlineData("bob,gate,3,", "1.5", false)]
    [InlineData("ada,why,2,well argued", "3.5", true)]
    public void Points_replace_the_tasks_or_with_a_sign_are_added_to_them(string row, string raw, bool isMarked)
    {
        SubmissionGrade grade = Grade($"student,task,points,comment\n{row}\n");

        Assert.Equal(raw, grade.RawScore.ToString());
        Assert.Equal(!isMarked, grade.Tasks[1].IsUnmarked);
    }

    [Theory]
    [InlineData("ada,A1,1,late", "0.5")]
    [InlineData("ada,A1,-1,late", "0.5")]
    [InlineData("ada,,1,late", "0.5")]
    [InlineData("ada,A1,9,copied", "0")]
    public void A_penalty_names_the_assignment_or_nothing_and_leaves_at_least_0(string row, string score)
    {
        SubmissionGrade grade = Grade($"student,task,points,comment\n{row}\n");

        Assert.Equal("1.5", grade.RawScore.ToString());
        Assert.Equal(score, grade.Score.ToString());
        Assert.Equal(row.Split(',')[3], grade.Comment);
    }

    [Fact]
    public void A_file_of_a_German_spreadsheet_is_read() =>
        Assert.Equal(
            "2.25",
            Grade("\ufeffStudent;Task;Points;Comment\r\nada;gate;2,25;\"ein \"\"guter\"\"; Versuch\"\r\n")
                .RawScore.ToString()
        );

    [Fact]
    public void A_value_that_is_not_a_number_is_an_error_that_names_the_row() =>
        Assert.Throws<FormatException>(() => Grade("student,task,points\nada,gate,many\n")).Message.ShouldContain(
            "ada, gate: expected a number of points"
        );

    [Fact]
    public void A_missing_column_is_an_error_that_names_it() =>
        Assert.Throws<FormatException>(() => Grade("student,points\nada,1\n")).Message.ShouldContain(
            "there is no task"
        );

    [Fact]
    public void Rows_that_match_nothing_are_named()
    {
        using TemporaryFolder folder = new();
        folder.File(
            Adjustments.FileName,
            "student,task,points,comment\nada,gaet,1,\nada,gate,1,\nbob,A1,1,\nada,,1,\n"
        );

        var adjustments = Adjustments.Read(folder.Path);
        adjustments.Of(Submission());

        Assert.Equal(
            ["adjust.csv: ada has no graded task gaet.", "adjust.csv: bob has no graded task A1."],
            adjustments.Unused
        );
    }

    private static SubmissionGrade Grade(string file)
    {
        using TemporaryFolder folder = new();
        folder.File(Adjustments.FileName, file);
        return Adjustments.Read(folder.Path).Of(Submission());
    }

    private static GradedSubmission Submission() => GradedClass.Submission("ada", 3, _probes, [1, 2], [1, 0]);
}
