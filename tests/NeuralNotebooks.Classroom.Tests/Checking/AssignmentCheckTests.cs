namespace NeuralNotebooks.Classroom.Tests.Checking;

public sealed class AssignmentCheckTests(FlawedAssignment flawed, JudgeFixture fixture)
    : IClassFixture<FlawedAssignment>
{
    private IReadOnlyList<string> Errors => [.. flawed.Report.Errors.Select(error => error.ToString())];

    [Theory]
    // Mistakes.
    [InlineData(
        "A1.ipynb, cell 10, line 1: This mistake answers every probe like the one in cell 9 (\"it is squared\").",
        "This one does: Probe(\"…\", Alike("
    )]
    [InlineData(
        "A1.ipynb, cell 11, line 1: This mistake loses no point: no probe fails it.",
        "This one does: Probe(\"…\", Alike(11));"
    )]
    [InlineData("A1.ipynb, cell 14, line 1: This mistake answers every probe with 0.", "")]
    [InlineData("A1.ipynb, cell 15, line 1: This mistake answers every probe with the same value.", "")]
    [InlineData("A1.ipynb, cell 16, line 1: This mistake answers every probe with an argument, unchanged.", "")]
    [InlineData("A1.ipynb, cell 23, line 2: The mistake does not compile.", "CS0103")]
    [InlineData("A1.ipynb, cell 27 (mistake 6 of Check.LargestBlock), line 1: This mistake loses no point", "")]
    // Stubs.
    [InlineData("A1.ipynb, cell 13, line 3: The stub earns points: it passes the probe \"at 0\".", "")]
    [InlineData(
        "A1.ipynb, cell 13: With no task answered, the student's version fails here (Console.WriteLine(12 / "
            + "(int)Lazy(3, 4));): System.DivideByZeroException",
        ""
    )]
    // Solutions and probes.
    [InlineData("A1.ipynb, cell 18, line 3: The solution answers the probe \"at 0\" with NaN", "")]
    [InlineData("A1.ipynb, cell 20, line 3: The probe \"by a helper\" uses Helper, which another cell declares", "")]
    [InlineData("A1.ipynb, cell 20, line 4: The probe \"by nothing\" does not compile: CS0103", "missing")]
    [InlineData(
        "A1.ipynb, cell 21, line 5: The solution uses something that is not allowed in an answer",
        "System.Math"
    )]
    [InlineData("A1.ipynb, cell 24, line 3: There is no T:System.Mathematics.", "")]
    public void Each_flaw_is_an_error_with_its_place(string begin, string inside) =>
        Assert.Contains(
            Errors,
            error =>
                error.StartsWith(begin, StringComparison.Ordinal) && error.Contains(inside, StringComparison.Ordinal)
        );

    [Fact]
    public void There_is_no_other_error() => Assert.Equal(14, Errors.Count);

    [Fact]
    public async Task A_given_cell_that_does_not_compile_is_reported_there_and_not_for_each_probe()
    {
        using TemporaryFolder folder = new();
        string path = SourceNotebook.Write(folder, ["int given = \"text\";", .. SourceNotebook.ProductGate]);

        CheckReport report = await new AssignmentCheck(fixture.Judge, new JudgeOptions()).RunAsync(
            SourceReader.Read(path),
            null,
            TestContext.Current.CancellationToken
        );

        string.Join('\n', report.Errors).ShouldContain("A1.ipynb, cell 1: The cell does not compile: line 1: CS0029");
        Assert.All(report.Errors, error => Assert.Equal("cell 1", error.Cell));
    }

    [Fact]
    public void The_matrix_shows_which_probe_catches_which_mistake()
    {
        MistakeMatrix good = flawed.Report.Tasks.Single(matrix => matrix.Task.Name == "good");

        Assert.Equal([true, true, false, false], good.Rows[0].Lost); // x² for x²·dz, at dz = 2, 5, 1, 1.
        Assert.Equal([true, true, true, true], good.Rows[1].Lost); // x·dz for x²·dz, at x = 3, −1, ½, 2 … 9.
    }

    [Fact]
    public void The_matrix_says_what_a_mistake_loses() =>
        Assert.Equal(
            [3 + new Points(1, 3), 4],
            flawed.Report.Tasks.Single(matrix => matrix.Task.Name == "good").Rows.Select(row => row.Points)
        );

    [Fact]
    public void The_mistakes_of_a_check_are_run_like_others() =>
        Assert.Equal(
            ["1 1", "1 1", "1 1", "1 1", "1 0", "0 0"],
            flawed
                .Report.Tasks.Single(matrix => matrix.Task.Name == "block")
                .Rows.Select(row => string.Join(' ', row.Lost.Select(lost => lost ? 1 : 0)))
        );

    [Theory]
    [InlineData("A1.ipynb, cell 18: The task nan has few probes (1)")]
    [InlineData("A1.ipynb, cell 17: The task nan has no mistakes")]
    [InlineData(
        "A1.ipynb, cell 4: The numbers differ from student to student, but there is no cell for the student's id"
    )]
    [InlineData("A1.ipynb, cell 13, line 4: No mistake fails the probe \"at 1\"", false)]
    public void Advice_says_what_could_be_better(string begin, bool isThere = true) =>
        Assert.Equal(
            isThere,
            flawed.Report.Advice.Any(advice => advice.ToString().StartsWith(begin, StringComparison.Ordinal))
        );

    [Theory]
    [NightlyData(
        "double Gate(double z) => 1 / (1 + Math.Exp(-z));",
        "Gate(0.3)",
        "Gate(-2)",
        "ActivationFunctions.Apply"
    )]
    [NightlyData(
        "double[] Gate(double[] z) => [.. z.Select(Math.Tanh)];",
        "Gate([0.3])",
        "Gate([1, -2])",
        "Elementwise.Tanh"
    )]
    [InlineData(
        "double Gate(double z, double dz) { double a = Math.Tanh(z); return dz * (1 - a * a); }",
        "Gate(0.3, 2)",
        "Gate(-2, 5)",
        "ActivationFunctions.Apply and M:NeuralNotebooks.ActivationFunctions.MultiplyByDerivative"
    )]
    [NightlyData("double Gate(double z) => z * z + 0.1;", "Gate(0.3)", "Gate(-2)", null)]
    public async Task Members_of_the_kit_that_solve_a_task_are_named_unless_they_are_forbidden(
        string solution,
        string first,
        string second,
        string? members
    )
    {
        string[] named = await Named();
        if (members is null)
            Assert.Empty(named);
        else
            Assert.Contains($"The kit's M:NeuralNotebooks.{members} give", named);
        Assert.Empty(
            await Named(
                "// FORBIDDEN gate\n// T:NeuralNotebooks.ActivationFunctions\n// T:NeuralNotebooks.Elementwise"
            )
        );

        async Task<string[]> Named(params string[] more)
        {
            using TemporaryFolder folder = new();
            AssignmentSource source = SourceReader.Read(
                SourceNotebook.Write(
                    folder,
                    [
                        "#!import kit.csx",
                        $"// TASK gate: 2 points\n// BEGIN SOLUTION\n{solution}\n// END SOLUTION",
                        $"// TESTS gate\n// BEGIN HIDDEN TESTS\nProbe(\"one\", {first});\nProbe(\"two\", {second});\n"
                            + "// END HIDDEN TESTS",
                        .. more,
                    ]
                )
            );
            CheckReport report = await new AssignmentCheck(fixture.Judge, fixture.Options).RunAsync(
                source,
                null,
                TestContext.Current.CancellationToken
            );
            return
            [
                .. report
                    .Advice.Where(advice => advice.Sentence.StartsWith("The kit's", StringComparison.Ordinal))
                    .Select(advice => advice.Sentence.Split(" the solution's")[0]),
            ];
        }
    }
}
