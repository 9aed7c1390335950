namespace NeuralNotebooks.Classroom.Tests.Reports;

public class AnswerGroupTests
{
    private static readonly MistakeAnswers[] _none = [];

    [Fact]
    public void Equal_wrong_answers_are_one_group() =>
        Assert.Equal(
            [3, 1],
            Sizes(_ => [1, 2], _none, (1, _ => [5, 5]), (2, _ => [5, 6]), (3, _ => [5, 5]), (4, _ => [5, 5 + 1e-12]))
        );

    [Fact]
    public void The_opposite_sign_is_one_answer_whatever_the_variant() =>
        Assert.Equal(
            [3],
            Sizes(x => [x, 2 * x], _none, (3, x => [-x, -2 * x]), (5, x => [-x, -2 * x]), (8, x => [-x, -2 * x]))
        );

    [Fact]
    public void A_constant_factor_and_a_constant_are_two_answers() =>
        Assert.Equal(
            [3, 2],
            Sizes(
                x => [x, x * x],
                _none,
                (3, x => [x / 4, x * x / 4]),
                (5, x => [x / 4, x * x / 4]),
                (7, x => [x / 4, x * x / 4]),
                (3, _ => [1, 1]),
                (6, _ => [1, 1])
            )
        );

    [Fact]
    public void Swapped_values_are_one_answer_whatever_the_variant() =>
        Assert.Equal(
            [3],
            Sizes(
                x => [x, 10 * x * x],
                _none,
                (3, x => [10 * x * x, x]),
                (5, x => [10 * x * x, x]),
                (8, x => [10 * x * x, x])
            )
        );

    [Fact]
    public void A_constant_offset_is_one_answer_whatever_the_variant()
        => Assert.Equal([2], Sizes(x => [x, x * x], _none, (3, x => [x + 1, x * x + 1]), (5, x => [x + 1, x * x + 1])));

    [Fact]
    public void The_same_mistake_is_one_group_whatever_the_variant() =>
        Assert.Equal(
            [2],
            Sizes(
                x => [x, x + 1],
                x => [new("squared", [GradedClass.List(x * x, x)])],
                (3, x => [x * x, x]),
                (5, x => [x * x, x])
            )
        );

    [Fact]
    public void Answers_without_a_simple_relation_are_grouped_by_their_kind_where_each_variant_has_one()
    {
        Assert.Equal(
            [3],
            Sizes(
                x => [x, x + 1],
                _none,
                (3, x => [x * x * x, Math.Sin(x)]),
                (5, x => [x * x * x, Math.Sin(x)]),
                (5, x => [x * x * x, Math.Sin(x)])
            )
        );
        Assert.Equal(
            [1, 1, 1],
            Sizes(
                x => [x, x + 1],
                _none,
                (3, x => [x * x * x, Math.Sin(x)]),
                (5, x => [x * x * x, Math.Sin(x)]),
                (5, _ => [71, 72])
            )
        );
    }

    [Fact]
    public void Without_variants_different_values_are_different_answers()
        => Assert.Equal([1, 1], Sizes(_ => [1, 2], _none, (1, _ => [5.5, 7]), (2, _ => [9.5, 11])));

    [Fact]
    public void The_largest_group_comes_first_and_every_answer_is_in_one()
    {
        IReadOnlyList<AnswerGroup> groups = Groups(
            x => [x, 2],
            _ => _none,
            new HashSet<string>(),
            [(3, x => [-x, 2]), (4, x => [-x, 2]), (5, _ => [0, 0]), (6, x => [-x, 2])]
        );

        Assert.Equal(
            [
                ["s0", "s1", "s3"],
                ["s2"],
            ],
            groups.Select(group => group.Answers.Select(answer => answer.Student))
        );
    }

    [Fact]
    public void A_group_with_a_sentence_stays_when_a_larger_one_could_take_its_students()
    {
        (double, Func<double, double[]>)[] first = [(3, x => [-x, 1]), (3, x => [-x, 1])];
        string key = Groups(x => [x, 1], _ => _none, new HashSet<string>(), first)[0].Pattern.Key;

        IReadOnlyList<AnswerGroup> later = Groups(
            x => [x, 1],
            _ => _none,
            new HashSet<string> { key },
            [.. first, (4, x => [-x, 1]), (5, x => [-x, 1])]
        );

        Assert.Equal(2, Assert.Single(later, group => group.Pattern.Key == key).Answers.Count);
    }

    private static IEnumerable<int> Sizes(
        Func<double, double[]> reference,
        MistakeAnswers[] mistakes,
        params (double X, Func<double, double[]> Answer)[] students
    ) => Sizes(reference, _ => mistakes, students);

    private static IEnumerable<int> Sizes(
        Func<double, double[]> reference,
        Func<double, MistakeAnswers[]> mistakes,
        params (double X, Func<double, double[]> Answer)[] students
    ) => Groups(reference, mistakes, new HashSet<string>(), students).Select(group => group.Answers.Count);

    /// <summary>Groups the answers of students with variants X to a task with one probe.</summary>
    private static IReadOnlyList<AnswerGroup> Groups(
        Func<double, double[]> reference,
        Func<double, MistakeAnswers[]> mistakes,
        IReadOnlySet<string> named,
        (double X, Func<double, double[]> Answer)[] students
    )
    {
        var report = students.Select(
            (student, i) =>
            {
                GradedTask task = GradedClass.Task(
                    "gate",
                    [GradedClass.List(reference(student.X))],
                    [GradedClass.List(student.Answer(student.X))],
                    mistakes(student.X)
                );
                TaskScore score = task.Score();
                return new WrongAnswer(
                    $"s{i}",
                    AnswerPattern.Of("A1", task, score),
                    AnswerPattern.HashOf(task.Reference),
                    score.Mistakes
                );
            }
        );
        return AnswerGroup.Of([.. report], named);
    }
}
