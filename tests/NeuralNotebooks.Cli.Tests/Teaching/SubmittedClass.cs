namespace NeuralNotebooks.Cli.Tests;

/// <summary>An assignment of a small task, and a class whose answers are right, a known mistake or missing.</summary>
internal static class SubmittedClass
{
    private const string Right = "int Double(int x) => 2 * x;";
    private const string Tests =
        "// TESTS double\n// BEGIN HIDDEN TESTS\nProbe(\"of 2\", Double(2));\nProbe(\"of 3\", "
        + "Double(3));\n// END HIDDEN TESTS";
    private const string Mistake = "// MISTAKE double: it is squared\nint Double(int x) => x * x;";

    private static readonly string[] _answers = [Right, "int Double(int x) => x * x;", ""];

    public static string Source(TemporaryFolder folder, string solution = Right)
    {
        folder.Notebook(
            "source/A1/A1.ipynb",
            $"// TASK double: 2 points\n// BEGIN SOLUTION\n{solution}\n// END SOLUTION",
            Tests,
            Mistake);
        return folder.At("source");
    }

    public static string Submitted(TemporaryFolder folder, int count)
    {
        for (int i = 0; i < count; i++)
            Submit(folder, $"s{i:00}", _answers[i % _answers.Length]);
        return folder.At("submitted");
    }

    public static string Submit(TemporaryFolder folder, string student, string answer) =>
        folder.Notebook($"submitted/{student}/A1/A1.ipynb", $"// TASK double: 2 points\n{answer}");
}
