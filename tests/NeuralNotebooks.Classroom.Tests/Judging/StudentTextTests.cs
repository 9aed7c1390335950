namespace NeuralNotebooks.Classroom.Tests.Judging;

public sealed class StudentTextTests
{
    /// <summary>The parser recurses for each bracket; the stack would overflow and end grading.</summary>
    [Fact]
    public void A_text_that_the_parser_would_not_survive_loses_its_directives_all_the_same()
    {
        string deep = new('(', 60_000);

        Assert.Equal($"\n{deep}", StudentText.Of($"#r \"nuget: Any\"\n{deep}"));
    }
}
