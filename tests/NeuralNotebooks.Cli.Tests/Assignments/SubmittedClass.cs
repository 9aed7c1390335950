using System.Text.Json;

namespace NeuralNotebooks.Cli.Tests;

/// <summary>An assignment of one small task, and a class that has submitted it: right, with a known mistake, or not at all.</summary>
internal static class SubmittedClass
{
    private const string Task = "// TASK double: 2 points\n// BEGIN SOLUTION\nint Double(int x) => 2 * x;\n// END SOLUTION";
    private const string Tests = "// TESTS double\n// BEGIN HIDDEN TESTS\nProbe(\"of 2\", Double(2));\nProbe(\"of 3\", Double(3));\n// END HIDDEN TESTS";
    private const string Mistake = "// MISTAKE double: it is squared\nint Double(int x) => x * x;";

    private static readonly string[] _answers = ["int Double(int x) => 2 * x;", "int Double(int x) => x * x;", ""];

    /// <summary>Writes source/A1/A1.ipynb; returns the folder source.</summary>
    public static string Source(TemporaryFolder folder)
    {
        Notebook(folder, "source/A1/A1.ipynb", Task, Tests, Mistake);
        return Path.Combine(folder.Path, "source");
    }

    /// <summary>Writes submissions; returns their folder.</summary>
    public static string Submitted(TemporaryFolder folder, int count)
    {
        for (int i = 0; i < count; i++)
            Notebook(folder, $"submitted/s{i:00}/A1/A1.ipynb", $"// TASK double: 2 points\n{_answers[i % _answers.Length]}");
        return Path.Combine(folder.Path, "submitted");
    }

    private static void Notebook(TemporaryFolder folder, string path, params string[] cells)
        => folder.File(path, JsonSerializer.Serialize(new
        {
            cells = cells.Select((source, i) => new { cell_type = "code", execution_count = (int?)null, id = $"cell-{i}", metadata = new { }, outputs = Array.Empty<object>(), source }),
            metadata = new { kernelspec = new { display_name = ".NET (C#)", language = "C#", name = ".net-csharp" } },
            nbformat = 4,
            nbformat_minor = 5,
        }));
}
