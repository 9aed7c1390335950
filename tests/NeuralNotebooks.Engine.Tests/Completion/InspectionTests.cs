namespace NeuralNotebooks.Engine.Tests;

public sealed class InspectionTests(CompletionTests.Earlier earlier) : IClassFixture<CompletionTests.Earlier>
{
    [Theory]
    [InlineData("coun|ter + 1", "int counter")]
    [InlineData("counter|", "int counter")]
    [InlineData("Feel|", "void Feel(Mood how, int times = 1)")]
    [InlineData("Feel(|", "void Feel(Mood how, int times = 1)")]
    [InlineData("Feel(Mood.Sad, |)", "void Feel(Mood how, int times = 1)")]
    [InlineData("Feel(Mood.Sad, |", "void Feel(Mood how, int times = 1)")]
    [InlineData("Mood.Gl|ad", "Mood.Glad = 0")]
    [InlineData("words.Ad|d(\"\")", "void List<string>.Add(string item)")]
    [InlineData("words.Select(w => w.Len|gth)", "int string.Length")]
    [InlineData("new Point(|", "Point(double X, double Y)")]
    [InlineData("var p = new Poi|nt(1, 2);", "Point(double X, double Y)")]
    [InlineData("Con|sole.WriteLine()", "class Console")]
    [InlineData("Math.Sqrt|", "static double Math.Sqrt(double d)")]
    [InlineData("int local = 2; loc|al", "int local")]
    [InlineData("int Square(int number) => num|ber * number;", "int number")]
    [InlineData("dou|ble x = 1;", "double")]
    [InlineData("counter|", "How many there are.")]
    [InlineData("Feel(|", "how: The mood.")]
    [InlineData("display|", "Shows a value now")]
    public void A_name_is_shown_with_its_declaration_and_documentation(string code, string said) =>
        Text(code).ShouldContain(said);

    [Fact]
    public void The_framework_is_documented_where_the_SDK_is_installed()
    {
        string text = Text("Math.Sqrt|")!;
        Assert.SkipUnless(text.Contains('\n'), "The SDK's reference pack is not here.");

        text.ShouldContain(
            "Returns the square root of a specified number.",
            "d: The number whose square root is to be found."
        );
    }

    [Fact]
    public void All_overloads_are_shown_only_with_all_details()
    {
        Text("Math.Max|").ShouldContain("more overloads");
        string all = Text("Math.Max|", detailed: true)!;
        all.ShouldNotContain("more overloads");
        all.ShouldContain("Max(sbyte val1, sbyte val2)");
    }

    [Fact]
    public void The_resolved_overload_comes_first() =>
        Text("Math.Ma|x(1f, 2f)").ShouldStartWith("static float Math.Max(float val1, float val2)");

    [Fact]
    public void It_is_given_as_HTML_as_well() =>
        earlier
            .Session.Inspect("words", 2, detailed: false)!
            .Data.Text(MimeBundle.Html)
            .ShouldContain("<pre>List&lt;string&gt; words</pre>");

    [Theory]
    [Cases("unknown|", "// coun|ter", "\"coun|ter\"", "|", "1 + |1", "#!imp|ort x")]
    public void Nothing_is_said_where_nothing_is_known(string code) => Assert.Null(Text(code));

    private string? Text(string code, bool detailed = false)
    {
        int position = code.IndexOf('|');
        return earlier.Session.Inspect(code.Remove(position, 1), position, detailed)?.Data.Text(MimeBundle.PlainText);
    }
}
