namespace NeuralNotebooks.Jupyter.Tests;

public class HelpQuestionTests
{
    [Theory]
    [Cases("Math.Max?", "Math.Max", 0, "  list ?? \n", "list", 1, "List<int>?", "List<int>", 0)]
    public void A_name_and_a_question_mark_ask_for_help(string cell, string code, int level) =>
        Assert.Equal(new HelpQuestion(code, level), HelpQuestion.Parse(cell));

    [Theory]
    [Cases("x ? 1 : 2", "int? x;", "f(1)?", "// why?", "?", "")]
    public void Code_is_not_a_question(string cell) => Assert.Null(HelpQuestion.Parse(cell));

    /// <summary>With time that grows with the square of the length, this would take an hour.</summary>
    [Theory]
    [Cases(";", ";?")]
    public void Code_with_many_blanks_is_not_a_question_either(string end) =>
        Assert.Null(HelpQuestion.Parse("a" + new string(' ', 5_000_000) + end));
}
