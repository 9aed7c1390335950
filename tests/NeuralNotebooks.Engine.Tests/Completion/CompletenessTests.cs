namespace NeuralNotebooks.Engine.Tests;

public class CompletenessTests
{
    [Theory]
    [Cases(
        "",
        "1 + 1",
        "int x = 1;",
        "int f(int x) => x;",
        "unknown.Member()",
        "#!import kit.csx",
        "#r \"nuget: Some.Package\"\nvar x = 1;"
    )]
    public void Code_that_the_parser_is_content_with_is_complete(string code) =>
        Assert.Equal(CodeStatus.Complete, Completeness.Of(code).Status);

    [Theory]
    [InlineData("if (true) {", 4)]
    [InlineData("class C {\n    void M() {", 8)]
    [InlineData("f(1,", 0)]
    [InlineData("1 +", 0)]
    [InlineData("/* comment", 0)]
    [InlineData("var x = \"\"\"\ntext", 0)]
    [InlineData("\"\"\"\n", 0)]
    [InlineData("\"\"\"\r\n", 0)]
    [InlineData("\"\"\"", 0)]
    [InlineData("\"\"\"\ntext\n", 0)]
    [InlineData("$\"\"\"\n", 0)]
    [InlineData("$$\"\"\"\"\n\"\"\"\n", 0)]
    public void Code_that_could_go_on_is_incomplete_and_says_how_far_to_indent(string code, int indent) =>
        Assert.Equal(new Completeness(CodeStatus.Incomplete, new string(' ', indent)), Completeness.Of(code));

    [Theory]
    [Cases("int 1x = 2;", "x y z;", "}", "f(1));")]
    public void Code_that_nothing_can_mend_is_invalid(string code) =>
        Assert.Equal(CodeStatus.Invalid, Completeness.Of(code).Status);
}
