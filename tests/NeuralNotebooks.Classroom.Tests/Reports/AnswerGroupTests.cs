using System.Text;

namespace NeuralNotebooks.Classroom.Tests.Reports;

public class AnswerGroupTests
{
    private const string Facts = "Reports/Groups";

    /// <summary>Lines with &gt; are what is expected of s0, s1, …, the wrong answer, and perhaps a mistake. Below one
    /// with $ are the groups, and one with @ names a student for whose group there is a sentence.</summary>
    [Theory]
    [FactsOf(Facts)]
    public void Equal_wrong_answers_are_groups(string fact)
    {
        StringBuilder said = new();
        List<WrongAnswer> answers = [];
        HashSet<string> named = [];
        IReadOnlyList<AnswerGroup> groups = [];
        foreach (Saying saying in ApprovedTexts.Said(Facts, fact))
        {
            said.Append(saying.Written);
            if (saying.Kind == '>')
                answers.Add(Wrong($"s{answers.Count}", GradedClass.Task("gate", saying.Text)));
            else if (saying.Kind == '@')
                named.UnionWith(
                    groups
                        .Where(group => group.Answers.Any(answer => answer.Student == saying.Text))
                        .Select(group => group.Pattern.Key)
                );
            else
            {
                groups = AnswerGroup.Of(answers, named);
                said.AppendJoin("", groups.Select(Line));
            }
        }
        ApprovedTexts.Check(Facts, fact, $"{said}");
    }

    private static string Line(AnswerGroup group) =>
        $"{group.Pattern.Relation}: {string.Join(", ", group.Answers.Select(answer => answer.Student))}\n";

    private static WrongAnswer Wrong(string student, GradedTask task)
    {
        TaskScore score = task.Score();
        return new(
            student,
            AnswerPattern.Of("A1", task, score),
            AnswerPattern.HashOf(task.Reference),
            score.Mistakes
        );
    }
}
