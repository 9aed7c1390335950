using FsCheck;
using FsCheck.Fluent;

namespace NeuralNotebooks.Engine.Tests;

/// <summary>C# files in the percent format. The expected results follow Jupytext's documentation of the format, and its
/// rules for C# (comment <c>//</c>, magic commands <c>#!</c>).</summary>
/// <remarks>FsCheck writes to the console, which tests of sessions redirect.</remarks>
[Collection(nameof(PercentTests))]
[CollectionDefinition(nameof(PercentTests), DisableParallelization = true)]
public sealed class PercentTests
{
    private static readonly string[] _pieces =
    [
        "", " ", "\n", "\n\n", "\r\n", "\r", "\uFEFF", "\u2028", "x", "1 + 1", "int a = 1;",
        "\"", "\"\"\"", "@\"", "$@\"{", "}", "'",
        "/*", "*/", "//", "// ", "// %%", "\n// %%\n", "\n// %% b [markdown]\n", "%%", "\n%% c\n", "%%time", "// // %%",
        "\"\"\"\n// %% in a string\n\"\"\"", "/*\n// %% in a comment\n*/", "#!import a.csx", "// #!import a.csx",
        "\n#!fsharp\nlet x = 1", "#!fsharp\nlet y = '", "#!markdown\n/* it's", "#!/usr/bin/env dotnet\n",
        "#:package A@1\n",
        "\n#if false\n", "\n#endif\n", "#r \"nuget: A\"", "---", "\n// ---\n// jupyter:\n// ---\n", "größe",
    ];

    private static readonly Gen<string> _source =
        from pieces in Gen.Elements(_pieces).ListOf()
        select string.Concat(pieces);

    private static readonly Gen<JsonObject> _metadata = Gen.OneOf(
        from none in Gen.Constant(0) select new JsonObject(),
        from tag in _source select new JsonObject { ["tags"] = new JsonArray("answer", tag) },
        from text in _source select new JsonObject { ["title"] = text, ["nbgrader"] = new JsonObject { ["a"] = text } },
        from name in Gen.Elements("fsharp", "pwsh", "sql-here")
        select new JsonObject { ["polyglot_notebook"] = new JsonObject { ["kernelName"] = name } });

    private static readonly Gen<Cell> _cell =
        from kind in Gen.Choose(0, 5)
        from id in Gen.OneOf(Gen.Constant(""), from n in Gen.Choose(0, 999_999) select $"Cell_{n}-")
        from source in _source
        from metadata in _metadata
        select kind switch
        {
            0 => (Cell)new MarkdownCell(id, source, metadata),
            1 => new RawCell(id, source, metadata),
            _ => new CodeCell(id, source, metadata),
        };

    [Fact]
    public void A_notebook_keeps_its_sources_names_tags_and_order_in_a_C_sharp_file() =>
        Prop.ForAll(
                _cell.ListOf().ToArbitrary(),
                cells =>
                {
                    Notebook notebook = FromJson(cells), back = ThereAndBack(notebook);
                    Assert.Equal(Described(notebook.Cells), Described(back.Cells));
                })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Theory]
    [Cases("02-linear-and-logistic-regression", "05-iris-softmax")]
    public void A_notebook_of_the_course_keeps_its_cells_and_does_not_say_its_language_in_each(string name)
    {
        var notebook = Notebook.Read(Repository.At($"notebooks/{name}.ipynb"));

        string text = PercentWriter.Write(notebook);

        Assert.DoesNotContain("kernelName", text);
        Assert.Equal(notebook.Cells.Select(Parts), Read(text).Cells.Select(Parts));

        static (Type, string, string, string?) Parts(Cell cell) =>
            (cell.GetType(), cell.Id, cell.Source, cell.Metadata["tags"]?.ToJsonString());
    }

    [Theory]
    [Cases("// %%\n1 + 1\n", "// %% a\nint x = 1;\n\n// %% b [markdown] tags=[\"answer\"]\n// # Title\n//\n// Text.\n",
        "#!/usr/bin/env dotnet\n#:package A@1.2\nint x = 1;\n\n// %%\nx\n",
        "// %% My title\n1\n\n// %% language=\"fsharp\"\n// let x = 1\n")]
    public void A_file_that_this_program_has_written_is_written_in_the_same_way_again(string text)
    {
        Notebook notebook = Read(text);

        Assert.Equal(text, PercentWriter.Write(Notebook.Parse(notebook.ToJson(), "a.ipynb")));
    }

    [Theory]
    [Cases(
        "", "",
        "1 + 1", "code: 1 + 1",
        "// %%", "code: ",
        "//%%\n1\n//  %% \n2", "code: 1 | code: 2",
        "// %% a\n1\n\n// %% b\n2\n\n\n// %% c\n3", "code a: 1 | code b: 2¶ | code c: 3",
        "\uFEFF// %% a\r\nint x = 1;\r\nx\r\n\r\n// %% [md]\r\n// # Title\r\n",
        "code a: int x = 1;¶x | markdown: # Title",
        "// %%%  sub cell\n1", "code sub-cell-4be43f3a {\"title\":\"sub cell\"}: 1",
        "// %%time\n1\n// %%.\n2", "code: // %%time¶1¶// %%.¶2",
        "// %% [markdown]\n// # Title\n//\n//no space\n//  two\n\n\n// %% [raw]\n// a */ b",
        "markdown: # Title¶¶no space¶ two | raw: a */ b",
        "// %% a tags=[\"x\", \"y z\"] after=race-code n=3 b=true o={\"k\": null}\n1",
        "code a {\"tags\":[\"x\",\"y z\"],\"after\":\"race-code\",\"n\":3,\"b\":true,\"o\":{\"k\":null}}: 1",
        "var s = \"\"\"\n// %% no\n\"\"\";\n/*\n// %% no\n*/\n// %% b\nvar t = @\"\n// %% no\";",
        "code: var s = \"\"\"¶// %% no¶\"\"\";¶/*¶// %% no¶*/ | code b: var t = @\"¶// %% no\";",
        "// %%\n// #!import kit.csx\n#!time\n// // #!time\nvar s = @\"\n// #!time\";",
        "code: #!import kit.csx¶#!time¶// #!time¶var s = @\"¶// #!time\";",
        "// %% language=\"fsharp\"\n// let x = 1", "code: #!fsharp¶let x = 1",
        "// %% language=\"C#\"\n// /* not closed", "code: /* not closed",
        "using System;\n// %% a\n1", "code: using System; | code a: 1",
        "// ---\n// jupyter:\n//   kernelspec:\n//     name: .net-csharp\n// ---\n\n// %%\n1", "code: 1",
        "// ---\n// a banner\n// ---\n1", "code: // ---¶// a banner¶// ---¶1",
        "// %% [markdown]\n// // %% escaped\n// %% b\n1", "markdown: %% escaped | code b: 1")]
    public void A_line_with_two_percent_signs_begins_a_cell(string text, string cells) =>
        Assert.Equal(cells, string.Join(" | ", Read(text).Cells.Select(Described)));

    [Theory]
    [Cases(
        "// %% a\n1\n\n// %% b\n2\n\n// %% a\n3", "the cells of lines 1 and 7 have the name a",
        "1\n// %% a tags=[\"x\"\n2", "line 2 cannot be read: the value of tags is neither JSON nor a word",
        "// %% a=1 a=2", "line 1 cannot be read: it has a twice",
        "// %% a=1 b", "line 1 cannot be read: b is not an attribute KEY=VALUE",
        "// %% a={\"b\":1,\"b\":2}", "line 1 cannot be read: the value of a is neither JSON nor a word",
        "// %%\n1\n\n// %% [markdown]\n// # Title\n\nint x = 1;", "line 7 is no comment, but its cell is markdown",
        "// %% language=\"fsharp\"\nlet x = 1", "line 2 is no comment, but its cell is fsharp")]
    public void What_cannot_be_read_is_named_with_its_line(string text, string what) =>
        Assert.Equal(what, Assert.Throws<NotebookFormatException>(() => Read(text)).What);

    [Fact]
    public void Cells_without_names_have_ids_that_stay_the_same_and_get_no_names()
    {
        const string text = "// %%\n1\n\n// %%\n1\n\n// %% a\n1\n\n// %%\n2\n";

        Assert.Equal(Read(text).Cells.Select(cell => cell.Id), Read(text).Cells.Select(cell => cell.Id));
        Assert.Equal(4, Read(text).Cells.Select(cell => cell.Id).Distinct().Count());
        Assert.Equal(text, PercentWriter.Write(Read(text)));
    }

    [Fact]
    public void Code_that_another_tool_would_read_otherwise_is_written_as_comments()
    {
        Assert.Equal(
            "// %% a language=\"C#\"\n// // // %% no cell\n// 1\n", Written(new CodeCell("a", "// %% no cell\n1")));
        Assert.Equal("// %% a language=\"C#\"\n// /* not closed\n", Written(new CodeCell("a", "/* not closed")));
        Assert.Equal("// %% a\n// #!import kit.csx\n1\n", Written(new CodeCell("a", "#!import kit.csx\n1")));
        Assert.Equal("// %% a language=\"fsharp\"\n// let x = 1\n", Written(new CodeCell("a", "#!fsharp\nlet x = 1")));
    }

    [Fact]
    public void The_lines_of_a_cell_are_those_of_the_file()
    {
        const string text = "\n// ---\n// jupyter:\n// ---\n\nint a;\n// %%\nint b;\n// %% [md]\n// c\n"
            + "// %% language=\"fsharp\"\n// d\n";

        string[] lines = text.Split('\n');
        foreach (Cell cell in Read(text).Cells)
            Assert.EndsWith(cell.Source.Split('\n')[^1], lines[cell.FirstLine + cell.Source.Count(c => c == '\n') - 1]);
    }

    private static Notebook Read(string text) => Notebook.Parse(text, "a.cs");

    private static Notebook ThereAndBack(Notebook notebook) =>
        Notebook.Read(Encoding.UTF8.GetBytes(PercentWriter.Write(notebook)), "a.cs");

    private static string Written(Cell cell)
    {
        var notebook = new Notebook(new JsonObject { ["kernelspec"] = NotebookLanguage.KernelSpec() });
        notebook.Cells.Add(cell);
        return PercentWriter.Write(notebook);
    }

    private static Notebook FromJson(IEnumerable<Cell> cells)
    {
        var notebook = new Notebook(new JsonObject { ["kernelspec"] = NotebookLanguage.KernelSpec() });
        foreach (Cell cell in cells.Append(new CodeCell("", "1")))
            notebook.Cells.Add(cell);
        return Notebook.Parse(notebook.ToJson(), "a.ipynb");
    }

    private static string Described(IEnumerable<Cell> cells) => string.Join("\n\n", cells.Select(cell =>
        $"{cell.Id} {cell.Metadata.ToJsonString()} {cell.GetType().Name} {JsonValue.Create(cell.Source)}"));

    /// <summary>TYPE NAME METADATA: SOURCE, with ¶ for a line end, without ids made from the source.</summary>
    private static string Described(Cell cell)
    {
        string type = cell is MarkdownCell ? "markdown" : cell is RawCell ? "raw" : "code",
            name = cell.Id == new CellIds().Create(cell.Source) ? "" : $" {cell.Id}",
            metadata = cell.Metadata.Count == 0 ? "" : $" {cell.Metadata.ToJsonString()}";
        return $"{type}{name}{metadata}: {cell.Source.Replace('\n', '¶')}";
    }
}
