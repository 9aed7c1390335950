namespace NeuralNotebooks.Classroom.Tests.Scores;

public sealed class AcceptedAnswerTests : GradedTests
{
    [Fact]
    public void An_answer_without_a_value_is_not_accepted_and_the_line_is_named()
    {
        Class.Add("ada", GradedClass.Task("gate", [1], [new MissingValue(MissingReason.DoesNotCompile, "CS1002")]));
        Add("bob", -2);
        string[] groups = [KeyOf("ada"), "deadbeef"];
        Class.File("accept.csv", $"group,comment\n{string.Join(",\n", groups)},\n");

        var adjustments = Adjustments.Read(Class.Path);
        IReadOnlyList<SubmissionGrade> grades = Grades(adjustments);
        Assert.Equal(["0", "1"], grades.Select(grade => grade.RawScore.ToString()));
        var unused = new TableNotes(Class.Store, adjustments);
        foreach (SubmissionGrade grade in grades)
            unused.Add(grade);
        Assert.Equal(
            groups.Order(), unused.ToMessages().Select(line => line.Split("a group ")[1].Split(' ')[0]).Order());
    }

    [Fact]
    public void An_accepted_answer_to_another_task_or_assignment_stays_wrong()
    {
        Add("ada", -2);
        string group = KeyOf("ada");
        Class.File("accept.csv", $"group\n{group}\n");
        JudgedSubmission ada = Class.Store.Read(new("ada", "A1"))!;

        JudgedSubmission other = ada with { Assignment = "A2" };
        JudgedSubmission renamed = ada with { Tasks = [ada.Tasks[0] with { Name = "gates" }] };

        Assert.Equal(
            ["1", "1"],
            new[] { other, renamed }.Select(one => Adjustments.Read(Class.Path).GradeOf(one).RawScore.ToString()));
    }

    private void Add(string student, double answer) =>
        Class.Add(
            student, GradedClass.Task("gate", [1, 2], [1, answer], GradedClass.Mistake("the sign is lost", 1, -2)));

    private string KeyOf(string student)
    {
        JudgedTask task = Class.Store.Read(new(student, "A1"))!.Tasks[0];
        return AnswerKeys.Of("A1", task, task.Score())[^1];
    }

    private SubmissionGrade[] Grades(Adjustments? adjustments = null)
    {
        adjustments ??= Adjustments.Read(Class.Path);
        return [.. Class.Store.List().Select(key => adjustments.GradeOf(Class.Store.Read(key)!))];
    }
}
