namespace NeuralNotebooks.Engine.Tests;

public class CodeLimitsTests
{
    private const int More = CodeLimits.Depth + 1;

    [Theory]
    [InlineData("(")]
    [InlineData("[")]
    [InlineData("{")]
    [InlineData("A<")]
    [InlineData("f(")]
    [InlineData("$\"{")]
    [InlineData("new[] {")]
    [InlineData("Dictionary<int, ")]
    public void More_brackets_than_the_limit_are_refused(string opening)
        => Assert.Contains("nested too deeply", CodeLimits.Check(string.Concat(Enumerable.Repeat(opening, 2 * More)))?.Sentence, StringComparison.Ordinal);

    [Fact]
    public void The_line_is_that_of_the_bracket_that_is_too_much()
        => Assert.Equal(2, CodeLimits.Check("int a = 1;\n" + new string('(', More))?.Line);

    [Fact]
    public void Code_that_is_too_long_is_refused()
        => Assert.Contains("too long", CodeLimits.Check(new string(' ', CodeLimits.Length + 1))?.Sentence, StringComparison.Ordinal);

    [Theory]
    [InlineData("(1)")]
    [InlineData("{ }")]
    [InlineData("a < b; ")]
    [InlineData("\"(\"; ")]
    [InlineData("@\"(\\\"; ")]
    [InlineData("@\"\"\"(\"; ")]
    [InlineData("\"\\\"(\"; ")]
    [InlineData("'('; ")]
    [InlineData("'\\''; '('; ")]
    [InlineData("\"\"\"( \" ( \"\"\"; ")]
    [InlineData("// (\n")]
    [InlineData("/* ( */ ")]
    [InlineData("if (a < b && c < d) f(a < b, c < d); ")]
    public void Brackets_that_are_closed_or_in_a_text_do_not_count(string part)
        => Assert.Null(CodeLimits.Check(string.Concat(Enumerable.Repeat(part, 2 * More))));

    [Fact]
    public async Task A_cell_that_is_nested_too_deeply_fails_with_its_line_and_the_session_lives_on()
    {
        using var session = new TestSession();

        Shown cell = await session.Run("int a = 1;\n" + new string('(', 100_000));

        Assert.Equal(CellOutcome.CompileError, cell.Outcome);
        Assert.Equal(new CellLocation(1, 2), cell.Result.Location);
        Assert.Equal("1", (await session.Run("1")).Plain);
    }

    [Fact]
    public async Task Brackets_up_to_the_limit_compile()
    {
        using var session = new TestSession();

        Assert.Equal("1", (await session.Run(new string('(', CodeLimits.Depth) + "1" + new string(')', CodeLimits.Depth))).Plain);
    }
}
