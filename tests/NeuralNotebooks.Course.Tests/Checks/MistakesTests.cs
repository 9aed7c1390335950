using System.Reflection;

namespace NeuralNotebooks.Course.Tests;

/// <summary>
/// Every known mistake of every check, tried as an answer. Mistakes.approved.txt says what each of them earns: the
/// number shows that a table still changes what its sentence says. After a change that is meant, copy what the failed
/// test has written.
/// </summary>
public class MistakesTests
{
    private static readonly FieldInfo[] _exercises =
        [.. typeof(Check).GetFields(BindingFlags.NonPublic | BindingFlags.Static)
        .Where(field =>
            field.FieldType.IsGenericType && field.FieldType.GetGenericTypeDefinition() == typeof(Exercise<,>))];

    public static TheoryData<string> Names => [.. _exercises.Select(exercise => exercise.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_wrong_value_earns_its_own_sentence_and_the_right_one_none(string name)
    {
        FieldInfo field = _exercises.Single(field => field.Name == name);
        MethodInfo lines = typeof(MistakesTests).GetMethod(nameof(Lines),
            BindingFlags.NonPublic | BindingFlags.Static)!;
        object? earned = lines.MakeGenericMethod(field.FieldType.GetGenericArguments()[0]).Invoke(null,
            [field.GetValue(null)]);
        string file = Path.Combine(AppContext.BaseDirectory, "Checks", "Mistakes.approved.txt");
        string[] all = File.ReadAllText(file).ReplaceLineEndings("\n").Split("# ");
        string approved = all.SingleOrDefault(part => part.StartsWith(name + "\n", StringComparison.Ordinal), "");

        string actual = $"{name}\n{earned}\n";

        if (approved != actual)
        {
            File.AppendAllText(Path.ChangeExtension(file, ".received.txt"), "# " + actual);
        }

        Assert.Equal(approved, actual);
    }

    private static string Lines<T>(Exercise<T> exercise)
    {
        Matrix<double>[] Right(T input) => [.. exercise.Parts.Select(part => part.Right(input))];

        Assert.True(exercise.Judge(Right).IsCorrect);
        return string.Join('\n', exercise.Parts.SelectMany((part, i) => part.Select(mistake =>
        {
            Verdict verdict = exercise.Judge(c =>
                Right(c).Select((right, j) => i == j ? mistake.Wrong(c) : right).ToArray());
            string named = verdict.LikelyMistake == mistake.Sentence ? ""
                : $" ({verdict.LikelyMistake ?? verdict.Message})";
            return $"{part.Name}: {mistake.Sentence}\n    {verdict.State}, {verdict.FirstDifference}{named}";
        })));
    }
}
