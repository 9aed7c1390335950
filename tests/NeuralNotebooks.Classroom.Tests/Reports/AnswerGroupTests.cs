namespace NeuralNotebooks.Classroom.Tests.Reports;

public class AnswerGroupTests
{
    [Fact]
    public void Equal_wrong_answers_are_one_group() =>
        Assert.Equal([3, 1], Sizes(_ => [1, 2], (_ => [5, 5], [1, 3]), (_ => [5, 6], [2]), (_ => [5, 5 + 1e-12], [4])));

    [Fact]
    public void The_opposite_sign_is_one_answer_whatever_the_variant() =>
        Assert.Equal([3], Sizes(x => [x, 2 * x], (x => [-x, -2 * x], [3, 5, 8])));

    [Fact]
    public void A_constant_factor_and_a_constant_are_two_answers() =>
        Assert.Equal([3, 2], Sizes(x => [x, x * x], (x => [x / 4, x * x / 4], [3, 5, 7]), (_ => [1, 1], [3, 6])));

    [Fact]
    public void Swapped_values_are_one_answer_whatever_the_variant() =>
        Assert.Equal([3], Sizes(x => [x, 10 * x * x], (x => [10 * x * x, x], [3, 5, 8])));

    [Fact]
    public void A_constant_offset_is_one_answer_whatever_the_variant() =>
        Assert.Equal([2], Sizes(x => [x, x * x], (x => [x + 1, x * x + 1], [3, 5])));

    [Fact]
    public void The_same_mistake_is_one_group_whatever_the_variant()
    {
        static WrongAnswer Squared(double x) =>
            Wrong($"s{x}", [x, x + 1], [x * x, x], GradedClass.Mistake("squared", GradedClass.List(x * x, x)));

        Assert.Equal(2, Assert.Single(AnswerGroup.Of([Squared(3), Squared(5)], new HashSet<string>())).Answers.Count);
    }

    [Fact]
    public void Answers_without_a_simple_relation_are_grouped_by_their_kind_where_each_variant_has_one()
    {
        static double[] Unrelated(double x) => [x * x * x, Math.Sin(x)];

        Assert.Equal([3], Sizes(x => [x, x + 1], (Unrelated, [3, 5, 5])));
        Assert.Equal([1, 1, 1], Sizes(x => [x, x + 1], (Unrelated, [3, 5]), (_ => [71, 72], [5])));
    }

    [Fact]
    public void Without_variants_different_values_are_different_answers() =>
        Assert.Equal([1, 1], Sizes(_ => [1, 2], (_ => [5.5, 7], [1]), (_ => [9.5, 11], [2])));

    [Fact]
    public void The_largest_group_comes_first_and_every_answer_is_in_one() =>
        Assert.Equal(
            [
                ["s0", "s1", "s2"],
                ["s3"],
            ],
            Groups(x => [x, 2], [], (x => [-x, 2], [3, 4, 6]), (_ => [0, 0], [5]))
                .Select(group => group.Answers.Select(answer => answer.Student))
        );

    [Fact]
    public void A_group_with_a_sentence_stays_when_a_larger_one_could_take_its_students()
    {
        string key = Groups(x => [x, 1], [], (x => [-x, 1], [3, 3]))[0].Pattern.Key;

        IReadOnlyList<AnswerGroup> later = Groups(x => [x, 1], [key], (x => [-x, 1], [3, 3, 4, 5]));

        Assert.Equal(2, Assert.Single(later, group => group.Pattern.Key == key).Answers.Count);
    }

    private static IEnumerable<int> Sizes(
        Func<double, double[]> reference,
        params (Func<double, double[]> Answer, double[] Variants)[] students
    ) => Groups(reference, [], students).Select(group => group.Answers.Count);

    /// <summary>The groups of students who give the same answers with the numbers of their variants.</summary>
    private static IReadOnlyList<AnswerGroup> Groups(
        Func<double, double[]> reference,
        HashSet<string> named,
        params (Func<double, double[]> Answer, double[] Variants)[] students
    ) =>
        AnswerGroup.Of(
            [
                .. students
                    .SelectMany(group => group.Variants.Select(x => (Expected: reference(x), Given: group.Answer(x))))
                    .Select((answer, i) => Wrong($"s{i}", answer.Expected, answer.Given)),
            ],
            named
        );

    private static WrongAnswer Wrong(string student, double[] right, double[] given, params MistakeAnswers[] mistakes)
    {
        GradedTask task = GradedClass.Task("gate", [GradedClass.List(right)], [GradedClass.List(given)], mistakes);
        TaskScore score = task.Score();
        return new(
            student,
            AnswerPattern.Of("A1", task, score),
            AnswerPattern.HashOf(task.Reference),
            score.Mistakes
        );
    }
}
