namespace NeuralNotebooks.Engine.Tests;

public sealed class ControlTests : IDisposable
{
    /// <summary>A control as a library creates it, without a reference to the engine.</summary>
    private const string Slider = """
        string Slide(string name)
        {
            string value = "";
            var host = (IReadOnlyDictionary<string, Delegate>)AppContext.GetData("NeuralNotebooks.Host");
            ((Action<string, Func<string, object>>)host["ShowControl"])(
                name, choice => HTML($"<i>{name} {value = choice ?? "start"}</i>"));
            return value;
        }
        """;

    private readonly CSharpSession _session = new(new SessionOptions { Folder = Path.GetTempPath() });

    public void Dispose() => _session.Dispose();

    [Fact]
    public async Task A_control_is_shown_and_has_the_value_that_the_reader_has_chosen()
    {
        await Run(1, Slider);

        Shown before = await Run(2, "string a = Slide(\"a\"), b = Slide(\"b\");\na + b");
        _session.Choices = new Dictionary<string, string> { ["b"] = "moved" };
        Shown after = await Run(2, "string a = Slide(\"a\"), b = Slide(\"b\");\na + b");

        Assert.Equal(("startstart", "startmoved"), (before.Plain, after.Plain));
        Assert.Equal(
            ["<i>a start</i>", "<i>b moved</i>"],
            after.Outputs.OfType<DisplayData>().Select(shown => shown.Data.Text(MimeBundle.Html)!));
    }

    [Fact]
    public async Task Scripts_for_pictures_are_an_output_of_the_first_cell_that_needs_them_also_after_an_edit()
    {
        await Run(1, """
            var host = (IReadOnlyDictionary<string, Delegate>)AppContext.GetData("NeuralNotebooks.Host");
            var show = (Func<(string, Func<string>)[], bool>)host["ShowScripts"];
            bool Show(params string[] names) => show([.. names.Select(name => (name, (Func<string>)(() => name)))]);
            """);

        Assert.Equal(["one"], await Scripts("a", "Show(\"one\"); Show(\"one\")"));
        Assert.Equal(["two"], await Scripts("b", "Show(\"one\", \"two\")"));
        Assert.Equal(["one"], await Scripts("a", "Show(\"one\", \"two\") // edited"));
        Assert.Empty(await Scripts("a", "// without pictures"));
        Assert.Equal(["onetwo"], await Scripts("b", "Show(\"one\", \"two\")"));

        async Task<IEnumerable<string?>> Scripts(string cell, string code) => (await Run(2, code, cell)).Outputs
            .OfType<DisplayData>().Where(shown => shown.AreScripts).Select(shown => shown.Data.Text(MimeBundle.Html));
    }

    [Fact]
    public async Task A_cell_that_follows_a_hand_and_those_that_read_it_run_without_being_compiled_again()
    {
        const string control = "string at = Slide(\"a\");\nclass Here;\ntypeof(Here).Assembly.FullName";
        const string reader = "string Twice() => at + at;\nTwice()";
        await Run(1, Slider);
        string? compiled = (await Run(2, control)).Plain;
        await Run(3, reader);
        await Run(4, "int other = 1;");

        (_session.Choices, _session.Reuses) = (new Dictionary<string, string> { ["a"] = "moved" }, true);

        Assert.Equal(compiled, (await Run(2, control)).Plain);
        Assert.Equal("movedmoved", (await Run(3, reader)).Plain);
        Assert.Equal("moved", (await Run(5, "at")).Plain);
        Assert.Equal("movedmoved", (await Run(6, "Twice()")).Plain);
        Assert.Equal(["1", "moved"], Values("other", "at"));
    }

    [Theory]
    [Cases("string at = \"hides it\";", "string Slide(string name) => \"another\";", "using static System.Math;")]
    public async Task It_is_compiled_again_where_that_could_give_something_else(string between)
    {
        const string control = "string at = Slide(\"a\");\nclass Here;\ntypeof(Here).Assembly.FullName";
        await Run(1, Slider);
        string? compiled = (await Run(2, control)).Plain;
        await Run(3, between);
        _session.Reuses = true;

        Assert.NotEqual(compiled, (await Run(2, control)).Plain);
        Assert.NotEqual("hides it", (await Run(5, "at")).Plain);
    }

    [Fact]
    public async Task A_cell_with_static_variables_begins_with_their_first_values_again()
    {
        const string cell = "static int n = 0;\nn++;\nn";
        await Run(1, cell);
        _session.Reuses = true;

        Assert.Equal("1", (await Run(1, cell)).Plain);
    }

    [Fact]
    public async Task An_error_in_a_cell_that_follows_is_its_error_with_its_line()
    {
        const string cell = "string at = Slide(\"a\");\nif (at == \"moved\") throw new Exception(\"too far\");";
        await Run(1, Slider);
        await Run(2, cell);
        (_session.Choices, _session.Reuses) = (new Dictionary<string, string> { ["a"] = "moved" }, true);

        Shown moved = await Run(2, cell);

        Assert.Equal((CellOutcome.RuntimeError, 2), (moved.Result.Outcome, moved.Result.Location?.Line));
        _session.Choices = new Dictionary<string, string>();
        Assert.Equal(CellOutcome.Succeeded, (await Run(2, cell)).Result.Outcome);
    }

    private async Task<Shown> Run(int number, string code, string? cell = null)
    {
        var shown = new Shown();
        shown.Result = await _session.ExecuteAsync(code, new(number), shown, CancellationToken.None, identity: cell);
        return shown;
    }

    private IEnumerable<string> Values(params string[] names) =>
        names.Select(name => _session.Variables().Single(variable => variable.Name == name).Text);
}
