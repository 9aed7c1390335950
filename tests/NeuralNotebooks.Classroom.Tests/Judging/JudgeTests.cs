namespace NeuralNotebooks.Classroom.Tests;

public sealed class JudgeTests(JudgeFixture fixture)
{
    private const string Reference = "double[] Product(double x, double y, double dz) => [dz * y, dz * x];";

    [Theory]
    [InlineData("=> [y, x];", "-1, 3", "5")]
    [InlineData("=> [dz * y, dz * x];", "-2, 6", "5")]
    // A probe that throws, ends the process or never ends does not affect the others.
    [InlineData(
        "{ if (x == 0)\n throw new DivideByZeroException(\"secret\"); return [x]; }",
        "3",
        "DivideByZeroException was thrown at line 2 of your cell (System.DivideByZeroException)",
        "secret"
    )]
    [InlineData(
        "{ if (x == 0) { double[] more = Product(x, y, dz); return [.. more, 1]; } return [x]; }",
        "3",
        "the code ended its process"
    )]
    [InlineData("{ while (x == 0) { } return [x]; }", "3", "the time limit was reached")]
    // Whatever a cell prints is its transcript, and not the channel.
    [InlineData(
        "=> [x, y]; Console.WriteLine(\"printed\"); Console.Error.WriteLine(\"also\"); display(\"shown\");",
        "3, -1",
        "0",
        "printed",
        "also",
        "shown"
    )]
    public async Task A_probe_is_the_value_of_its_expression_in_the_students_session(
        string body,
        string first,
        string second,
        params string[] printed
    )
    {
        // The teacher's probes are asked together, a student's one by one.
        foreach (bool isTrusted in new[] { false, true })
        {
            TaskAnswers answers = await AskAsync(
                fixture.Options with
                {
                    TimeLimit = TimeSpan.FromSeconds(5),
                    IsTrusted = isTrusted,
                },
                $"double[] Product(double x, double y, double dz) {body}",
                "Product(3, -1, 2)",
                "Product(0, 5, 1)[0]",
                "Product(3, -1, 2)"
            );

            Assert.Equal([$"[{first}]", second, $"[{first}]"], answers.Answers.Select(AnswerText.Of));
            // What a trusted process prints may come when another task is asked, and belongs to none.
            if (isTrusted && body.Contains("Console"))
                Assert.Empty(answers.Transcript);
            else
                Assert.All(printed, text => Assert.Contains(text, answers.Transcript));
        }
    }

    [Fact]
    public async Task A_cell_that_the_compiler_does_not_finish_does_not_compile()
    {
        Nightly.Only();
        string[] types = ["int", "string", "double", "bool", "object", "long", "float", "decimal"];
        string overloads = string.Concat(types.Select(type => $"T M<T>(Func<{type}, T> f) => default;\n")),
            nested = Enumerable.Range(0, 9).Aggregate("1.0", (inner, level) => $"M(x{level} => {inner})");
        TestTask task = new("f", "double F() => 1;", ["F()"]);

        TaskAnswers answers = await fixture.AskAsync(task, $"{overloads}double F() => {nested};");

        Assert.Equal(NoAnswerReason.DoesNotCompile, Assert.IsType<NoAnswer>(answers.Answers[0]).Reason);
        Assert.Contains("give nested lambdas names", Assert.Single(answers.Notes));
    }

    [Fact]
    public async Task Shown_probes_come_first_and_so_know_no_hidden_argument()
    {
        const string Remembers = "double seen = 0;\ndouble F(double x) { double before = seen; seen = x; return "
            + "before; }";
        TestTask task = new("f", "double F(double x) => x;", ["F(41)", "F(1)", "F(42)", "F(2)"]) { Shown = [1, 3] };

        TaskAnswers answers = await fixture.AskAsync(task, Remembers);

        Assert.Equal(["2", "0", "41", "1"], answers.Answers.Select(AnswerText.Of));
    }

    [Theory]
    [InlineData("int a = 1;\nint b = 1", NoAnswerReason.DoesNotCompile, "CS1002", 2, "line 2: error CS1002")]
    [InlineData("while (true) { }", NoAnswerReason.TimeLimit, null, null, "")]
    public async Task A_cell_that_does_not_compile_or_never_ends_fails_its_task(
        string cell,
        NoAnswerReason reason,
        string? detail,
        int? line,
        string note
    )
    {
        JudgeOptions options = fixture.Options with { TimeLimit = TimeSpan.FromSeconds(1) };

        TaskAnswers answers = await AskAsync(options, cell, "1 + 1");

        Assert.Equal(new NoAnswer(reason, detail, line), answers.Answers[0]);
        Assert.StartsWith(note, string.Concat(answers.Notes));
    }

    [Fact]
    public async Task A_probe_that_does_not_compile_with_the_cell_does_not_affect_the_others()
    {
        TaskAnswers answers = await AskAsync(
            fixture.Options,
            "double Product(double x, double y, double dz) => dz * y;",
            "Product(1, 2, 3)[0]",
            "Product(1, 2, 3)"
        );

        Assert.Equal(NoAnswerReason.DoesNotCompile, Assert.IsType<NoAnswer>(answers.Answers[0]).Reason);
        Assert.Equal(new NumberAnswer(6), answers.Answers[1]);
    }

    [Fact]
    public async Task Cells_of_the_source_and_the_reference_of_earlier_tasks_precede_the_judged_cell()
    {
        AssignmentSource source = fixture.Source(
            ["double factor = 2;"],
            new TestTask("one", "double One(double x) => factor * x;", []),
            new TestTask("two", "double Two(double x) => One(x) + 1;", ["Two(10)"])
        );

        TaskAnswers answers = await fixture.AskAsync(
            source,
            ("one", "double One(double x) => 0;"),
            ("two", "double Two(double x) => One(x) + 2;")
        );

        Assert.Equal(new NumberAnswer(22), answers.Answers[0]);
    }

    [Fact]
    public async Task A_task_without_a_cell_is_not_answered()
    {
        AssignmentSource source = fixture.Source([], new TestTask("product", Reference, ["Product(1, 2, 3)"]));

        TaskAnswers answers = await fixture.AskAsync(source);

        Assert.Equal(new NoAnswer(NoAnswerReason.NotAnswered), answers.Answers[0]);
    }

    [Fact]
    public async Task Probes_do_not_see_what_another_has_declared_or_changed_in_the_regions_declarations()
    {
        TestTask task = new("count", "int Next(int[] a) => ++a[0];", ["Next(counter)", "Next(counter)"])
        {
            Declarations = "var counter = new int[1];",
        };

        TaskAnswers answers = await fixture.AskAsync(task, task.Reference);

        Assert.Equal([new NumberAnswer(1), new NumberAnswer(1)], answers.Answers);
    }

    [Fact]
    public async Task Static_members_of_the_regions_declarations_are_reset_for_each_probe()
    {
        TestTask task = new("f", "int F() => 1;", ["F() + Counter.Next()", "F() + Counter.Next()"])
        {
            Declarations = "class Counter { static int _count; public static int Next() => ++_count; }",
        };

        foreach (bool isTrusted in (bool[])[false, true])
        {
            TaskAnswers answers = await fixture.AskAsync(
                task,
                task.Reference,
                fixture.Options with
                {
                    IsTrusted = isTrusted,
                }
            );

            Assert.Equal([new NumberAnswer(2), new NumberAnswer(2)], answers.Answers);
        }
    }

    [Fact]
    public async Task The_teachers_probes_give_the_same_answers_together_as_a_students_one_by_one()
    {
        TestTask task = new(
            "f",
            "double half = 0.5; double F(double x) => x / 2;",
            ["F(3)", "half", "F(1) + offset", "Fail()", "new[] { F(1), F(2) }"]
        )
        {
            Declarations = "var offset = 10.0;\nint Fail() => throw new ArgumentException(\"no\");",
        };

        TaskAnswers apart = await fixture.AskAsync(task, task.Reference);
        TaskAnswers together = await fixture.AskAsync(
            task,
            task.Reference,
            fixture.Options with
            {
                IsTrusted = true,
            }
        );

        Assert.Equal([new NumberAnswer(1.5), new NumberAnswer(0.5), new NumberAnswer(10.5)], together.Answers.Take(3));
        Assert.Equal(NoAnswerReason.Threw, Assert.IsType<NoAnswer>(together.Answers[3]).Reason);
        Assert.Equal(apart.Answers.Select(AnswerText.Of), together.Answers.Select(AnswerText.Of));
    }

    [Fact]
    public async Task What_a_failing_cell_has_declared_can_be_asked_but_not_its_variables()
    {
        TestTask task = new("part", "double half = 0.5; double Half(double x) => x / 2;", ["Half(3)", "half"]);

        TaskAnswers answers = await fixture.AskAsync(
            task,
            "double Half(double x) => x / 2;\nthrow new ArgumentException(null as string);\ndouble half = 0.5;"
        );

        Assert.Equal([new NumberAnswer(1.5), new NoAnswer(NoAnswerReason.CellFailed)], answers.Answers);
        Assert.Contains("The task's cell, line 2", answers.Transcript);
    }

    [Fact]
    public async Task A_broken_cell_of_the_source_is_named()
    {
        AssignmentSource source = fixture.Source(
            ["int a = ;"],
            new TestTask("product", Reference, ["Product(1, 2, 3)"])
        );

        TaskAnswers answers = await fixture.AskAsync(source, ("product", Reference));

        Assert.Equal(NoAnswerReason.CellFailed, Assert.IsType<NoAnswer>(answers.Answers[0]).Reason);
        Assert.Contains("source", answers.Notes[0]);
    }

    [Fact]
    public async Task The_variant_is_that_of_the_student_even_if_only_a_probe_uses_the_kit()
    {
        AssignmentSource source = fixture.Source(
            ["#!import kit.csx"],
            new TestTask("f", "double F(double x) => x;", ["Variant.Student", "Variant.Assignment"])
        );

        TaskAnswers answers = await fixture.AskAsync(source, ("f", "double F(double x) => x;"));

        Assert.Equal([new TextAnswer("ada"), new TextAnswer("A1")], answers.Answers);
    }

    [Fact]
    public async Task Files_beside_the_source_can_be_read_by_their_names_but_notebooks_are_not_there()
    {
        using TemporaryFolder folder = new();
        folder.File("data/numbers.csv", "1,2");
        string notebook = folder.File("A1.ipynb", "the hidden tests read numbers.csv");
        AssignmentSource source = fixture.Source(
            [
                "string Numbers() => System.IO.File.ReadAllText(\"data/numbers.csv\");",
                "bool HasSource() => System.IO.File.Exists(\"A1.ipynb\");",
            ],
            new TestTask("f", "double F(double x) => x;", ["Numbers()", "HasSource()"])
        );

        TaskAnswers answers = await fixture.AskAsync(
            source with
            {
                Path = notebook,
            },
            ("f", "double F(double x) => x;")
        );

        Assert.Equal([new TextAnswer("1,2"), new TruthAnswer(false)], answers.Answers);
    }

    [Fact]
    public async Task Works_can_be_judged_at_the_same_time_and_in_several_assignments()
    {
        AssignmentSource one = fixture.Source([], new TestTask("f", "double F(double x) => x;", ["F(1)"])),
            two = one with { Path = one.Path.Replace("A1", "A2") };

        IReadOnlyList<TaskAnswers>[] answers = await Task.WhenAll(
            Enumerable
                .Range(0, 3)
                .Select(i =>
                    fixture.Judge.AnswerAsync(
                        i % 2 == 0 ? one : two,
                        new Work("ada", [new(1, $"double F(double x) => x + {i};", "f")]),
                        fixture.Options with
                        {
                            IsTrusted = i == 2,
                        },
                        TestContext.Current.CancellationToken
                    )
                )
        );

        Assert.Equal(
            Enumerable.Range(1, 3).Select(i => new NumberAnswer(i)),
            answers.Select(answer => answer[0].Answers[0])
        );
    }

    private Task<TaskAnswers> AskAsync(JudgeOptions options, string cell, params string[] probes)
        => fixture.AskAsync(new TestTask("product", Reference, probes), cell, options);
}
