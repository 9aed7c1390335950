namespace NeuralNotebooks.Classroom.Tests;

public sealed class OwnCellsTests(JudgeFixture fixture)
{
    private static readonly TestTask _task = new("f", "double F(double x) => x;", ["F(10)"]);

    [Theory]
    [InlineData("20", "=> Twice(x);", "double Twice(double x) => 2 * x;")]
    // Through another cell, or as an extension method.
    [InlineData("21", "=> More(x);", "int one = 1;", "double More(double x) => 2 * x + one;")]
    [InlineData("100", "=> x.Squared();", "static double Squared(this double x) => x * x;")]
    // What nothing uses does not run, nor does a name that means something else.
    [InlineData("11", "=> x + 1;", "while (true) { }", "int other = 1; Environment.Exit(0);")]
    [InlineData("10", "=> \"0123456789\".Length;", "int Length = 1; while (true) { }")]
    // Using directives count anyway.
    [InlineData("10", "=> new Complex(x, 1).Real;", "using System.Numerics;\nwhile (true) { }")]
    public async Task A_cell_above_that_declares_what_the_judged_cell_uses_runs_before_it(
        string expected,
        string body,
        params string[] above
    )
    {
        Answer answer = await AskAsync([
            .. above.Select(cell => ((string?)null, cell)),
            ("f", $"double F(double x) {body}"),
        ]);

        Assert.Equal(expected, AnswerText.Of(answer));
    }

    [Theory]
    [InlineData("20", "=> Twice(x);", "double Twice(double x) => 2 * x;\ndouble G(double x) => Twice(x);")]
    [InlineData("20", "=> Sqrt(4 * x * x);", "using static System.Math;\ndouble G(double x) => Abs(x);")]
    [InlineData("5", "=> new Half(x).Value;", "record Half(double X) { public double Value => X / 2; }")]
    // The reference holds the place of the names that it declares, and statements do not run.
    [InlineData("11", "=> G(x);", "double G(double x) => 5;")]
    [InlineData("20", "=> Twice(x);", "double Twice(double x) => 2 * x;\nwhile (true) { }")]
    public async Task What_the_answer_to_an_earlier_task_declares_beyond_its_reference_is_kept(
        string expected,
        string body,
        string earlier
    )
    {
        AssignmentSource source = fixture.Source([], new TestTask("g", "double G(double x) => x + 1;", []), _task);

        TaskAnswers answers = await fixture.AskAsync(source, ("g", earlier), ("f", $"double F(double x) {body}"));

        Assert.Equal(expected, AnswerText.Of(answers.Answers[0]));
    }

    [Fact]
    public async Task Cells_below_the_judged_one_do_not_count()
    {
        Answer answer = await AskAsync(
            ("f", "double F(double x) => Twice(x);"),
            (null, "double Twice(double x) => 2 * x;")
        );

        Assert.Equal(NoAnswerReason.DoesNotCompile, Assert.IsType<NoAnswer>(answer).Reason);
    }

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
            _task,
            "#r \"/etc/passwd\"\n#!import kit.csx\ndouble F(double x) => x;"
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
        TestTask task = new("f", "double F(double x) => x;", ["Math.Abs(F(1) - 1.0) < 1e-9"]);

        TaskAnswers answers = await fixture.AskAsync(task, code);

        Assert.Equal(new NoAnswer(NoAnswerReason.DoesNotCompile, "hidden"), answers.Answers[0]);
    }

    private async Task<Answer> AskAsync(params (string? Task, string Code)[] cells) =>
        (await fixture.AskAsync(fixture.Source([], _task), cells)).Answers[0];
}
