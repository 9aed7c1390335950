namespace NeuralNotebooks.Classroom.Tests.Judging;

public sealed class StudentTextTests
{
    /// <summary>The parser recurses for each bracket, so deeply nested brackets would overflow the stack and end the
    /// process.</summary>
    [Fact]
    public void Directives_are_removed_also_from_text_that_would_crash_the_parser()
    {
        string deep = new('(', 60_000);

        Assert.Equal($"\n{deep}", StudentText.Of($"#r \"nuget: Any\"\n{deep}"));
    }
}
