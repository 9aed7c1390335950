using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NeuralNotebooks.Engine.Tests;

public class CodeLimitsTests
{
    private const int More = CodeLimits.Depth + 1;

    [Theory]
    [Cases("(", "[", "{", "A<", "f(", "$\"{", "new[] {", "Dictionary<int, ", "$\"{f($@\"{", "$$\"\"\"{{")]
    public void More_brackets_than_the_limit_are_refused(string opening) =>
        (CodeLimits.Check(Times(opening, CodeLimits.Angles + 1))?.Sentence).ShouldContain("nested too deeply");

    [Theory]
    [Cases(
        "$\"{\"/*\"}\"; ",
        "$\"{'\"'}\"; ",
        "$@\"{\"\\\"}\"; ",
        "$\"{{{\"\"}\"; ",
        "\"\"\"\"/*\"\"\"\"; ",
        "@class a; ",
        "\"no end\n"
    )]
    public void Brackets_after_a_string_count(string text) =>
        (CodeLimits.Check(text + new string('(', 60_000))?.Sentence).ShouldContain("nested too deeply");

    [Fact]
    public void Lambdas_in_the_arguments_of_calls_that_are_lambdas_in_arguments_nest_up_to_a_limit()
    {
        (Nested(CodeLimits.Lambdas + 1)?.Sentence).ShouldContain("lambdas");
        Assert.Null(Nested(CodeLimits.Lambdas));

        static (string Sentence, int Line)? Nested(int times) =>
            CodeLimits.Check(
                Times("Task.Run<int>(async () => { F(x => ", times / 2) + (times % 2 > 0 ? "F(x => 1" : "1")
            );
    }

    /// <summary>The compiler's own tokens, of code that is at hand: this repository's.</summary>
    [Fact]
    public void The_brackets_are_those_that_the_compiler_sees()
    {
        foreach (
            string file in Nightly.All(
                200,
                Directory
                    .EnumerateFiles(Repository.At("src"), "*.cs", SearchOption.AllDirectories)
                    .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}"))
            )
        )
        {
            string code = File.ReadAllText(file);
            IEnumerable<int> expected = ScriptSyntax
                .Parse(code)
                .GetRoot()
                .DescendantTokens()
                .Where(token =>
                    token.Kind()
                        is SyntaxKind.OpenParenToken
                            or SyntaxKind.OpenBracketToken
                            or SyntaxKind.OpenBraceToken
                    && !token.IsMissing
                )
                .Select(token => token.Span.End - 1);
            Assert.Equal((file, string.Join(' ', expected)), (file, string.Join(' ', Openings(code))));
        }

        static IEnumerable<int> Openings(string code)
        {
            var tokens = new CodeTokens(code);
            while (tokens.MoveNext())
                if (tokens.Kind is '(' or '[' or '{')
                    yield return tokens.Start;
        }
    }

    [Theory]
    [InlineData("a=(", ")")]
    [InlineData("(a = ", ")")]
    [InlineData("f(int a = (", "))")]
    public void Nested_assignments_in_parentheses_for_which_the_parser_would_take_exponential_time_are_refused(
        string opening,
        string closing
    )
    {
        (Nested(100)?.Sentence).ShouldContain("nested too deeply");
        Assert.Null(Nested(CodeLimits.Assignments));

        (string Sentence, int Line)? Nested(int times) =>
            CodeLimits.Check(Times(opening, times) + "1" + Times(closing, times));
    }

    [Fact]
    public void The_line_is_that_of_the_first_bracket_over_the_limit() =>
        Assert.Equal(2, CodeLimits.Check("int a = 1;\n" + new string('(', More))?.Line);

    [Theory]
    [Cases("(a == ", "(a => ", "(a <= ", "(a += ", "(() => { a = ")]
    public void What_is_not_an_assignment_directly_in_parentheses_may_nest_deeper(string opening) =>
        Assert.Null(CodeLimits.Check(Times(opening, 100)));

    [Fact]
    public void Code_that_is_too_long_is_refused() =>
        (CodeLimits.Check(new string(' ', CodeLimits.Length + 1))?.Sentence).ShouldContain("too long");

    [Theory]
    [Cases(
        "(1)",
        "{ }",
        "a < b; ",
        "\"(\"; ",
        "@\"(\\\"; ",
        "@\"\"\"(\"; ",
        "\"\\\"(\"; ",
        "'('; ",
        "(a = 1); ",
        "'\\''; '('; ",
        "\"\"\"( \" ( \"\"\"; ",
        "// (\n",
        "/* ( */ ",
        "if (a < b && c < d) f(a < b, c < d); ",
        "string s = $\"{name.Replace(\"(\", \" of \")}\";\n",
        "a < b, ",
        "$\"{x:(0}\" + ",
        "$\"{(a ? \"(\" : $@\"\"\"({b}\")}\"; ",
        "$$\"\"\"({{a}}(\"\"\"; ",
        "\"\"\"\n ( \"\n\"\"\"; ",
        "$\"{{(\"; ",
        "#region (\n"
    )]
    public void Brackets_that_are_closed_or_in_a_text_do_not_count(string part) =>
        Assert.Null(CodeLimits.Check(Times(part, 2 * More)));

    [Theory]
    [Cases("- ", "await ", "x is not ", ".b", "a: ", "a.. ")]
    public void An_endless_chain_is_refused(string link) =>
        (CodeLimits.Check(Times(link, CodeLimits.Tokens + 1))?.Sentence).ShouldContain("too long");

    [Theory]
    [Cases("// a comment\n", "/* a comment */ ", "x = 1; ", "1, ", "\n")]
    public void What_is_separated_may_be_long(string part) =>
        Assert.Null(CodeLimits.Check(Times(part, CodeLimits.Tokens + 1)));

    [Fact]
    public async Task A_cell_that_is_nested_too_deeply_fails_with_its_line_and_the_session_lives_on()
    {
        using var session = new TestSession();

        Shown cell = await session.Run("int a = 1;\n" + new string('(', 100_000));

        Assert.Equal(CellOutcome.CompileError, cell.Outcome);
        Assert.Equal(new CellLocation(1, 2), cell.Result.Location);
        Assert.Equal("1", await session.Value("1"));
    }

    [Fact]
    public async Task Brackets_up_to_the_limit_compile()
    {
        using var session = new TestSession();

        Assert.Equal(
            "1",
            (await session.Run(new string('(', CodeLimits.Depth) + "1" + new string(')', CodeLimits.Depth))).Plain
        );
    }

    private static string Times(string part, int times) => string.Concat(Enumerable.Repeat(part, times));
}
