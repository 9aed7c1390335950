namespace NeuralNotebooks.Classroom.Tests.Sources;

public partial class SourceReaderTests
{
    private const string Facts = "Sources/Sources";
    private const string Task = "// TASK t: 4 points\n// BEGIN SOLUTION\nint F(int x) => x;\n// END SOLUTION";
    private const string Tests = "// TESTS t\n// BEGIN HIDDEN TESTS\nProbe(\"p\", F(1));\n// END HIDDEN TESTS";

    /// <summary>Lines with &gt; are the cells of a source. Below are its cells, its tasks, and the cells that students
    /// get; or its problems.</summary>
    [Theory]
    [FactsOf(Facts)]
    public void What_a_source_says(string fact)
    {
        StringBuilder said = new();
        List<string> cells = [];
        foreach (Saying saying in ApprovedTexts.Said(Facts, fact).Append(new('@', "", "", "")))
        {
            if (saying.Kind == '@' && cells.Count > 0)
            {
                said.AppendJoin("", Read(cells).Select(line => line.TrimEnd() + "\n"));
                cells.Clear();
            }
            else if (saying.Kind == '>')
                cells.Add(saying.Text);
            said.Append(saying.Written);
        }
        ApprovedTexts.Check(Facts, fact, $"{said}");
    }

    [Fact]
    public void A_source_that_is_not_in_UTF_8_is_rejected()
    {
        using var folder = new TemporaryFolder();
        string json = SourceNotebook.Json("# \u00e9", Task, Tests).Replace("\\u00E9", "\u00e9");
        string path = folder.File("A1.ipynb", Encoding.Latin1.GetBytes(json));

        Fails.With<SourceException>("The notebook is not in UTF-8", () => SourceReader.Read(path));
    }

    private static IEnumerable<string> Read(IEnumerable<string> cells)
    {
        try
        {
            AssignmentSource source = SourceNotebook.Read(cells);
            return
            [
                .. source.Cells.Select(cell => $"{source.Name}, {cell.Place}: {cell.Role} {cell.GradeId}".TrimEnd()),
                .. source.Tasks.SelectMany(Lines),
                .. StudentVersion
                    .Of(source)
                    .Cells.Select(cell => OneLine($"{cell.Metadata.ToJsonString()} {cell.Source}")),
            ];
        }
        catch (SourceException e)
        {
            return e.Problems.Select(problem => Lists().Replace($"{problem}", "…"));
        }
    }

    private static IEnumerable<string> Lines(AssignmentTask task) =>
        [
            $"{task.Name}: {Exact(task.Points)} points, {(task.IsText ? "text" : "code")}"
                + (task.IsByHand ? ", by hand" : ""),
            $"  declares {string.Join('↵', task.Declarations.Split('\n').Select(line => line.TrimEnd()))}",
            .. task.Probes.Select(probe =>
                FormattableString.Invariant($"  line {probe.Line}: {probe.Name}: {probe.Expression}: ")
                + $"{Exact(probe.Points)}, tolerance {Text(probe.Tolerance)}, floor {Text(probe.Floor)}"
                + (probe.IsShown ? ", shown" : "")
            ),
            .. task.Mistakes.Select(mistake => $"  {mistake.Place}: {mistake.Sentence}: {OneLine(mistake.Code)}"),
            .. task.Rules.Forbidden.Select(id => $"  forbids {id}"),
            .. task.Rules.Allowed.Select(id => $"  allows {id}"),
        ];

    private static string Exact(Points points) => $"{points}";

    private static string Text(double? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "default";

    private static string OneLine(string text) => text.Replace("\n", "↵");

    [Theory]
    [InlineData("// TASK t: 4 points\n// BEGIN SOLUTION\n{0}\n// END SOLUTION", Tests)]
    [InlineData(Task, "// TESTS t\n// BEGIN HIDDEN TESTS\nProbe(\"p\", {0});\n// END HIDDEN TESTS")]
    [InlineData(Task, Tests, "{0}")]
    public void Code_beyond_the_limits_of_the_parser_is_a_problem_of_its_cell(params string[] cells)
    {
        string code = new('(', 60_000);
        Assert.Contains(
            "The code is nested too deeply",
            string.Concat(Read(cells.Select(cell => cell.Replace("{0}", code)))),
            StringComparison.Ordinal);
    }

    [Theory]
    [Cases(
        "# A\n```sh\n# no\n```\ntext", "A",
        "# A\n## B `c` ##\ntext", "B `c`",
        "<!-- -->\n~~~\n# no", "t",
        "# Sorting in C#", "Sorting in C#",
        "# A\n``` # ```\n# B", "B")]
    public void The_title_of_a_task_is_the_last_heading_above_it_outside_of_code(string above, string title) =>
        Assert.Equal(title, SourceNotebook.Read(above, Task, Tests).Tasks[0].Title);

    [Fact]
    public void A_heading_of_a_model_answer_is_not_the_title_that_students_see() =>
        Assert.Equal(
            "Why?",
            SourceNotebook.Read(
                "<!-- TASK t: 2 points, by hand -->\n## Why?\n<!-- BEGIN SOLUTION -->\n# No\n<!-- END SOLUTION -->")
                .Tasks[0].Title);

    [Fact]
    public void A_notebook_without_tasks_is_not_an_assignment() =>
        Assert.True(Assert.Throws<SourceException>(() => SourceNotebook.Read("int a = 1;")).IsNotAnAssignment);

    /// <summary>The lists in messages that change whenever the course gets new checks.</summary>
    [GeneratedRegex(@"(?<=Expected (one of Check\.|a number from 1 to )).*")]
    private static partial Regex Lists();
}
