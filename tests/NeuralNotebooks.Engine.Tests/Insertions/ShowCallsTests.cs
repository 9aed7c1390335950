namespace NeuralNotebooks.Engine.Tests;

/// <summary>Methods without parameters stand for those that open a window.</summary>
public class ShowCallsTests
{
    private static readonly SessionOptions _options = new()
    {
        Folder = Path.GetTempPath(),
        ShowingMethods = new HashSet<string> { "System.Text.StringBuilder.Clear" },
        Formatter = value => (value as System.Text.StringBuilder)?.ToString(),
    };

    [Theory]
    [Cases(
        "new StringBuilder(\"shown\").Clear()", "[shown]",
        "var text = new StringBuilder(\"shown\");\ntext\n    .Append(1)\n    .Clear();\nConsole.Write(text.Length);",
            "[shown1]6",
        "foreach (var text in new[] { new StringBuilder(\"a\"), new(\"b\") })\n    text.Clear();", "[a][b]",
        "new[] { new StringBuilder(\"a\"), new(\"b\") }.ToList().ForEach(text => text.Clear());", "[a][b]",
        "new List<int> { 1 }.Clear();\nConsole.Write(\"another .Clear()\");", "another .Clear()")]
    public async Task The_object_is_shown_as_an_output_and_the_method_is_not_called(string cell, string expected)
    {
        using TestSession session = new(_options);

        Assert.Equal(expected, (await session.Run(cell)).Order);
    }

    [Fact]
    public async Task An_error_in_the_cell_is_reported_where_it_is()
    {
        using TestSession session = new(_options);

        (await session.Run("new StringBuilder().Clear();\nint x = \"text\";")).Traceback.ShouldContain("line 2");
    }
}
