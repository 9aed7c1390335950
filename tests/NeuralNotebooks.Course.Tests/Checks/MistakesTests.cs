using System.Reflection;

namespace NeuralNotebooks.Course.Tests;

/// <summary>
/// Tries every known mistake of every check as an answer, and mistakes that are possible in any check, which no table
/// lists. Mistakes.approved.txt and General.approved.txt have the verdicts; the first difference in a verdict shows
/// that the mistake computes what its sentence says. A mistake is tried in each part of an answer, and left out if it
/// does not change that part.
/// </summary>
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
    public void An_answer_that_throws_is_not_begun_if_it_is_not_implemented_and_otherwise_shows_its_exception(
        string name
    ) =>
        Assert.Equal(
            """
            Not begun. This is still the starter. Write your code where it says so, then run the cell again.
            Could not be checked. Your code threw InvalidOperationException: boom

            """,
            Told(name, nameof(OfAnswersThatThrow))
        );

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
                (part.Name, mistake.Sentence, Verdict: exercise.Judge(c => exercise.Parts(c)
                    .Select((part, j) => i == j ? part[k].Wrong() : part.Right(c)).ToArray()))))
                .Where(row => !row.Verdict.IsCorrect),
        ];
        string[] earned = [.. told.Select(row => row.Verdict.LikelyMistake).OfType<string>()];
        Assert.Empty(exercise.Parts(exercise.Cases()[0]).SelectMany(part => part).Select(mistake => mistake.Sentence)
            .Except(earned));
        return string.Join(
            '\n',
            told.GroupBy(row => row.Sentence)
                .Select(same => string.Join(
                    '\n',
                    same.Select(row => InPart(row.Part, row.Sentence, row.Verdict)).Prepend(same.Key)
                ))
        );

        static string InPart(string part, string sentence, Verdict verdict)
        {
            string named = verdict.LikelyMistake == sentence ? ""
                : $" ({verdict.LikelyMistake ?? verdict.Message})";
            return $"    {part}: {verdict.State}, {verdict.FirstDifference}{named}";
        }
    }

    private static string OfAnyCheck<T>(Exercise<T> exercise)
    {
        Dictionary<string, Func<T, object?>> answers = new()
        {
            ["in single precision"] = Changed(right => right.To<float>().To<double>()),
            ["the starter"] = exercise.Starter ?? Changed(right => 0 * right),
            ["null"] = _ => null,
            ["not a number"] = Changed(right => double.NaN * right),
            ["the other sign"] = Changed(right => -right),
            ["seven times"] = Changed(right => 7 * right),
            ["transposed"] = Changed(right => right.T),
        };
        HashSet<string> told = [];
        return string.Join('\n', answers.Select(answer => $"{answer.Key}: {Told(answer.Value)}"));

        // A line that an earlier verdict of the exercise has is shown as an ellipsis.
        string Told(Func<T, object?> answer) =>
            string.Join(
                '\n',
                $"{exercise.Judge(answer).OnStep(3)}".Split('\n').Select(line => told.Add(line) ? line : "…")
            );

        Func<T, object?> Changed(Func<M, M> change) =>
            c => Right(exercise, c).Select(change).ToArray();
    }

    private static M[] Right<T>(Exercise<T> exercise, T input) =>
        [.. exercise.Parts(input).Select(part => part.Right(input))];
}
