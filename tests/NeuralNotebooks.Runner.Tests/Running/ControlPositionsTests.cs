namespace NeuralNotebooks.Runner.Tests;

public sealed class ControlPositionsTests : IDisposable
{
    /// <summary>A control as a library makes it, which knows no host.</summary>
    private const string Slide = """"
        string Slide(string name, string field)
        {
            string value = "";
            ((Action<string, Func<string, object>>)AppContext.GetData("NeuralNotebooks.Controls"))(name, choice =>
            {
                value = choice ?? "1";
                field = field.Replace("\"", "&quot;");
                return HTML($"""<p data-nn-control="{name}" data-nn-field="{field}">{name} = {value}</p>""");
            });
            return value;
        }
        """";

    private const string Range = """{"kind":"range","min":0,"max":4,"step":1,"value":"1"}""";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_cells_that_a_control_moves_are_kept_as_they_are_at_its_positions()
    {
        NotebookRun run = await Run(Slider("a", Range), "\"is \" + a", "\"alone\"", "a.Length + a");

        Assert.Equal(RunStatus.Passed, run.Status);
        Positions positions = PositionsOf(run)!;
        Assert.Equal(("a", "0 1 2 3 4"), (positions.Controls[0].Name, string.Join(' ', positions.Controls[0].Values)));
        Assert.Equal(
            [run.Cells[1].Id, run.Cells[2].Id, run.Cells[4].Id],
            positions.Shown[3].Cells.Select(cell => cell.Id));
        Assert.Equal(["is 3", "13"], positions.Shown[3].CodeCells.Skip(1).Select(cell => Plain(cell.Outputs)));
        Assert.Equal("is 1", Plain(run.Cells[2].Outputs));
    }

    [Fact]
    public async Task Two_controls_of_a_cell_have_every_combination_and_a_choice_all_its_values()
    {
        const string letters = """{"kind":"select","value":"x","options":["x","y"]}""";

        Positions positions = PositionsOf(await Run(Slider("a", Range) + Slider("b", letters), "a + b"))!;

        Assert.Equal(
            ["0x", "0y", "1x", "1y", "2x", "2y", "3x", "3y", "4x", "4y"],
            positions.Shown.Select(at => Plain(at.CodeCells.Last().Outputs)));
    }

    [Fact]
    public async Task Where_much_is_shown_there_are_fewer_positions()
    {
        Positions positions = PositionsOf(await Run(Slider("a", Range), "a + new string('x', 150_000)"))!;

        Assert.Equal("0 1 4", string.Join(' ', positions.Controls[0].Values));
    }

    [Fact]
    public async Task A_start_beside_the_grid_is_a_position()
    {
        const string fine = """{"kind":"range","min":-0.1,"max":0.9,"step":0.005,"value":"0.1234"}""";

        Positions positions = PositionsOf(await Run(Slider("a", fine)))!;

        Assert.Equal("-0.1 0 0.1234 0.2 0.3 0.4 0.5 0.6 0.7 0.8 0.9", string.Join(' ', positions.Controls[0].Values));
    }

    [Fact]
    public async Task After_an_error_at_a_position_nothing_below_it_is_shown_there()
    {
        NotebookRun run = await Run(Slider("a", Range), "if (a == \"4\") throw new Exception(\"far\");", "\"is \" + a");

        Positions positions = PositionsOf(run)!;
        Assert.Equal("is 3", Plain(positions.Shown[3].CodeCells.Last().Outputs));
        Assert.Empty(positions.Shown[4].CodeCells.Last().Outputs);
    }

    [Fact]
    public async Task Two_cells_with_controls_that_one_cell_reads_have_no_positions()
    {
        NotebookRun run = await Run(Slider("a", Range), Slider("b", Range), "a + b");

        Assert.Null(PositionsOf(run));
    }

    [Theory]
    [InlineData("""{"kind":"digit","value":""}""", "a")]
    [InlineData("""{"kind":"range"}""", "a")]
    [InlineData("no field", "a")]
    [InlineData(Range, "new string('x', 300_000) + a")]
    [InlineData(Range, "a == \"1\" ? a : new string('x', 300_000) + a")]
    [InlineData(Range, "if (a == \"4\") Environment.Exit(1);")]
    public async Task Without_positions_a_notebook_is_what_it_was(string field, string cell)
    {
        NotebookRun run = await Run(Slider("a", field), cell);

        Assert.Equal(RunStatus.Passed, run.Status);
        Assert.Null(PositionsOf(run));
    }

    [Fact]
    public async Task A_cell_that_does_not_end_at_a_position_costs_seconds_and_no_more()
    {
        Nightly.Only();
        NotebookRun run = await Run(Slider("a", Range), "while (a == \"2\") { }");

        Assert.Equal(RunStatus.Passed, run.Status);
        Assert.Null(PositionsOf(run));
    }

    private static string Slider(string name, string field) =>
        $""""string {name} = Slide("{name}", """ {field} """);"""";

    private static Positions? PositionsOf(NotebookRun run) =>
        Positions.Of(run.Cells[1].Outputs.OfType<DisplayData>().First().Data);

    private static string? Plain(IEnumerable<Output> outputs) =>
        outputs.OfType<ExecuteResult>().Single().Data.Text(MimeBundle.PlainText);

    private Task<NotebookRun> Run(params string[] cells) => _folder.Run([Slide, .. cells]);
}
