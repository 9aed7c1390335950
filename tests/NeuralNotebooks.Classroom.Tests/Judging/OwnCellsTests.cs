namespace NeuralNotebooks.Classroom.Tests;

public sealed class OwnCellsTests(JudgeFixture fixture) : IClassFixture<JudgeFixture>
{
    private static readonly TestTask _task = new("f", "double F(double x) => x;", ["F(10)"]);

    [Fact]
    public async Task A_cell_that_declares_what_the_judged_cell_uses_runs_before_it() =>
        Assert.Equal(
            new NumberAnswer(20),
            await AskAsync((null, "double Twice(double x) => 2 * x;"), ("f", "double F(double x) => Twice(x);"))
        );

    [Fact]
    public async Task A_cell_may_be_needed_through_another() =>
        Assert.Equal(
            new NumberAnswer(21),
            await AskAsync(
                (null, "int one = 1;"),
                (null, "double More(double x) => 2 * x + one;"),
                ("f", "double F(double x) => More(x);")
            )
        );

    [Fact]
    public async Task An_extension_method_is_found_by_its_use() =>
        Assert.Equal(
            new NumberAnswer(100),
            await AskAsync(
                (null, "static double Squared(this double x) => x * x;"),
                ("f", "double F(double x) => x.Squared();")
            )
        );

    [Fact]
    public async Task A_cell_that_nothing_uses_does_not_run() =>
        Assert.Equal(
            new NumberAnswer(11),
            await AskAsync(
                (null, "while (true) { }"),
                (null, "int other = 1; Environment.Exit(0);"),
                ("f", "double F(double x) => x + 1;")
            )
        );

    [Fact]
    public async Task A_cell_is_not_needed_for_a_name_that_means_something_else() =>
        Assert.Equal(
            new NumberAnswer(10),
            await AskAsync(
                (null, "int Length = 1; while (true) { }"),
                ("f", "double F(double x) => \"0123456789\".Length;")
            )
        );

    [Fact]
    public async Task Using_directives_of_other_cells_count() =>
        Assert.Equal(
            new NumberAnswer(10),
            await AskAsync(
                (null, "using System.Numerics;\nwhile (true) { }"),
                ("f", "double F(double x) => new Complex(x, 1).Real;")
            )
        );

    [Fact]
    public async Task Cells_below_the_judged_one_do_not_count() =>
        Assert.Equal(
            NoAnswerReason.DoesNotCompile,
            Assert
                .IsType<NoAnswer>(
                    await AskAsync(("f", "double F(double x) => Twice(x);"), (null, "double Twice(double x) => 2 * x;"))
                )
                .Reason
        );

    [Fact]
    public async Task A_variable_above_the_sources_own_of_the_same_name_is_hidden_by_it()
    {
        AssignmentSource source = fixture.Source(["int factor = 3;", "int unrelated = 0;"], _task);
        WorkCell judged = new(2, "double F(double x) => factor * x;", "f");
        var above = new Work("ada", [new(1, "int factor = 1;", null) { SourceCellsAbove = 0 }, judged]);
        var below = new Work("ada", [new(1, "int factor = 1;", null) { SourceCellsAbove = 1 }, judged]);

        Assert.Equal(new NumberAnswer(30), (await fixture.AskAsync(fixture.Options, source, above)).Answers[0]);
        Assert.Equal(new NumberAnswer(10), (await fixture.AskAsync(fixture.Options, source, below)).Answers[0]);
    }

    [Fact]
    public async Task A_needed_cell_that_does_not_compile_is_named()
    {
        TaskAnswers answers = await fixture.AskAsync(
            fixture.Source([], _task),
            (null, "double Twice(double x) => 2 * x"),
            ("f", "double F(double x) => Twice(x);")
        );

        Assert.Equal(new NoAnswer(NoAnswerReason.DoesNotCompile, "CS0103", 1), answers.Answers[0]);
        Assert.Contains("cell 1 does not compile", answers.Notes[0]);
    }

    [Fact]
    public async Task Directives_of_a_student_are_ignored_and_reported()
    {
        TaskAnswers answers = await fixture.AskAsync(
            fixture.Source([], _task),
            ("f", "#r \"/etc/passwd\"\n#!import kit.csx\ndouble F(double x) => x;")
        );

        Assert.Equal(new NumberAnswer(10), answers.Answers[0]);
        Assert.Equal(
            [
                "#r /etc/passwd was ignored: only cells of the assignment may have directives.",
                "#!import kit.csx was ignored: only cells of the assignment may have directives.",
            ],
            answers.Notes
        );
    }

    [Theory]
    [InlineData("static class Math { public static double Abs(double x) => 0; }\ndouble F(double x) => 5;")]
    [InlineData(
        "struct Liar { public static double operator -(Liar a, double b) => 0; }\nLiar F(double x) => default;"
    )]
    public async Task What_stands_in_for_a_part_of_the_test_is_refused(string code)
    {
        AssignmentSource source = fixture.Source(
            [],
            new TestTask("f", "double F(double x) => x;", ["Math.Abs(F(1) - 1.0) < 1e-9"])
        );

        TaskAnswers answers = await fixture.AskAsync(source, ("f", code));

        Assert.Equal(new NoAnswer(NoAnswerReason.DoesNotCompile, "hidden"), answers.Answers[0]);
    }

    private async Task<Answer> AskAsync(params (string? Task, string Code)[] cells) =>
        (await fixture.AskAsync(fixture.Source([], _task), cells)).Answers[0];
}
