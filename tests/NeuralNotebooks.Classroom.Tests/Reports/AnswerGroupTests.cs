using System.Text;

namespace NeuralNotebooks.Classroom.Tests.Reports;

public class AnswerGroupTests
{
    private const string Facts = "Reports/Groups";

    /// <summary>Lines with &gt; are the expected answers of the students s0, s1, …, the wrong answer, and optionally a
    /// mistake. Below a line with $ are the groups.</summary>
    [Theory]
    [FactsOf(Facts)]
    public void Equal_wrong_answers_are_groups(string fact)
    {
        StringBuilder said = new();
        List<WrongAnswer> answers = [];
        foreach (Saying saying in ApprovedTexts.Said(Facts, fact))
        {
            said.Append(saying.Written);
            if (saying.Kind == '>')
                answers.Add(Wrong($"s{answers.Count}", GradedClass.Task("gate", saying.Text)));
            else
                said.AppendJoin("", AnswerGrouping.Of(answers).Select(Line));
        }
        ApprovedTexts.Check(Facts, fact, $"{said}");
    }

    private static string Line(AnswerGroup group) =>
        $"{group.Pattern.Relation}: {string.Join(", ", group.Answers.Select(answer => answer.Student))}\n";

    private static WrongAnswer Wrong(string student, JudgedTask task)
    {
        TaskScore score = task.Score();
        return new(
            student,
            AnswerPattern.Of("A1", task, score),
            AnswerPattern.HashOfExpected(task),
            score.Mistakes
        );
    }
}
