namespace NeuralNotebooks.Classroom.Tests.Checking;

public sealed class AssignmentCheckTests(JudgeFixture fixture) : FolderedTests
{
    private const string Facts = "Checking/Checks";

    /// <summary>Lines with &gt; are the cells of a source. Below are the errors, the advice, and for each mistake the
    /// probes that it fails and the points that it loses.</summary>
    [Theory]
    [FactsOf(Facts)]
    public async Task What_a_check_finds(string fact)
    {
        if (fact.EndsWith("(nightly)", StringComparison.Ordinal))
            Nightly.Only();
        IReadOnlyList<Saying> cells = ApprovedTexts.Said(Facts, fact);
        CheckReport report = await new AssignmentCheck(fixture.Judge, fixture.Options).RunAsync(
            SourceReader.Read(SourceNotebook.Write(Folder, cells.Select(cell => cell.Text))), null, Cancellation);
        IEnumerable<string> lines =
        [
            .. report.Errors.Select(error => $"{error}\n"),
            .. report.Advice.Select(advice => $"advice: {advice}\n"),
            .. report.Tasks.SelectMany(task => task.Rows).Select(row =>
                $"{string.Concat(row.Lost.Select(lost => lost ? '×' : '·'))} {row.Points}: {row.Mistake.Place}\n"
            ),
        ];
        string said = string.Concat(cells.Select(cell => cell.Written).Concat(lines));
        ApprovedTexts.Check(Facts, fact, JudgeFixture.WithoutRuntimesWords(said));
    }

    [Theory]
    [Cases("assignment", "assignment-class")]
    public async Task A_new_assignment_has_no_errors_and_needs_no_advice(string template)
    {
        AssignmentSource source = SourceReader.Read(
            Repository.At($"src/NeuralNotebooks.Cli/New/Templates/{template}.ipynb"));

        CheckReport report = await new AssignmentCheck(fixture.Judge, fixture.Options).RunAsync(
            source, null, Cancellation);

        Assert.Equal("", string.Join('\n', report.Errors.Concat(report.Advice)));
    }

    [Fact]
    public async Task Only_one_task_is_checked_and_cells_below_it_do_not_run()
    {
        string path = SourceNotebook.Write(
            Folder, OneTask, "// TESTS f\n// BEGIN HIDDEN TESTS\nProbe(\"one\", F());\n// END HIDDEN TESTS",
            OneTask.Replace("f:", "g:").Replace("F", "G").Replace("1;", "double.NaN;"),
            "// TESTS g\n// BEGIN HIDDEN TESTS\nProbe(\"one\", G());\n// END HIDDEN TESTS", "1 / (F() - F());",
            "// MISTAKE f: it is 2\ndouble F() => 2;", "// FORBIDDEN f\n// M:System.Math.Tangent");

        CheckReport report = await new AssignmentCheck(fixture.Judge, fixture.Options).RunAsync(
            SourceReader.Read(path) with { OnlyTask = "f" }, null, Cancellation);

        Assert.StartsWith("There is no M:System.Math.Tangent.", Assert.Single(report.Errors).Sentence);
        Assert.Equal("f", Assert.Single(report.Tasks).Task.Name);
        Assert.Single(report.Advice); // It has few probes.
    }

    [Fact]
    public async Task What_has_not_changed_since_the_last_check_does_not_run_again_and_is_reported_again()
    {
        string file = Folder.File("calls.txt", ""), second = OneTask.Replace("f:", "g:").Replace("F()", "G()"),
            call = $"System.IO.File.AppendAllText(@\"{file}\", \"x\")",
            mistake = $"// MISTAKE g: it is 2\ndouble G() {{ {call}; return 2; }}";
        string[] cells =
        [
            OneTask, "// TESTS f\n// BEGIN HIDDEN TESTS\nProbe(\"one\", F());\n// END HIDDEN TESTS",
            second, "// TESTS g\n// BEGIN HIDDEN TESTS\nProbe(\"one\", G());\n// END HIDDEN TESTS",
            mistake, "double x = F();", "// MISTAKE f: none\ndouble F() => 1.0;",
        ];
        await CheckAgain(unchanged: 0, calls: 1);
        await CheckAgain(unchanged: 2, calls: 1);
        cells[6] = "// MISTAKE f: none\ndouble F() => 1.5 - 0.5;";
        await CheckAgain(unchanged: 1, calls: 1);
        cells[0] = OneTask.Replace("1;", "0.5 + 0.5;");
        await CheckAgain(unchanged: 0, calls: 2); // It is one of the cells above the other task.
        cells[1] = cells[1].Replace("one", "1");
        await CheckAgain(unchanged: 2, calls: 2);
        foreach (string record in Directory.GetFiles(Folder.At("records")))
            File.WriteAllText(record, "{ \"a\": null, ");
        await CheckAgain(unchanged: 0, calls: 3);

        async Task CheckAgain(int unchanged, int calls)
        {
            CheckReport report = await new AssignmentCheck(fixture.Judge, fixture.Options, Folder.At("records"))
                .RunAsync(SourceReader.Read(SourceNotebook.Write(Folder, cells)), null, Cancellation);
            Assert.Equal((2, unchanged), report.Judged);
            Assert.Equal(calls, File.ReadAllText(file).Length);
            Assert.StartsWith("This mistake loses no point", Assert.Single(report.Errors).Sentence);
            Assert.Equal([(false, 0m), (true, 1m)], report.Tasks.Select(
                task => (task.Rows[0].Lost[0], task.Rows[0].Points.Exact)));
        }
    }

    private const string OneTask = """
        // TASK f: 1 point
        double F()
        {
            // BEGIN SOLUTION
            return 1;
            // END SOLUTION
        }
        """;

    [Theory]
    [InlineData("3 points", "The title says 3 points, and the tasks have 1 point. Expected the same number.")]
    [InlineData("1 point", null)]
    [InlineData("about 20 minutes", null)]
    public async Task The_points_in_the_title_are_compared_with_the_sum_of_the_tasks(string title, string? error)
    {
        CheckReport report = await Checked($"<!-- -->\n# A1\n\nA row of 7 points.\n\n*Exam · {title}*", OneTask);

        Assert.Equal(error, report.Errors.SingleOrDefault()?.Sentence);
    }

    [Theory]
    [Cases(
        "T:System.IO.File", true, "M:System.Diagnostics.Process.Start", true, "T:System.Reflection.Assembly", true,
        "M:NeuralNotebooks.Mnist.Load", true, "T:System.Guid", false)]
    public async Task What_a_task_allows_and_reaches_files_processes_or_reflection_is_advice(string id, bool isAdvice)
    {
        CheckReport report = await Checked(OneTask, $"// ALLOWED f\n// {id}");

        Assert.Equal(isAdvice, report.Advice.Any(advice => advice.Sentence.Contains(id)));
    }

    private Task<CheckReport> Checked(params string[] cells) =>
        new AssignmentCheck(fixture.Judge, fixture.Options).RunAsync(
            SourceReader.Read(
                SourceNotebook.Write(
                    Folder,
                    [.. cells, "// TESTS f\n// BEGIN HIDDEN TESTS\nProbe(\"one\", F());\n// END HIDDEN TESTS"])),
            null,
            Cancellation);

    [Fact]
    public void What_a_task_forbids_must_exist_before_it_is_released()
    {
        AssignmentSource source = SourceReader.Read(
            SourceNotebook.Write(
                Folder,
                "// TASK f: 1 point\n// BEGIN SOLUTION\ndouble F() => 1;\n// END SOLUTION",
                "// TESTS f\n// BEGIN HIDDEN TESTS\nProbe(\"one\", F());\n// END HIDDEN TESTS",
                "// FORBIDDEN f\n// M:System.Math.Tanh\n// M:System.Math.Tangent"));

        SourceProblem problem = Assert.Single(AssignmentCheck.UnknownIds(source, fixture.Options.KitScript));

        Assert.Equal(("cell 3", 3), (problem.Cell, problem.Line));
        problem.Sentence.ShouldContain("There is no M:System.Math.Tangent.");
    }
}
