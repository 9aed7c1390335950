namespace NeuralNotebooks.Classroom.Tests.Results;

public sealed class TableNotesTests : GradedTests
{
    [Fact]
    public void A_mark_for_a_submission_that_could_not_be_graded_counts()
    {
        JudgedTask gate = GradedClass.Task("gate", [1], [1]) with { Probes = [], Submitted = null, Points = 4 };
        Class.Add("ada", "It is not JSON.", [], gate);
        Class.Add("bob", "It is not JSON.", [], gate);
        Class.File("adjust.csv", "student,task,points,comment\nada,gate,3,It opens in another program.\n");

        Assert.Empty(Notes());
        Class.Read("grades.csv").ShouldContain("A1,,,ada,,,,3,0,3,4\n", "A1,,,bob,,,,,0,,4\n");
        Class.WritePages();
        Class.Page("ada").ShouldContain("could not be graded", "<strong>3</strong> of 4 points", "It opens in");
    }

    [Fact]
    public void A_misspelt_task_of_a_submission_that_could_not_be_graded_is_named()
    {
        Class.Add("ada", "It is not JSON.", [], GradedClass.ByHand("why", 2, null));
        Class.File("adjust.csv", "student,task,points\nada,wy,2\n");

        Assert.Equal("adjust.csv: ada has no graded task wy.", Assert.Single(Notes()));
    }

    [Theory]
    [InlineData("2", null)]
    [InlineData("+1", null)]
    [InlineData("3", "3 points for gate, which is worth 2.")]
    [InlineData("+1.5", "2 points for gate, which is worth 2, and not 2.5: to give more, write 2.5.")]
    public void Points_above_those_of_the_task_are_named_and_are_given_only_if_they_have_no_sign(
        string points, string? named)
    {
        Class.Add("ada", GradedClass.Task("gate", [1, 2], [1, 3]));
        Class.File("adjust.csv", $"student,task,points\nada,gate,{points}\n");

        Assert.Equal(named is null ? [] : [$"adjust.csv: ada has {named}"], Notes());
    }

    [Fact]
    public void A_due_date_of_an_unknown_student_or_assignment_is_named()
    {
        Class.Add("ada", GradedClass.Task("gate", [1], [1]));
        Class.File(
            "due.csv",
            "assignment,student,due\nA1,,2026-11-30\nA1,ada,2026-12-01\nA1,eva,2026-12-01\nA7,,2026-12-01\n");

        Assert.Equal(["due.csv: there is no student eva.", "due.csv: no assignment A7 is graded."], Notes());
    }

    [Fact]
    public void Times_of_submission_that_are_not_known_are_named_by_the_command_and_on_the_teachers_page()
    {
        Class.File("due.csv", "assignment,student,due,penalty\nA1,,2026-11-28,10%\n");
        foreach (string student in (string[])["ada", "bob", "cyd", "dan", "eve"])
            Class.Add(student, GradedClass.Task("gate", [1], [1]));
        JudgedSubmission fay = Class.Add("fay", GradedClass.Task("gate", [1], [1]));
        Class.Store.Write(fay with { Timestamp = "2026-11-29 10:00:00 IST" });

        IReadOnlyList<string> notes = Notes();

        Assert.Equal(2, notes.Count);
        notes[0].ShouldContain("ada, bob, cyd and 2 more, A1: There is no time of submission, so it counts as");
        notes[1].ShouldContain("fay, A1: The time of submission, “2026-11-29 10:00:00 IST”, cannot be read");
        ClassReport.Write(Class.Path);
        Class.Read("index.html").ShouldContain("“2026-11-29 10:00:00 IST”, cannot be read", "There is no time of");
    }

    [Fact]
    public void Rows_about_a_submission_of_another_shard_or_assignment_are_not_named()
    {
        JudgedSubmission ada = Class.Add("ada", GradedClass.Task("gate", [1], [1]));
        ShardFile.Write(Class.Path, new(1, 2), [ada.Key, new("bob", "A1")]);
        Class.Store.Write(ada with { Assignment = "A2", Tasks = [GradedClass.Task("door", [1], [1])] });
        Class.File("adjust.csv", "student,task,points\nada,door,1\nbob,gate,1\nada,gat,1\n");
        Class.File("accept.csv", "group\n3f2a91bc\n");

        Assert.Equal(["adjust.csv: ada has no graded task gat."], Notes(ada.Key));
    }

    [Theory]
    [InlineData("due.csv", "assignment,student,due", "A1;ada;2026-12-01", "separates its values in another way")]
    [InlineData("adjust.csv", "student,task,points", "ada;gate;3", "separates its values in another way")]
    [InlineData("accept.csv", "group;comment", "3f2a91bc,fine", "separates its values in another way")]
    [InlineData("students.csv", "id;last_name", "ada,Lovelace", "separates its values in another way")]
    [InlineData("adjust.csv", "student,task,points", "ada,gate,3,5", "has more values than the first line has columns")]
    public void A_row_that_does_not_fit_the_first_line_stops(string table, string first, string row, string problem)
    {
        Class.Add("ada", GradedClass.Task("gate", [1], [1]));
        Class.File(table, $"{first}\n{row}\n");
        Assert.Throws<TableException>(() => Notes()).Message.ShouldContain($"{table}: the row {row} {problem}");
    }

    [Fact]
    public void The_first_table_of_the_teacher_has_everybody_of_the_class_and_the_titles_of_tasks()
    {
        Class.File("students.csv", "id\nada\nbob\ncyd\n");
        Class.Add("ada", GradedClass.Task("gate", [1, 2], [1, 3]) with { Title = "Task 1. A `gate`" });
        Class.Add("bob", "It is not JSON.", []);
        ClassReport.Write(Class.Path);

        string page = Class.Read("index.html"), table = page[page.IndexOf("<table", StringComparison.Ordinal)..];
        table[..table.IndexOf("</table>", StringComparison.Ordinal)].ShouldContain(
            "<th class=\"number\">Task 1. A <code>gate</code></th>",
            "<td>ada</td><td class=\"number\"><b>1</b></td><td class=\"number\">1</td>",
            "<td>bob</td><td class=\"number\">not graded</td>",
            "<td>cyd</td><td class=\"number\">not submitted</td>");
    }

    private IReadOnlyList<string> Notes(params SubmissionKey[] graded) =>
        new ResultFiles(Class.Store).Write(graded.Length > 0 ? graded : Class.Store.List()).Problems;
}
