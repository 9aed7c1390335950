namespace NeuralNotebooks.Classroom.Tests.Grading;

public sealed class AcceptedAnswerTests : IDisposable
{
    private readonly GradedClass _class = new();

    public void Dispose() => _class.Dispose();

    [Fact]
    public void One_line_accepts_an_answer_for_all_who_gave_it_and_for_nobody_else()
    {
        for (int i = 0; i < 4; i++)
            Add($"s{i}", i == 3 ? 5 : -2);
        ClassReport.Write(_class.Path);
        string group = _class.Read("sentences.csv").Split('\n')[1].Split(',')[2];

        _class.File("accept.csv", $"group,comment\n{group},The text allows it.\n");

        Assert.Equal(["2", "2", "2", "1"], Grades().Select(grade => grade.RawScore.ToString()));
        Assert.Equal(["The text allows it.", ""], Grades().Select(grade => grade.Tasks[0].Comment).Distinct());
        _class.WritePages();
        _class.Page("s0").ShouldContain("all 2 probes passed");
        _class.Page("s0").ShouldNotContain("Likely mistake");
        _class.Page("s3").ShouldContain("1 of 2 probes passed");
        ClassReport.Write(_class.Path);
        Assert.Contains($"3 students</span><span>group <code>{group}</code>", _class.Read("index.html"));
        _class.WriteTables();
        _class.Read("grades.csv").ShouldContain("A1,,,s0,,,,2,0,2,2\n");
    }

    [Fact]
    public void What_the_teacher_has_entered_for_one_student_comes_after_it()
    {
        Add("ada", -2);
        _class.File("accept.csv", $"group\n{KeyOf("ada", Relation.Value)}\n");
        _class.File("adjust.csv", "student,task,points\nada,gate,-0.5\n");

        Assert.Equal("1.5", Assert.Single(Grades()).RawScore.ToString());
    }

    [Fact]
    public void An_answer_without_a_value_or_that_only_fails_in_the_same_way_is_not_accepted_and_the_line_is_named()
    {
        _class.Add(
            "ada",
            GradedClass.Task("gate", [1], [new NoAnswer(NoAnswerReason.DoesNotCompile, "CS1002")])
        );
        Add("bob", -2);
        string[] groups = [KeyOf("ada", Relation.Value), KeyOf("bob", Relation.Kind), "deadbeef"];
        _class.File("accept.csv", $"group,comment\n{string.Join(",\n", groups)},\n");

        var adjustments = Adjustments.Read(_class.Path);
        Assert.Equal(["0", "1"], Grades(adjustments).Select(grade => grade.RawScore.ToString()));
        Assert.Equal(
            groups.Order(),
            adjustments.Unused.Select(line => line.Split("a group ")[1].Split(' ')[0]).Order()
        );
    }

    [Fact]
    public void An_accepted_answer_to_another_task_or_assignment_stays_wrong()
    {
        Add("ada", -2);
        string group = KeyOf("ada", Relation.Value);
        _class.File("accept.csv", $"group\n{group}\n");
        GradedSubmission ada = _class.Store.Read(new("ada", "A1"))!;

        GradedSubmission other = ada with { Assignment = "A2" };
        GradedSubmission renamed = ada with { Tasks = [ada.Tasks[0] with { Name = "gates" }] };

        Assert.Equal(
            ["1", "1"],
            new[] { other, renamed }.Select(one => Adjustments.Read(_class.Path).Of(one).RawScore.ToString())
        );
    }

    [Fact]
    public void Lines_of_all_parts_of_a_class_are_merged()
    {
        _class.File("one/accept.csv", "group,comment\naaaaaaaa,first\n");
        _class.File("two/accept.csv", "group\nbbbbbbbb\naaaaaaaa\n");

        MergedTable.WriteAll(_class.Path, [Path.Combine(_class.Path, "one"), Path.Combine(_class.Path, "two")]);

        Assert.Equal("group,comment\naaaaaaaa,first\nbbbbbbbb,\n", _class.Read("accept.csv"));
    }

    private void Add(string student, double answer) =>
        _class.Add(
            student,
            GradedClass.Task("gate", [1, 2], [1, answer], GradedClass.Mistake("the sign is lost", 1, -2))
        );

    private string KeyOf(string student, Relation relation)
    {
        GradedTask task = _class.Store.Read(new(student, "A1"))!.Tasks[0];
        return AnswerPattern.Of("A1", task, task.Score()).First(pattern => pattern.Relation == relation).Key;
    }

    private SubmissionGrade[] Grades(Adjustments? adjustments = null)
    {
        adjustments ??= Adjustments.Read(_class.Path);
        return [.. _class.Store.List().Select(key => adjustments.Of(_class.Store.Read(key)!))];
    }
}
