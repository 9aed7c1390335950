namespace NeuralNotebooks.Jupyter.Tests;

public class HelpQuestionTests
{
    [Theory]
    [InlineData("Math.Max?", "Math.Max", 0)]
    [InlineData("  list ?? \n", "list", 1)]
    [InlineData("List<int>?", "List<int>", 0)]
    public void A_name_and_a_question_mark_ask_for_help(string cell, string code, int level) =>
        Assert.Equal(new HelpQuestion(code, level), HelpQuestion.Parse(cell));

    [Theory]
    [InlineData("x ? 1 : 2")]
    [InlineData("int? x;")]
    [InlineData("f(1)?")]
    [InlineData("// why?")]
    [InlineData("?")]
    [InlineData("")]
    public void Code_is_not_a_question(string cell) => Assert.Null(HelpQuestion.Parse(cell));
}
