namespace NeuralNotebooks.Engine.Tests;

/// <summary>What is underlined in a cell, after the cells of <see cref="CompletionTests.Earlier"/> have run.</summary>
public sealed class ProblemTests(CompletionTests.Earlier earlier) : IClassFixture<CompletionTests.Earlier>
{
    [Theory]
    [InlineData("int x = \"s\";", "\"s\"", "CS0029")]
    [InlineData("counter + unknown", "unknown", "CS0103")]
    [InlineData("words.Ad(\"x\")", "Ad", "CS1061")]
    [InlineData("Feel(Mood.Glad, \"x\");", "\"x\"", "CS1503")]
    [InlineData("#!time\nint x = \"s\";", "\"s\"", "CS0029")]
    [InlineData("int F() { return \"s\"; }", "\"s\"", "CS0029")]
    [InlineData("if (counter > 0", "", "CS1026")]
    public void An_error_is_found_where_it_is(string code, string at, string id)
    {
        CodeProblem problem = earlier.Session.FindProblems(code)[0];

        Assert.Equal((at, id, true), (code[problem.Start..problem.End], problem.Id, problem.IsError));
    }

    [Fact]
    public void A_warning_is_no_error()
    {
        CodeProblem problem = Assert.Single(
            earlier.Session.FindProblems("int F() { return 1; Console.WriteLine(); }")
        );

        Assert.Equal(("CS0162", false), (problem.Id, problem.IsError));
    }

    [Theory]
    [Cases(
        "counter + 1",
        "int counter = 2;",
        "private int used = 1;",
        "int notYet; int never = 3;",
        "string? text = null;",
        "#!import other.csx\nOf(1)",
        "#!markdown\nThis is no *code*.",
        "#pragma warning disable CS0162\nint F() { return 1; Console.WriteLine(); }",
        "async Task<int> Later() => 1;\nawait Later()",
        ""
    )]
    public void Good_code_has_no_problem(string code) => Assert.Empty(earlier.Session.FindProblems(code));

    [Fact]
    public void A_product_without_its_operator_gets_advice() =>
        earlier
            .Session.FindProblems("double z = 2;\nz(1 - z)")[0]
            .Message.ShouldContain("for a product, write z * (1 - z)");

    [Fact]
    public void Code_that_the_compiler_would_not_survive_is_refused_on_its_line()
    {
        string code = "1;\n" + new string('(', 300);
        CodeProblem problem = Assert.Single(earlier.Session.FindProblems(code));

        Assert.Equal((3, code.Length), (problem.Start, problem.End));
        problem.Message.ShouldContain("nested too deeply");
    }

    [Fact]
    public async Task What_a_cell_has_declared_since_is_known()
    {
        using var session = new TestSession();
        Assert.Equal("CS0103", session.Session.FindProblems("later")[0].Id);

        await session.Run("int later = 1;");

        Assert.Empty(session.Session.FindProblems("later"));
    }
}
