namespace NeuralNotebooks.Runner.Tests;

public sealed class NotebookParametersTests
{
    private static readonly string _deep = new('(', 60_000);

    [Theory]
    [Cases(
        "2 * 3", "double rate = 2 * 3; // per step",
        " 5 // of the user", "double rate = 5; // per step",
        "/* of the user */ 5", "double rate = 5; // per step",
        "new[] { 1,\n 2 }.Sum()", "double rate = new[] { 1,\n 2 }.Sum(); // per step")]
    public void An_expression_replaces_the_value(string value, string expected) =>
        Assert.Equal((null, expected), Set("double rate = 1; // per step", value));

    [Theory]
    [Cases("", "5\n#line 3", "#if true\n5\n#endif", "5; rate = 7", "5 /*", "5\n#pragma warning disable")]
    public void What_is_no_expression_is_refused(string value)
    {
        (string? problem, string source) = Set("double rate = 1;", value);

        Assert.Equal(
            $"The parameter rate was set to {value}, which is no C# expression; it is 1 in the notebook.", problem);
        Assert.Equal("double rate = 1;", source);
    }

    /// <summary>The parser recurses for each bracket; the stack would overflow and end the process.</summary>
    [Fact]
    public void A_value_or_a_cell_that_the_parser_would_not_survive_is_refused()
    {
        const string tooDeep = "The code is nested too deeply: more than 250 brackets are open here.";

        Assert.Equal(
            $"The parameter rate cannot be set to {_deep[..160]}…. {tooDeep}", Set("double rate = 1;", _deep).Problem);
        Assert.Equal(
            $"Cell 1, line 2, has the tag \"parameters\" and cannot be read. {tooDeep}",
            Set($"double rate = 1;\nint x = {_deep}", "2").Problem);
    }

    [Fact]
    public void Without_values_no_cell_is_read()
    {
        (string? problem, string source) = Set(_deep, null);

        Assert.Equal((null, _deep), (problem, source));
    }

    private static (string? Problem, string Source) Set(string source, string? value)
    {
        var notebook = new Notebook();
        var cell = new CodeCell("a", source);
        cell.Metadata["tags"] = new System.Text.Json.Nodes.JsonArray("parameters");
        notebook.Cells.Add(cell);
        string? problem = NotebookParameters.Set(
            notebook, value is null ? [] : new Dictionary<string, string> { ["rate"] = value });
        return (problem, cell.Source);
    }
}
