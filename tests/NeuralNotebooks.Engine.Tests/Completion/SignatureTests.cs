namespace NeuralNotebooks.Engine.Tests;

/// <summary>What is said about a call at the cursor, written as | in the code; the parameter there in
/// brackets.</summary>
public sealed class SignatureTests(CompletionTests.Earlier earlier) : IClassFixture<CompletionTests.Earlier>
{
    [Theory]
    [InlineData("Feel(|", "void Feel(Mood [how], int times = 1)")]
    [InlineData("Feel(Mood.Sad, |)", "void Feel(Mood how, int [times] = 1)")]
    [InlineData("Feel(Mood.Sad|, 2)", "void Feel(Mood [how], int times = 1)")]
    [InlineData("Feel(Feel(Mood.Sad)|, 2)", "void Feel(Mood [how], int times = 1)")]
    [InlineData("Feel(times: |", "void Feel(Mood how, int [times] = 1)")]
    [InlineData("Feel(Math.Sqrt(|", "static double Math.Sqrt(double [d])")]
    [InlineData("new Point(1, |", "Point.Point(double X, double [Y])")]
    [InlineData("int Sum(params int[] all) => 0;\nSum(1, 2, |", "int Sum(params int[] [all])")]
    [InlineData("Math.Max(1f, |2f)", "static float Math.Max(float val1, float [val2])")]
    public void The_parameter_at_the_cursor_is_marked(string code, string expected)
    {
        Signature found = At(code)[0];

        Assert.Equal(
            expected,
            found.Text.Insert(found.End, "]").Insert(found.Start, "[")
        );
    }

    [Fact]
    public void The_comment_about_the_parameter_is_its_documentation() =>
        Assert.Equal("The mood.", At("Feel(|")[0].Documentation);

    [Theory]
    [Cases("Feel|", "Feel(Mood.Sad)|", "int x = |", "unknown(|", "(1 + |2)", "|")]
    public void Nothing_is_said_outside_of_calls(string code) => Assert.Empty(At(code));

    private IReadOnlyList<Signature> At(string code)
    {
        int position = code.IndexOf('|');
        return earlier.Session.Signatures(code.Remove(position, 1), position);
    }
}
