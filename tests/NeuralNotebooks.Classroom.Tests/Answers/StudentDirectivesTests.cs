namespace NeuralNotebooks.Classroom.Tests.Judging;

public sealed class StudentDirectivesTests
{
    [Theory]
    [InlineData("#r \"nuget: Any\"\r\n  #load \"x\"\r\n#!import kit.csx\rint a;", "\n\n\nint a;")]
    [InlineData("#r \"Lib/Lib.csproj\"\n#:project Lib\nint a;", "\n\nint a;")]
    [InlineData("/* #r */ int a;\n/*\n#r \"x\"\n*/", "/* #r */ int a;\n/*\n#r \"x\"\n*/")]
    [InlineData("string s = @\"\n#r \"; // the end\n#r \"x\"\n", "string s = @\"\n#r \"; // the end\n\n")]
    [InlineData("#region own\n#endregion", "#region own\n#endregion")]
    public void Directives_are_removed_except_in_strings_and_comments(string code, string rest)
    {
        Assert.Equal(rest, StudentDirectives.WithoutDirectives(code));
        Assert.False(StudentDirectives.HasDirectives(rest));
    }

    /// <summary>The parser recurses for each bracket, so deeply nested brackets would overflow the stack and end the
    /// process.</summary>
    [Fact]
    public void Directives_are_removed_also_from_text_that_would_crash_the_parser()
    {
        string deep = new('(', 60_000);

        Assert.Equal($"\n{deep}", StudentDirectives.WithoutDirectives($"#r \"nuget: Any\"\n{deep}"));
    }
}
