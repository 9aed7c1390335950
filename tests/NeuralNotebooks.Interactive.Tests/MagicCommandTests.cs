namespace NeuralNotebooks.Interactive.Tests;

public sealed class MagicCommandTests : IDisposable
{
    private readonly TestSession _session = InteractiveSession.Start();

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData("#!set --name a --value 3\na", "3")]
    [InlineData("var x = 12;\n#!set --name a --value @csharp:x\na + 1", "13")]
    [InlineData("var x = new List<int> { 4 };\n#!set --byref --name a --value @csharp:x\na[0]", "4")]
    [InlineData("#!value --name json\n{\"a\":1}\n#!csharp\n#!share --from value json\njson", "{\"a\":1}")]
    [InlineData(
        "#!value --name json --mime-type application/json\n{\"a\":[1,\"é\"]}\n#!csharp\n"
            + "#!share --from value json\njson",
        "{\n  \"a\": [\n    1,\n    \"é\"\n  ]\n}")]
    [InlineData("#!value --name v --from-value abc\n#!csharp\n#!set --name w --value @value:v\nw", "abc")]
    public async Task Values_are_shared(string cell, string value)
    {
        Shown shown = await _session.Run(cell);

        Assert.True(shown.Outcome == CellOutcome.Succeeded, shown.Traceback);
        Assert.Equal(value, shown.Plain);
    }

    [Fact]
    public async Task Who_names_the_variables_and_whos_their_types_and_values()
    {
        Shown who = await _session.RunAll("var alpha = 12; var beta = \"text\";", "#!who");
        Shown whos = await _session.Run("#!whos");

        who.Html.ShouldContain("alpha", "beta");
        whos.Html.ShouldContain("alpha", "System.Int32", "12");
    }

    [Theory]
    [InlineData("#!about", "Microsoft.DotNet.Interactive")]
    [InlineData("#!html\n<i>it's \"</i>", "<i>it's \"</i>")]
    [InlineData("#!javascript\nlet it = 'x';", "<script type=\"module\">\nlet it = 'x';\n</script>")]
    [InlineData(
        "var shared = new[] { \"<!--<script></b>\" };\n#!javascript\n#!share --from csharp shared\nf(shared);",
        "globalThis.shared = [\"\\u003c!--\\u003cscript>\\u003c/b>\"];\n</script><script type=\"module\">\nf(shared);")]
    [InlineData("#!mermaid\ngraph LR; A-->B", "<pre class=\"mermaid\">graph LR; A--&gt;B</pre>")]
    public async Task A_command_or_another_language_shows_HTML(string cell, string html)
    {
        Shown shown = await _session.Run(cell);

        string.Concat(shown.Outputs.Cast<DisplayData>().Select(output => output.Data.Text(MimeBundle.Html)))
            .ShouldContain(html);
    }

    [Fact]
    public async Task Parts_of_a_cell_run_in_order_and_its_lines_keep_their_numbers()
    {
        Shown shown = await _session.Run(
            "Console.Write(1);\n#!html\n<b>/* 2 */</b>\n#!csharp\nConsole.Write(3);\n#!who\nthrow new Exception();");

        shown.Order.ShouldStartWith("1[<b>/* 2 */</b>]3[");
        Assert.Equal(new CellLocation(new(1), 7), shown.Result.Location);
    }

    [Fact]
    public async Task A_command_that_a_cell_has_added_runs_in_later_cells()
    {
        Shown shown = await _session.RunAll(
            "using Microsoft.DotNet.Interactive;\nusing Microsoft.DotNet.Interactive.Directives;\n"
                + "Root.AddDirective(new KernelActionDirective(\"#!hello\"), (_, context) =>\n"
                + "{ Console.Write(\"text \"); context.Display(\"hello\"); return Task.CompletedTask; });",
            "#!hello");

        Assert.Equal("text [hello]", shown.Order);
    }

    [Theory]
    [InlineData("#!nosuch", 3, "error: DNI101: Unknown magic command '#!nosuch'")]
    [InlineData("  #!nosuch", 3, "error: DNI101: Unknown magic command '#!nosuch'")]
    [InlineData("#!set --value 1", 3, "error: DNI104: Missing required parameter '--name'")]
    [InlineData("#!set --name a --value @csharp:absent", 3, "error: DNI202: There is no variable absent in C#.")]
    [InlineData("#!html\n\n<b>x</b>\n#!nosuch", 6, "error: DNI101: Unknown magic command '#!nosuch'")]
    [InlineData("#!share --from csharp absent", 3, "error: There is no variable absent in C#.")]
    [InlineData("#!share --from value absent", 3, "error: Value 'absent' not found in kernel value")]
    [InlineData("#!share --from nosuch x", 3, "error: There is no kernel nosuch here")]
    [InlineData("#!share --from html x", 3, "does not support command RequestValue")]
    public async Task A_command_that_fails_is_an_error_of_its_line_and_the_session_goes_on(
        string command, int line, string message)
    {
        Shown failed = await _session.Run($"int first = 1;\nfirst.Display();\n{command}\n#!csharp\n2");
        Shown after = await _session.Run("first");

        Assert.Equal(new CellLocation(new(1), line), failed.Result.Location);
        failed.Traceback.ShouldStartWith($"cell 1, line {line}: ");
        failed.Traceback.ShouldContain(message);
        failed.Traceback.ShouldNotContain("(1,");
        Assert.Equal("1", after.Plain);
    }
}
