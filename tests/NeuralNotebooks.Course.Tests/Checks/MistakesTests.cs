namespace NeuralNotebooks.Course.Tests;

/// <summary>Tries every known mistake of every check as an answer, and mistakes that are possible in any check, which
/// no table lists. Mistakes.approved.txt and General.approved.txt have the verdicts; the first difference in a verdict
/// shows that the mistake computes what its sentence says. A mistake is tried in each part of an answer, and left out
/// if it does not change that part. Praise.approved.txt has the verdicts on right answers.</summary>
public class MistakesTests
{
    private static readonly FieldInfo[] _exercises =
        [.. typeof(Check).GetFields(BindingFlags.NonPublic | BindingFlags.Static)
        .Where(field =>
            field.FieldType.IsGenericType && field.FieldType.GetGenericTypeDefinition() == typeof(Exercise<>))];

    public static TheoryData<string> Names => [.. _exercises.Select(exercise => exercise.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_mistake_gets_its_sentence_in_a_part_that_it_changes_and_the_right_answer_is_correct(string name) =>
        ApprovedTexts.Check("Checks/Mistakes", name, Told(name, nameof(OfTheTable)));

    [Theory]
    [MemberData(nameof(Names))]
    public void Mistakes_that_are_possible_in_any_check_get_a_general_explanation(string name) =>
        ApprovedTexts.Check("Checks/General", name, Told(name, nameof(OfAnyCheck)));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_right_answer_in_single_precision_is_correct_and_gets_the_praise_of_its_check(string name) =>
        ApprovedTexts.Check("Checks/Praise", name, Told(name, nameof(InSinglePrecision)));

    [Theory]
    [MemberData(nameof(Names))]
    public void An_answer_that_throws_is_not_begun_if_it_is_not_implemented_and_otherwise_shows_its_exception(
        string name) =>
        Assert.Equal(
            """
            Not begun. This is still the starter. Write your code where it says so, then run the cell again.
            Could not be checked. Your code threw InvalidOperationException: boom

            """,
            Told(name, nameof(OfAnswersThatThrow)));

    private static string OfAnswersThatThrow<T>(Exercise<T> exercise)
    {
        return $"{Of(new NotImplementedException())}\n{Of(new InvalidOperationException("boom"))}";

        Verdict Of(Exception exception) => exercise.Judge(_ => throw exception).OnStep(3);
    }

    private static string Told(string name, string method)
    {
        FieldInfo field = _exercises.Single(field => field.Name == name);
        MethodInfo lines = typeof(MistakesTests).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(field.FieldType.GetGenericArguments()[0]);
        return $"{lines.Invoke(null, [field.GetValue(null)])}\n";
    }

    private static string OfTheTable<T>(Exercise<T> exercise)
    {
        Assert.True(exercise.Judge(c => Right(exercise, c)).IsCorrect);
        (string Part, string Sentence, Verdict Verdict)[] told =
        [
            .. exercise.Parts(exercise.Cases()[0]).SelectMany((part, i) => part.Select((mistake, k) =>
                (part.Name, Sentence: mistake.Hint.ToString(), Verdict: exercise.Judge(c => exercise.Parts(c)
                    .Select((part, j) => i == j ? part[k].Wrong() : part.Right(c)).ToArray()))))
                .Where(row => !row.Verdict.IsCorrect),
        ];
        string[] earned = [.. told.Select(row => row.Verdict.LikelyMistake).OfType<string>()];
        Assert.Empty(exercise.Parts(exercise.Cases()[0]).SelectMany(part => part)
            .Select(mistake => mistake.Hint.ToString()).Except(earned));
        return string.Join(
            '\n',
            told.GroupBy(row => row.Sentence)
                .Select(same => string.Join(
                    '\n', same.Select(row => InPart(row.Part, row.Sentence, row.Verdict)).Prepend(same.Key))));

        static string InPart(string part, string sentence, Verdict verdict)
        {
            string named = verdict.LikelyMistake == sentence ? "" : $" ({verdict.LikelyMistake ?? verdict.Message})";
            return $"    {part}: {verdict.State}, {verdict.FirstDifference}{named}";
        }
    }

    private static string OfAnyCheck<T>(Exercise<T> exercise)
    {
        Dictionary<string, Func<M, M>> changes = new()
        {
            ["not a number"] = right => double.NaN * right,
            ["the other sign"] = right => -right,
            ["seven times"] = right => 7 * right,
            ["transposed"] = right => right.T,
        };
        (string Answer, Verdict Verdict)[] judged =
        [
            ("zeros", exercise.Judge(Changed(exercise, right => 0 * right))),
            ("null", exercise.Judge(_ => null)),
            .. changes.Where(change => !exercise.Cases().All(c => Right(exercise, c).All(right =>
                AreEqual(right, change.Value(right)))))
                .Select(change => (change.Key, exercise.Judge(Changed(exercise, change.Value)))),
        ];
        Assert.All(judged, row => Assert.False(row.Verdict.IsCorrect));
        Assert.All(judged[2..], row => Assert.NotNull(row.Verdict.LikelyMistake));
        HashSet<string> told = [];
        return string.Join('\n', judged.Select(row => $"{row.Answer}: {Told(row.Verdict)}"));

        // A line that an earlier verdict of the exercise has is shown as an ellipsis.
        string Told(Verdict verdict) =>
            string.Join('\n', $"{verdict.OnStep(3)}".Split('\n').Select(line => told.Add(line) ? line : "…"));
    }

    private static string InSinglePrecision<T>(Exercise<T> exercise)
    {
        Verdict verdict = exercise.Judge(Changed(exercise, right => right.To<float>().To<double>()));
        Assert.True(verdict.IsCorrect);
        return $"{verdict}";
    }

    private static Func<T, object?> Changed<T>(Exercise<T> exercise, Func<M, M> change) =>
        c => Right(exercise, c).Select(change).ToArray();

    private static bool AreEqual(M a, M b) =>
        (a.Rows, a.Columns) == (b.Rows, b.Columns) && a.AsSpan().SequenceEqual(b.AsSpan());

    private static M[] Right<T>(Exercise<T> exercise, T input) =>
        [.. exercise.Parts(input).Select(part => part.Right(input))];
}
