using System.Text;
using System.Text.RegularExpressions;

namespace NeuralNotebooks.Classroom.Tests.Sources;

public partial class SourceProblemTests
{
    private const string Task = "// TASK t: 4 points\n// BEGIN SOLUTION\nint F(int x) => x;\n// END SOLUTION";
    private const string Tests = "// TESTS t\n// BEGIN HIDDEN TESTS\nProbe(\"p\", F(1));\n// END HIDDEN TESTS";

    [Theory]
    [FactsOf("Sources/Problems")]
    public void A_problem_says_where_it_is_and_what_was_expected(string fact)
    {
        StringBuilder said = new();
        List<string> cells = [];
        foreach (Saying saying in ApprovedTexts.Said("Sources/Problems", fact).Append(new('@', "", "", "")))
        {
            if (saying.Kind == '@' && cells.Count > 0)
            {
                said.AppendJoin("", Problems(cells).Select(problem => Lists().Replace($"{problem}", "…") + "\n"));
                cells.Clear();
            }
            else if (saying.Kind == '>')
                cells.Add(saying.Text);
            said.Append(saying.Written);
        }
        ApprovedTexts.Check("Sources/Problems", fact, $"{said}");
    }

    private static IReadOnlyList<SourceProblem> Problems(params IEnumerable<string> cells) =>
        Assert.Throws<SourceException>(() => SourceNotebook.Read(cells)).Problems;

    [Fact]
    public void All_problems_are_found_at_once_in_the_notebooks_order()
    {
        IReadOnlyList<SourceProblem> found = Problems(
            "// MISTAKE t: nothing",
            "// TASK t: 0 points\n// BEGIN SOLUTION\n// END SOLUTION",
            Tests,
            "Probe(\"q\", 1);",
            "// TESTS u"
        );

        Assert.Equal(["cell 1", "cell 2", "cell 4", "cell 5"], found.Select(problem => problem.Cell));
    }

    [Theory]
    [InlineData("// TASK t: 4 points\n// BEGIN SOLUTION\n{0}\n// END SOLUTION", Tests)]
    [InlineData(Task, "// TESTS t\n// BEGIN HIDDEN TESTS\nProbe(\"p\", {0});\n// END HIDDEN TESTS")]
    [InlineData(Task, Tests, "{0}")]
    public void Code_that_the_parser_may_not_survive_is_a_problem_of_its_cell(params string[] cells)
    {
        string code = new('(', 60_000);
        string[] deep = [.. cells.Select(cell => cell.Replace("{0}", code))];

        Assert.Contains(
            Problems(deep),
            problem => problem.Sentence.StartsWith("The code is nested too deeply", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_notebook_without_tasks_is_not_an_assignment()
    {
        SourceException found = Assert.Throws<SourceException>(() => SourceNotebook.Read("int a = 1;"));

        Assert.True(found.IsNotAnAssignment);
    }

    [Fact]
    public void A_misspelt_task_is_not_also_reported_as_missing() =>
        Assert.Single(
            Problems("// TASK t 4 points\n// BEGIN SOLUTION\nint F(int x) => x;\n// END SOLUTION", Tests)
        );

    /// <summary>What grows with the course.</summary>
    [GeneratedRegex(@"(?<=Expected (one of Check\.|a number from 1 to )).*")]
    private static partial Regex Lists();
}
