using System.Text.Encodings.Web;
using System.Text.Json.Nodes;

namespace NeuralNotebooks.Engine.Tests;

public sealed class ShownValuesTests : IDisposable
{
    private readonly TestSession _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public async Task A_forward_pass_shows_values_and_shapes()
    {
        JsonNode shown = await Run(
            $$"""
            #r "{{typeof(Sheet).Assembly.Location}}"
            using NeuralNotebooks.Engine.Tests;
            var X = new Sheet(2, 3);
            double[,] W = { { 1, 2 }, { 3, 4 }, { 5, 6 }, { 7, 8 } };
            var Z = new Sheet(4, 3);
            double[] b = [0.5, 1];
            string name = "two layers"; bool ok = true;
            double loss = Math.Log(2);
            loss * 2
            """
        );

        Assert.Equal(
            [
                "4 X 2×3", "5 W 4×2", "6 Z 4×3", "7 b 2 items: [ 0.5, 1 ]", "8 name two layers", "8 ok True",
                "9 loss 0.693147", "10  1.38629",
            ],
            Lines(shown)
        );
    }

    [Fact]
    public async Task The_lines_of_a_loop_show_its_passes()
    {
        JsonNode shown = await Run(
            """
            int s = 0;
            for (int i = 0; i < 4; i++)
            {
                s += i;
                if (i % 2 == 1)
                    s *= 10;
            }
            """
        );

        Assert.Equal(["2 s 0", "3 i 0|1|2|3", "5 s 0|1|12|15", "7 s 10|150"], Lines(shown));
        Assert.Equal("[1,2,3,4]", Of(shown, 5, "inLoop"));
        Assert.Equal("[2,4]", Of(shown, 7, "inLoop"));
        Assert.Equal("""[{"line":3,"count":4}]""", shown["loops"]!.ToJsonString());
        Assert.Equal("", (string)shown["leftOut"]!);
    }

    [Fact]
    public async Task A_line_in_nested_loops_counts_its_executions()
    {
        JsonNode shown = await Run(
            "int n = 0;\nforeach (char c in \"ab\")\n    for (int j = 0; j < 3; j++)\n        n++;"
        );

        Assert.Equal(["2 n 0", "3 c a|b", "4 j 0|1|2|0|1|2", "5 n 1|2|3|4|5|6"], Lines(shown));
    }

    [Theory]
    [Cases("while (k < 2) k++;", "do k++; while (k < 2);", "for (; k < 2; k++) k += 0;", "for (k = 0; k < 2;) k++;")]
    public async Task Every_loop_counts_its_passes(string loop)
    {
        JsonNode shown = await Run("int k = 0;\n" + loop);

        Assert.Equal(2, (int)shown["loops"]![0]!["count"]!);
    }

    [Fact]
    public async Task A_function_shows_what_it_was_given_and_what_it_returned()
    {
        JsonNode shown = await Run(
            "double Half(double x)\n{\n    double y = x / 2;\n    return y + 1;\n}\ndouble Twice(double x) => 2 * x;\n"
                + "Half(3) + Half(5) + Twice(1)"
        );

        Assert.Equal(
            ["2 x 3|5", "4 y 1.5|2.5", "5 return 2.5|3.5", "7 return 2", "8  8"],
            Lines(shown)
        );
    }

    [Fact]
    public async Task Of_many_passes_some_are_kept_evenly_and_the_last()
    {
        JsonNode shown = await Run("long s = 0;\nfor (int i = 1; i <= 100_000; i++)\n    s += i;");

        JsonNode line = shown["lines"]!.AsArray().Single(line => (int)line!["line"]! == 4)!;
        long[] passes = [.. line["passes"]!.AsArray().Select(pass => (long)pass!)];
        Assert.Equal(100_000, (long)line["count"]!);
        Assert.InRange(passes.Length, RecordedValues.MaxPasses / 2, RecordedValues.MaxPasses + 1);
        Assert.Single(passes.SkipLast(1).Zip(passes.Skip(1).SkipLast(1), (a, b) => b - a).Distinct());
        Assert.Equal(100_000, passes[^1]);
        Assert.All(
            passes.Zip(line["texts"]!.AsArray()),
            pair => Assert.Equal($"{pair.First * (pair.First + 1) / 2}", (string?)pair.Second)
        );
        Assert.Equal("Some passes are left out.", (string)shown["leftOut"]!);
    }

    [Fact]
    public async Task The_last_array_of_a_long_loop_is_written_down_before_it_changes()
    {
        JsonNode shown = await Run(
            "int[] last = null;\nfor (int i = 0; i < 1000; i++)\n    last = [i];\nlast[0] = -1;"
        );

        Assert.EndsWith("|1 item: [ 999 ]", Lines(shown).Single(line => line.StartsWith('4')));
        Assert.Contains("5 last 1 item: [ -1 ]", Lines(shown));
    }

    [Fact]
    public async Task What_changes_later_is_shown_as_it_was()
    {
        Assert.Equal(
            ["2 a 1 item: [ 1 ]", "3 a 1 item: [ 2 ]", "4 b 1 item: [ 2 ]"],
            Lines(await Run("int[] a = [1];\na[0] = 2;\nvar b = a;\nvoid Change() { b[0] = 3; }"))
        );
    }

    [Fact]
    public async Task The_first_NaN_or_infinity_is_marked()
    {
        JsonNode shown = await Run(
            $$"""
            #r "{{typeof(Sheet).Assembly.Location}}"
            using NeuralNotebooks.Engine.Tests;
            double w = 1;
            for (int i = 0; i < 2000; i++)
                w *= i < 1500 ? 1 : double.PositiveInfinity;
            w -= w;
            float[] g = [1, float.NegativeInfinity];
            double[,] D = { { 1, 2 }, { double.NaN, 4 } };
            var S = new Sheet(2, 3); S[1, 2] = double.NaN;
            var fine = new Sheet(2, 3);
            """
        );

        Assert.Equal(
            [
                """6 {"pass":1501,"text":"∞","first":true}""", """7 {"pass":1,"text":"NaN","first":false}""",
                """8 {"pass":1,"text":"-∞ at [1]","first":false}""",
                """9 {"pass":1,"text":"NaN at [1, 0]","first":false}""",
                """10 {"pass":1,"text":"NaN at [1, 2]","first":false}""",
            ],
            shown["lines"]!
                .AsArray()
                .Where(line => line!["notFinite"] is not null)
                .Select(line => $"{line!["line"]} {Unescaped(line["notFinite"]!)}")
        );
        Assert.Contains(1501L, shown["lines"]![2]!["passes"]!.AsArray().Select(pass => (long)pass!));
    }

    [Fact]
    public async Task Long_texts_and_cells_are_bounded()
    {
        JsonNode shown = await Run(
            string.Join('\n', Enumerable.Range(0, 2000).Select(i => $"var v{i} = new string('x', 100_000);"))
        );

        Assert.InRange(shown["lines"]!.AsArray().Count, 900, RecordedValues.MaxPoints);
        Assert.All(Lines(shown), line => Assert.InRange(line.Length, 1, 100));
        Assert.StartsWith("The cell has too many places", (string)shown["leftOut"]!);
    }

    [Fact]
    public async Task What_was_recorded_before_an_interrupt_is_shown()
    {
        using var interrupt = new CancellationTokenSource();
        var shown = new Shown { OnOutput = interrupt.Cancel };
        CellResult result = await _session.Session.ExecuteAsync(
            "int x = 5;\nx = 6;\nConsole.Write(\"started\");\nwhile (true) ;",
            1,
            shown,
            interrupt.Token,
            showsValues: true
        );

        Assert.Equal(CellOutcome.Interrupted, result.Outcome);
        string data = shown.Outputs.Select(RecordedCellsTests.Values).OfType<string>().Single();
        string[] lines = Lines(JsonNode.Parse(data)!);
        Assert.Equal(["1 x 5", "2 x 6"], lines);
    }

    [Fact]
    public async Task A_cell_that_throws_shows_its_values_before_its_error()
    {
        Shown cell = await _session.Run("#!values\nint zero = 0;\nint y = 1 / zero;");

        Assert.Equal("[line 2: zero 0]#System.DivideByZeroException", cell.Order);
        Assert.Contains("cell 1, line 3", cell.Traceback);
    }

    [Fact]
    public async Task A_discarded_parameter_has_no_value_and_all_others_have()
    {
        const string lambda = "Func<int, int, int> f = (_, _) => { int n = 7; return n; };";

        Shown cell = await _session.Run($"#!values\n{lambda}\nf(1, 2)");

        Assert.Contains("n 7", cell.Order);
    }

    [Fact]
    public async Task Code_of_an_earlier_cell_is_not_recorded_again()
    {
        await _session.Run("#!values\nint F(int x) { int y = x + 1; return y; }\nF(1)");

        Assert.Equal("=3", (await _session.Run("F(2)")).Order);
        Assert.Equal("=4[line 2: z 4\nline 3: z 4]", (await _session.Run("#!values\nvar z = F(3);\nz")).Order);
    }

    [Fact]
    public async Task Values_stand_beside_the_code_as_HTML_and_as_text()
    {
        Shown cell = await _session.Run("#!values\nvar a = \"<b>\";\nfor (int i = 0; i < 2; i++) ;");

        MimeBundle data = Assert.Single(cell.Outputs.OfType<DisplayData>()).Data;
        Assert.Equal("line 2: a <b>\nline 3: i 1 (pass 2)", data.Text(MimeBundle.PlainText));
        Assert.Contains("var a = &quot;&lt;b&gt;&quot;;  <span", data.Text(MimeBundle.Html));
        Assert.Contains("a &lt;b&gt;</span>", data.Text(MimeBundle.Html));
    }

    [Theory]
    [Cases("#!values\n#!time\nint x = 1;", "#!values\n#!markdown\n*a*\n#!csharp\nint x = 1;", "#!values\nint x = 1;")]
    public async Task It_goes_with_other_directives(string code)
    {
        Shown cell = await _session.Run(code);

        Assert.True(cell.Result.Succeeded);
        Assert.Single(cell.Outputs, output => RecordedCellsTests.Values(output) is not null);
    }

    [Theory]
    [InlineData("int x = 1;\n#!values", 2)]
    [InlineData("\n#!values\nint x = 1;", 2)]
    [InlineData("#!values\n#!values\nint x = 1;", 2)]
    public async Task It_must_be_the_first_line(string code, int line)
    {
        Shown cell = await _session.Run(code);

        Assert.Equal(CellOutcome.CompileError, cell.Outcome);
        cell.Traceback.ShouldContain($"cell 1, line {line}: error: #!values must be the first line of its cell.");
    }

    [Theory]
    [Cases("#!values", "#!values\n// nothing\n", "#!values\nvar f = (int i) => i;", "#!values\nclass C { }")]
    public async Task Where_nothing_is_recorded_nothing_is_shown(string code) =>
        Assert.Equal("", (await _session.Run(code)).Order);

    private async Task<JsonNode> Run(string code)
    {
        Shown cell = await _session.Run("#!values\n" + code);
        Assert.True(cell.Result.Succeeded, cell.Traceback);
        return JsonNode.Parse(cell.Outputs.Select(RecordedCellsTests.Values).OfType<string>().Single())!;
    }

    /// <summary>Such as <c>3 loss 0.5|0.25</c>: line, name and the passes' texts.</summary>
    private static string[] Lines(JsonNode shown) =>
        [
            .. shown["lines"]!
                .AsArray()
                .Select(line =>
                    $"{line!["line"]} {line["name"]} "
                    + string.Join('|', line["texts"]!.AsArray().Select(text => (string?)text))
                ),
        ];

    private static string Of(JsonNode shown, int line, string part) =>
        shown["lines"]!.AsArray().Single(each => (int)each!["line"]! == line)![part]!.ToJsonString();

    private static string Unescaped(JsonNode json) =>
        json.ToJsonString(new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}

/// <summary>A library's matrix, stored column by column.</summary>
public sealed class Sheet(int rows, int columns)
{
    private readonly double[] _entries = new double[rows * columns];

    /// <summary>The number of rows.</summary>
    public int Rows => rows;

    /// <summary>The number of columns.</summary>
    public int Columns => columns;

    /// <summary>An entry.</summary>
    public double this[int row, int column]
    {
        get => _entries[row + column * rows];
        set => _entries[row + column * rows] = value;
    }

    /// <summary>All entries.</summary>
    public Span<double> AsSpan() => _entries;
}
