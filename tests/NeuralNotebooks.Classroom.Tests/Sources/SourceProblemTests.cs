namespace NeuralNotebooks.Classroom.Tests.Sources;

public class SourceProblemTests
{
    private const string Task = "// TASK t: 4 points\n// BEGIN SOLUTION\nint F(int x) => x;\n// END SOLUTION";
    private const string Tests = "// TESTS t\n// BEGIN HIDDEN TESTS\nProbe(\"p\", F(1));\n// END HIDDEN TESTS";

    [Theory]
    // Markers.
    [InlineData(
        "cell 1, line 1: The line does not describe a task",
        "// TASK t 4 points\n// BEGIN SOLUTION\n// END SOLUTION",
        Tests
    )]
    [InlineData(
        "cell 1, line 1: The line does not describe a task",
        "// TASK größe: 4 points\n// BEGIN SOLUTION\n// END SOLUTION"
    )]
    [InlineData(
        "cell 1, line 1: A task is worth more than 0 points",
        "// TASK t: 0 points\n// BEGIN SOLUTION\n// END SOLUTION",
        Tests
    )]
    [InlineData("Markdown cell 1, line 1: A task in a Markdown cell has no probes", "<!-- TASK why: 2 points -->")]
    [InlineData("cell 2, line 1: The line does not name a task", Task, "// TESTS t and more")]
    [InlineData(
        "cell 3, line 1: The line does not describe a mistake",
        Task,
        Tests,
        "// MISTAKE t\nint F(int x) => 0;"
    )]
    [InlineData("cell 3: The mistake has no code", Task, Tests, "// MISTAKE t: nothing\n")]
    [InlineData(
        "cell 3, line 1: The line does not name a check",
        Task,
        Tests,
        "// MISTAKES t: SigmoidGate\nint F(int x) => Wrong(x);"
    )]
    [InlineData(
        "cell 3, line 1: Check.Sigmoid has no mistakes that can be taken. Expected one of Check.",
        Task,
        Tests,
        "// MISTAKES t: Check.Sigmoid\nint F(int x) => Wrong(x);"
    )]
    [InlineData(
        "cell 3, line 1: Check.SigmoidGate has no mistake 99. Expected a number from 1 to ",
        Task,
        Tests,
        "// MISTAKES t: Check.SigmoidGate, without 2, 99\nint F(int x) => "
            + "(int)Check.Mistakes.SigmoidGate[0].Function(x, 1);"
    )]
    [InlineData(
        "cell 3, line 1: The code does not use the first mistake. Expected Check.Mistakes.SigmoidGate[0].Function",
        Task,
        Tests,
        "// MISTAKES t: Check.SigmoidGate\nint F(int x) => x;"
    )]
    [InlineData("cell 3: The mistake has no code", Task, Tests, "// MISTAKES t: Check.SigmoidGate\n")]
    // Names.
    [InlineData(
        "cell 2, line 1: There is no task u. Expected one of t",
        Task,
        "// TESTS u\n// BEGIN HIDDEN TESTS\n// END HIDDEN TESTS"
    )]
    [InlineData(
        "cell 3, line 1: There is no task u. Expected one of t",
        Task,
        Tests,
        "// MISTAKE u: wrong\nint F(int x) => 0;"
    )]
    [InlineData("cell 3, line 1: There is a task t already, in cell 1", Task, Tests, Task)]
    [InlineData("cell 3, line 1: The task t has tests already, in cell 2", Task, Tests, Tests)]
    [InlineData(
        "cell 2, line 1: The id given-1 that this cell gets is the name of a task",
        "// TASK given-1: 1 point, by hand\n",
        "int given;"
    )]
    [InlineData("cell 4, line 1: The notebook has a STUDENT cell already", Task, Tests, "// STUDENT", "// STUDENT")]
    // Regions.
    [InlineData(
        "cell 1, line 2: The region does not end. Expected // END SOLUTION below",
        "// TASK t: 4 points\n// BEGIN SOLUTION\nint F(int x) => x;",
        Tests
    )]
    [InlineData(
        "cell 1, line 3: Regions do not nest: SOLUTION, begun in line 2",
        "// TASK t: 4 points\n// BEGIN SOLUTION\n// BEGIN SOLUTION\nint F(int x) => x;\n// END SOLUTION",
        Tests
    )]
    [InlineData(
        "cell 1, line 2: Nothing ends here. Expected // BEGIN SOLUTION above",
        "// TASK t: 4 points\n// END SOLUTION",
        Tests
    )]
    [InlineData(
        "cell 1, line 3: A region's marker stands alone",
        "// TASK t: 4 points\n// BEGIN SOLUTION\nint F(int x) => x; // END SOLUTION\n// END SOLUTION",
        Tests
    )]
    [InlineData(
        "cell 1, line 2: A region's marker stands alone",
        "// TASK t: 4 points\n// begin solution\nint F(int x) => x;",
        Tests
    )]
    [InlineData("cell 1: The task has no solution", "// TASK t: 4 points\nint F(int x) => x;", Tests)]
    [InlineData(
        "cell 3, line 1: A solution is in a cell that is not a task",
        Task,
        Tests,
        "// BEGIN SOLUTION\nint a;\n// END SOLUTION"
    )]
    [InlineData(
        "cell 1, line 4: Hidden tests are in a cell that is not a TESTS cell",
        "// TASK t: 4 points\n// BEGIN SOLUTION\n// END SOLUTION\n// BEGIN HIDDEN TESTS\n// END HIDDEN TESTS",
        Tests
    )]
    [InlineData(
        "cell 1, line 2: A STUB line replaces a solution",
        "// TASK t: 4 points\n// STUB return 0;\n// BEGIN SOLUTION\n// END SOLUTION",
        Tests
    )]
    // Tests.
    [InlineData("cell 1, line 1: The task t has no tests", Task)]
    [InlineData("cell 2: The task t has no probes", Task, "// TESTS t\nCheck.F(F)")]
    [InlineData("cell 1, line 1: The tests stand above their task", Tests, Task)]
    [InlineData(
        "cell 2, line 3: The task t is marked by hand. Expected no probes",
        "// TASK t: 4 points, by hand",
        Tests
    )]
    // Probes.
    [InlineData(
        "cell 2, line 3: The probe's name is not a constant text",
        Task,
        "// TESTS t\n// BEGIN HIDDEN TESTS\nProbe($\"p\", F(1));\n// END HIDDEN TESTS"
    )]
    [InlineData(
        "cell 2, line 3: The probe has no value",
        Task,
        "// TESTS t\n// BEGIN HIDDEN TESTS\nProbe(\"p\");\n// END HIDDEN TESTS"
    )]
    [InlineData(
        "cell 2, line 3: The points of a probe must be a non-negative constant",
        Task,
        "// TESTS t\n// BEGIN HIDDEN TESTS\nProbe(\"p\", F(1), points: -1);\n// END HIDDEN TESTS"
    )]
    [InlineData(
        "cell 2, line 3: The points of a probe must be a non-negative constant",
        Task,
        "// TESTS t\n// BEGIN HIDDEN TESTS\nProbe(\"p\", F(1), points: n);\n// END HIDDEN TESTS"
    )]
    [InlineData(
        "cell 2, line 3: The tolerance of a probe must be a non-negative constant",
        Task,
        "// TESTS t\n// BEGIN HIDDEN TESTS\nProbe(\"p\", F(1), tolerance: eps);\n// END HIDDEN TESTS"
    )]
    [InlineData(
        "cell 2, line 3: The floor of a probe must be a non-negative constant",
        Task,
        "// TESTS t\n// BEGIN HIDDEN TESTS\nProbe(\"p\", F(1), floor: -1e-9);\n// END HIDDEN TESTS"
    )]
    [InlineData(
        "cell 2, line 3: The argument shown must be true or false",
        Task,
        "// TESTS t\n// BEGIN HIDDEN TESTS\nProbe(\"p\", F(1), shown: isShown);\n// END HIDDEN TESTS"
    )]
    [InlineData(
        "cell 2, line 3: A probe has no such argument: weight: 2",
        Task,
        "// TESTS t\n// BEGIN HIDDEN TESTS\nProbe(\"p\", F(1), weight: 2);\n// END HIDDEN TESTS"
    )]
    [InlineData(
        "cell 2, line 4: Another probe of this task is called \"p\"",
        Task,
        "// TESTS t\n// BEGIN HIDDEN TESTS\nProbe(\"p\", F(1));\nProbe(\"p\", F(2));\n// END HIDDEN TESTS"
    )]
    [InlineData(
        "cell 2, line 3: A hidden region has probes and declarations only",
        Task,
        "// TESTS t\n// BEGIN HIDDEN TESTS\nConsole.WriteLine();\nProbe(\"p\", F(1));\n// END HIDDEN TESTS"
    )]
    [InlineData(
        "cell 2, line 4: A probe is a statement of its own",
        Task,
        "// TESTS t\n// BEGIN HIDDEN TESTS\nfor (int i = 0; i < 2; i++)\n    Probe(\"p\", "
            + "F(i));\nProbe(\"q\", F(1));\n// END HIDDEN TESTS"
    )]
    [InlineData(
        "cell 2, line 3: CS1002: ; expected",
        Task,
        "// TESTS t\n// BEGIN HIDDEN TESTS\nProbe(\"p\", F(1))\nProbe(\"q\", F(1));\n// END HIDDEN TESTS"
    )]
    [InlineData(
        "cell 2, line 2: A probe stands outside the hidden tests",
        Task,
        "// TESTS t\nProbe(\"q\", F(1));\n// BEGIN HIDDEN TESTS\nProbe(\"p\", F(1));\n// END HIDDEN TESTS"
    )]
    [InlineData("cell 3, line 1: A probe stands outside the hidden tests", Task, Tests, "Probe(\"q\", 1);")]
    // Points.
    [InlineData(
        "cell 2: The probes have 5 points, and the task has 4. Expected no more",
        Task,
        "// TESTS t\n// BEGIN HIDDEN TESTS\nProbe(\"p\", F(1), points: 5);\nProbe(\"q\", F(1));\n// END HIDDEN TESTS"
    )]
    [InlineData(
        "cell 2: The probes have 3.5 points, and the task has 4. Expected the same number",
        Task,
        "// TESTS t\n// BEGIN HIDDEN TESTS\nProbe(\"p\", F(1), points: 3.5);\n// END HIDDEN TESTS"
    )]
    // Lists.
    [InlineData("cell 3, line 2: This is not a documentation-comment id", Task, Tests, "// FORBIDDEN t\n// Backward")]
    [InlineData(
        "cell 3, line 3: This is not a documentation-comment id",
        Task,
        Tests,
        "// FORBIDDEN t\n// T:NeuralNotebooks.Gemm\nM:NeuralNotebooks.Value.Backward"
    )]
    public void A_problem_says_where_it_is_and_what_was_expected(string expected, params string[] cells)
    {
        SourceException found = Assert.Throws<SourceException>(() => SourceNotebook.Read(cells));

        Assert.Contains(
            found.Problems,
            problem => problem.ToString().StartsWith($"A1.ipynb, {expected}", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void All_problems_are_found_at_once_in_the_notebooks_order()
    {
        SourceException found = Assert.Throws<SourceException>(() =>
            SourceNotebook.Read(
                "// MISTAKE t: nothing",
                "// TASK t: 0 points\n// BEGIN SOLUTION\n// END SOLUTION",
                Tests,
                "Probe(\"q\", 1);",
                "// TESTS u"
            )
        );

        Assert.Equal(["cell 1", "cell 2", "cell 4", "cell 5"], found.Problems.Select(problem => problem.Cell));
    }

    [Theory]
    [InlineData("// TASK t: 4 points\n// BEGIN SOLUTION\n{0}\n// END SOLUTION", Tests)]
    [InlineData(Task, "// TESTS t\n// BEGIN HIDDEN TESTS\nProbe(\"p\", {0});\n// END HIDDEN TESTS")]
    [InlineData(Task, Tests, "{0}")]
    public void Code_that_the_parser_may_not_survive_is_a_problem_of_its_cell(params string[] cells)
    {
        string code = new('(', 60_000);
        string[] deep = [.. cells.Select(cell => cell.Replace("{0}", code))];

        SourceException found = Assert.Throws<SourceException>(() => SourceNotebook.Read(deep));

        Assert.Contains(found.Problems,
            problem => problem.Sentence.StartsWith("The code is nested too deeply", StringComparison.Ordinal));
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
            Assert
                .Throws<SourceException>(() =>
                    SourceNotebook.Read(
                        "// TASK t 4 points\n// BEGIN SOLUTION\nint F(int x) => x;\n// END SOLUTION",
                        Tests
                    )
                )
                .Problems
        );
}
