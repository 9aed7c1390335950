namespace NeuralNotebooks.Interactive.Tests;

public sealed class ApiTests : IDisposable
{
    private const string Formatting = "using Microsoft.DotNet.Interactive.Formatting;\n";

    private readonly TestSession _session = InteractiveSession.Start();

    public void Dispose() => _session.Dispose();

    [Fact]
    public async Task A_registered_formatter_shows_values_of_its_type_also_within_other_values()
    {
        Shown alone = await _session.Run(
            Formatting
                + "record City(string Name);\n"
                + "Formatter.Register<City>((c, w) => w.Write($\"<b>{c.Name}</b>\"), \"text/html\");\n"
                + "new City(\"Oslo\")");
        Shown list = await _session.Run("new[] { new City(\"Rome\") }");
        Shown plain = await _session.Run(
            "Formatter.Register<City>(c => \"plain \" + c.Name, \"text/plain\");\n"
                + "Formatter.SetPreferredMimeTypesFor(typeof(City), \"text/plain\");\nnew City(\"Bonn\")");
        Shown asked = await _session.Run("display(new City(\"Bonn\"), \"text/html\");");
        Shown reset = await _session.Run("Formatter.ResetToDefault();\nnew City(\"Kyiv\")");

        Assert.Equal("<b>Oslo</b>", alone.Html);
        list.Html.ShouldContain("<b>Rome</b>");
        Assert.Equal([MimeBundle.PlainText], plain.Bundle!.Types);
        Assert.Equal("plain Bonn", plain.Plain);
        Assert.Equal([KeyValuePair.Create<string, string?>(MimeBundle.Html, "<b>Bonn</b>")], Texts(asked));
        reset.Html.ShouldContain("Kyiv");
        reset.Html.ShouldNotContain("<b>");
    }

    /// <summary>The API would show its 40 properties.</summary>
    [Theory]
    [Cases(
        "table", "Formatter.ListExpansionLimit = 30;\ntable", "table.Display(\"text/plain\", \"text/html\");",
        "Formatter.SetPreferredMimeTypesFor(typeof(object), \"text/html\", \"text/plain\");\ntable", "table.Select()",
        "display(table.DefaultView, \"text/html\");", "KernelInvocationContext.Current.Display(table);",
        "table.CreateDataReader()")]
    public async Task A_table_is_shown_by_its_rows(string shown)
    {
        Shown table = await _session.RunAll(
            Formatting + "using Microsoft.DotNet.Interactive;\nusing System.Data;\n"
                + "var table = new DataTable { Columns = { \"city\", \"area\" }, Rows = { { \"Oslo\", 454 } } };",
            shown);
        await _session.Run("Formatter.ResetToDefault(); Formatter.ListExpansionLimit = 20;");

        Assert.Equal("[ city, area ]\n[ Oslo, 454 ]", table.Plain);
        table.Html.ShouldContain("<th>city</th><th>area</th>", "Oslo");
    }

    [Fact]
    public async Task A_value_without_a_formatter_keeps_the_layout_that_it_has_without_the_API()
    {
        using var own = new TestSession();
        const string cell = "new[] { (Name: \"a\", Number: 1) }";

        Shown expected = await own.Run(cell);
        Shown actual = await _session.RunAll("display(0);", cell);
        Shown displayed = await _session.Run($"display({cell});");

        Assert.Equal(expected.Html!.Split("<style>")[0], actual.Html!.Split("<style>")[0]);
        Assert.Equal(expected.Plain, actual.Plain);
        Assert.Equal(expected.Plain, displayed.Plain);
    }

    [Fact]
    public async Task A_function_can_observe_the_events_of_the_kernel()
    {
        Shown seen = await _session.RunAll(
            "using Microsoft.DotNet.Interactive;\nusing Microsoft.DotNet.Interactive.Commands;\n"
                + "List<string> seen = [];\nKernel.Root.KernelEvents.Subscribe(e => seen.Add(e.GetType().Name));",
            "_ = Kernel.Root.SendAsync(new SubmitCode(\"1 + 1\"));",
            "string.Join(\" \", seen)");

        seen.Plain.ShouldContain("CommandSucceeded");
    }

    [Theory]
    [InlineData("display(HTML(\"<b>x</b>\"));", "text/html", "<b>x</b>")]
    [InlineData("new Microsoft.AspNetCore.Html.HtmlString(\"<u>x</u>\")", "text/html", "<u>x</u>")]
    [InlineData("\"<svg/>\".DisplayAs(\"image/svg+xml\");", "image/svg+xml", "<svg/>")]
    [InlineData("new[] { 1, 2 }.Display(\"text/plain\");", "text/plain", "[ 1, 2 ]")]
    [InlineData("display(5);", "text/plain", "5")]
    [InlineData("5.Display()", "text/plain", "5")]
    [InlineData("display(\"a\", \"application/json\");", "application/json", "a")]
    public async Task Every_overload_of_display_shows_the_value(string cell, string type, string shown)
    {
        Shown output = await _session.Run(cell);

        Assert.Equal(shown, output.Bundle?.Text(type));
        Assert.Single(output.Outputs);
    }

    [Theory]
    [Cases(
        "display(1)", "1.Display()", "display(1, \"text/html\", \"text/plain\")",
        "KernelInvocationContext.Current.Display(1)")]
    public async Task A_displayed_value_is_updated_where_it_was_shown(string display)
    {
        Shown output = await _session.Run(
            "using Microsoft.DotNet.Interactive;\n0.Display(\"text/plain\");\n"
                + $"var shown = {display};\nshown.Update(2);\nshown.Update(3);");

        DisplayData first = Assert.IsType<DisplayData>(output.Outputs[^1]);
        (string id, MimeBundle last) = Assert.Single(output.Updates);
        Assert.Equal(first.DisplayId, id);
        last.Text(MimeBundle.Html).ShouldContain("3");
    }

    [Fact]
    public async Task Html_is_made_with_PocketView_and_tables_with_DisplayTable()
    {
        Shown view = await _session.Run(
            "using static Microsoft.DotNet.Interactive.Formatting.PocketViewTags;\n"
                + "ul(li(\"a\"), li[style: \"x\"](\"b\"))");
        Shown table = await _session.Run("new[] { new { City = \"Oslo\" } }.DisplayTable();");

        Assert.Equal("<ul><li>a</li><li style=\"x\">b</li></ul>", view.Html);
        table.Html.ShouldContain("<table", "City", "Oslo");
    }

    [Fact]
    public async Task A_cell_sees_its_kernel_and_sends_commands_to_others()
    {
        Shown names = await _session.Run(
            "using Microsoft.DotNet.Interactive;\nusing Microsoft.DotNet.Interactive.Commands;\n"
                + "KernelInvocationContext.Current.HandlingKernel.Name + \" \" + Root.Name + \" \" + Current.Name");
        Shown html = await _session.Run("await Root.SendAsync(new SubmitCode(\"<b>sent</b>\", \"html\"));");
        Shown code = await _session.RunAll(
            "await Root.SendAsync(new SubmitCode(\"var sent = 5;\", \"csharp\"));", "sent");

        Assert.Equal("csharp .NET csharp", names.Plain);
        Assert.Equal("<b>sent</b>", html.Html);
        Assert.Equal("5", code.Plain);
    }

    [Fact]
    public async Task Console_text_stays_in_order_with_values_and_an_interrupt_stops_the_cell()
    {
        Shown order = await _session.Run("Console.Write(1); display(2); Console.Write(3); await Task.Yield(); 4");
        Shown stopped = await _session.RunUntilShortlyAfterStart("display(0); while (true) { }");
        Shown after = await _session.Run("display(1);");

        Assert.Equal("1[2]3=4", order.Order);
        Assert.Equal(CellOutcome.Interrupted, stopped.Outcome);
        Assert.Equal("[1]", after.Order);
    }

    [Fact]
    public async Task An_interrupt_cancels_the_token_of_the_cell_which_may_end_by_itself()
    {
        Shown stopped = await _session.RunUntilShortlyAfterStart(
            "var token = Microsoft.DotNet.Interactive.KernelInvocationContext.Current.CancellationToken;\n"
                + "while (!token.IsCancellationRequested) await Task.Delay(10);\nConsole.Write(\" cancelled\");");
        Shown after = await _session.Run("token.IsCancellationRequested");

        Assert.Equal("started cancelled", stopped.Console);
        Assert.Equal("True", after.Plain);
    }

    [Fact]
    public async Task The_compiler_is_referenced_and_an_error_of_a_command_that_a_cell_sends_is_shown()
    {
        Shown parsed = await _session.Run(
            "using Microsoft.CodeAnalysis.CSharp;\n"
                + "CSharpSyntaxTree.ParseText(\"int a;\").GetRoot().ChildNodes().Count()");
        Shown failed = await _session.Run(
            "using Microsoft.DotNet.Interactive.Commands;\nawait Root.SendAsync(new SubmitCode(\"#!nosuch\"));");

        Assert.Equal("1", parsed.Plain);
        failed.Console.ShouldContain("Unknown magic command '#!nosuch'");
    }

    private static IEnumerable<KeyValuePair<string, string?>> Texts(Shown shown) =>
        shown.Bundle!.Types.Select(type => KeyValuePair.Create(type, shown.Bundle.Text(type)));

    [Theory]
    [InlineData("display(\"before\")")]
    [InlineData("\"before\".Display(\"text/plain\")")]
    public async Task A_task_updates_what_its_cell_has_shown_after_the_end_of_the_cell(string display)
    {
        using TestSession other = InteractiveSession.Start();
        await other.Run("\"elsewhere\".Display(\"text/plain\")");
        Shown first = await _session.Run(
            $"var told = new TaskCompletionSource(); var place = {display};\n"
                + "var left = Task.Run(async () => { await told.Task; place.Update(\"after\"); });");
        Shown second = await _session.Run("told.SetResult(); await left;");

        Assert.Equal("[before]", first.Order);
        Assert.Equal("after", Assert.Single(first.Updates.Values).Text(MimeBundle.PlainText));
        Assert.Empty(second.Outputs);
    }

    [Fact]
    public async Task Input_is_asked_for_by_the_host()
    {
        var asked = new List<InputRequest>();
        using TestSession session = InteractiveSession.Start(input: request =>
        {
            asked.Add(request);
            return "answer";
        });

        Shown input = await session.Run("await GetInputAsync(\"Name?\")");
        Shown password = await session.Run("(await GetPasswordAsync(\"Secret?\")).GetClearTextPassword()");
        Shown magic = await session.Run("#!set --name city --value @input:\"Which city?\"\ncity");

        Assert.Equal("answer", input.Plain);
        Assert.Equal("answer", password.Plain);
        Assert.Equal("answer", magic.Plain);
        Assert.Equal([new("Name?", false), new("Secret?", true), new("Which city?", false)], asked);
    }
}
