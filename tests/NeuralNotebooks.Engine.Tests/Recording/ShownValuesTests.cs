using System.Text.Json.Nodes;

namespace NeuralNotebooks.Engine.Tests;

/// <summary>Which passes are stored if there are many. The values of short cells are in Values.approved.txt.</summary>
public sealed class ShownValuesTests : IDisposable
{
    private const string Deep =
        "T Nest<T>(T inner, Func<T, T> around) { for (int i = 0; i < 30_000; i++) inner = around(inner); "
        + "return inner; } ";

    private readonly TestSession _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public async Task Of_many_passes_some_are_kept_evenly_and_the_last()
    {
        JsonNode shown = await Run("long s = 0;\nfor (int i = 1; i <= 100_000; i++)\n    s += i;");
        JsonNode line = Line(shown, 4);
        long[] passes = Passes(line);
        Assert.Equal(100_000, (long)line["count"]!);
        Assert.InRange(passes.Length, RecordedValues.MaxPasses / 2, RecordedValues.MaxPasses + 1);
        Assert.Single(passes.SkipLast(1).Zip(passes.Skip(1).SkipLast(1), (a, b) => b - a).Distinct());
        Assert.Equal(100_000, passes[^1]);
        Assert.Equal(passes.Select(pass => $"{pass * (pass + 1) / 2}"), Texts(line));
        Assert.Equal("Some passes are left out.", (string)shown["leftOut"]!);
    }

    [Fact]
    public async Task The_last_array_of_a_long_loop_is_written_down_before_it_changes()
    {
        JsonNode shown = await Run(
            "int[] last = null;\nfor (int i = 0; i < 1000; i++)\n    last = [i];\nlast[0] = -1;"
        );
        Assert.Equal("1 item: [ 999 ]", Texts(Line(shown, 4)).Last());
        Assert.Equal(["1 item: [ -1 ]"], Texts(Line(shown, 5)));
    }

    [Fact]
    public async Task The_pass_in_which_NaN_or_infinity_came_first_is_kept()
    {
        JsonNode shown = await Run(
            "double w = 1;\nfor (int i = 0; i < 2000; i++)\n    w *= i < 1500 ? 1 : double.PositiveInfinity;"
        );
        Assert.Equal("""{"pass":1501,"text":"\u221E","first":true}""", Line(shown, 4)["notFinite"]!.ToJsonString());
        Assert.Contains(1501L, Passes(Line(shown, 4)));
    }

    [Fact]
    public async Task Long_texts_and_cells_are_bounded()
    {
        JsonNode shown = await Run(
            string.Join('\n', Enumerable.Range(0, 2000).Select(i => $"var v{i} = new string('x', 100_000);"))
        );
        JsonArray lines = shown["lines"]!.AsArray();
        Assert.InRange(lines.Count, 900, RecordedValues.MaxPoints);
        Assert.All(lines, line => Assert.InRange(Texts(line!).Single().Length, 1, 100));
        Assert.StartsWith("The cell has too many places", (string)shown["leftOut"]!);
    }

    [Theory]
    [InlineData("var x = System.Numerics.BigInteger.Pow(7, 400_000);", "about 10^338039")]
    [InlineData("var x = -System.Numerics.BigInteger.Pow(7, 400_000);", "about -10^338039")]
    [InlineData("var x = new[] { System.Numerics.BigInteger.Pow(7, 400_000) };", "1 item: [ about 10^338039 ]")]
    [InlineData("var x = new System.Text.StringBuilder().Append('x', 300_000_000);", "xxxxxxxxxx")]
    [InlineData("var x = new string('x', 300_000_000);", "xxxxxxxxxx")]
    [InlineData(
        "var x = System.Text.RegularExpressions.Regex.Match(new string('x', 100_000_000), \".*\");",
        "xxxxxxxxxx"
    )]
    [InlineData(Deep + "var x = Nest(new System.Xml.Linq.XElement(\"a\"), e => new(\"a\", e));", null)]
    [InlineData(Deep + "var x = Nest(new Exception(\"a\"), e => new(\"a\", e));", "System.Exception: a")]
    [InlineData(Deep + "var x = Nest(new AggregateException(), e => new AggregateException(e));", null)]
    [InlineData(
        "using System.Linq.Expressions; " + Deep
            + "var x = Nest((Expression)Expression.Constant(1), Expression.Negate);",
        null
    )]
    [InlineData("var x = System.Text.Json.JsonDocument.Parse(\"[1]\").RootElement;", null)]
    public async Task Of_a_large_value_no_more_is_formatted_than_is_shown(string code, string? begins)
    {
        JsonNode shown = await Run(code + "\nfor (int i = 0; i < 100_000; i++)\n    x = x;");
        string[] texts = [.. shown["lines"]!.AsArray().Where(line => (string)line!["name"]! == "x").SelectMany(Texts!)];
        Assert.Equal(begins is not null, texts.Length > 50);
        Assert.All(texts, text => Assert.StartsWith(begins!, text));
    }

    [Theory]
    [InlineData("new System.Collections.ObjectModel.ReadOnlyCollection<int>(new Own())")]
    [InlineData("new System.Collections.ObjectModel.Collection<int>(new Own())")]
    [InlineData("new SortedSet<int>(new[] { 1, 2, 3 }, new ByCode()).GetViewBetween(1, 2)")]
    [InlineData("System.Collections.ArrayList.Adapter(new Own())")]
    [InlineData("(FormattableString)$\"{new Told()}\"")]
    [InlineData("new ArgumentOutOfRangeException(\"a\", new Told(), \"b\")")]
    public async Task What_would_run_the_code_of_a_cell_is_not_asked(string value)
    {
        await _session.Run(
            """
            static class Calls { public static int Count; }
            class Own : System.Collections.ObjectModel.Collection<int>, IList<int>, System.Collections.IList
            {
                int ICollection<int>.Count => Calls.Count++;
                int System.Collections.ICollection.Count => Calls.Count++;
            }
            class ByCode : IComparer<int> { public int Compare(int a, int b) { Calls.Count++; return a - b; } }
            class Told { public override string ToString() { Calls.Count++; return "told"; } }
            """
        );
        await _session.Run($"var made = {value}; Calls.Count = 0;");
        JsonNode shown = await Run("var x = made; int y = 1;");

        Assert.Equal("y", (string)shown["lines"]!.AsArray().Single()!["name"]!);
        Assert.Equal("0", await _session.Value("Calls.Count"));
    }

    [Fact]
    public async Task A_comment_asks_for_values_where_other_programs_would_refuse_the_directive()
    {
        Shown cell = await _session.Run("// #!values\nint x = 5;");

        Assert.Equal("line 2: x 5", cell.Plain);
        Assert.Empty((await _session.Run("// #!values are shown\nint x = 5;")).Outputs);
    }

    [Fact]
    public async Task What_was_recorded_before_an_interrupt_is_shown()
    {
        using var interrupt = new CancellationTokenSource();
        var shown = new Shown { OnOutput = interrupt.Cancel };
        const string cell = "int x = 5;\nx = 6;\nConsole.Write(\"started\");\nwhile (true) ;";
        await _session.Session.ExecuteAsync(cell, 1, shown, interrupt.Token, showsValues: true);
        Assert.Equal("started[line 1: x 5\nline 2: x 6]#Interrupted", shown.Order);
    }

    private async Task<JsonNode> Run(string code)
    {
        Shown cell = await _session.Run("#!values\n" + code);
        Assert.True(cell.Result.Succeeded, cell.Traceback);
        return JsonNode.Parse(cell.Outputs.Select(RecordedCellsTests.Values).OfType<string>().Single())!;
    }

    private static JsonNode Line(JsonNode shown, int number) =>
        shown["lines"]!.AsArray().Single(line => (int)line!["line"]! == number)!;

    private static long[] Passes(JsonNode line) => [.. line["passes"]!.AsArray().Select(pass => (long)pass!)];

    private static IEnumerable<string> Texts(JsonNode line) =>
        line["texts"]!.AsArray().Select(text => (string)text!);
}

/// <summary>A matrix as the library's: columns one after another.</summary>
public sealed class Sheet(int rows, int columns)
{
    private readonly double[] _entries = new double[rows * columns];

    public int Rows => rows;

    public int Columns => columns;

    public double this[int row, int column]
    {
        get => _entries[row + column * rows];
        set => _entries[row + column * rows] = value;
    }

    public Span<double> AsSpan() => _entries;
}
