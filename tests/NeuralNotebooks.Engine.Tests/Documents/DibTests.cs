namespace NeuralNotebooks.Engine.Tests;

/// <summary>Notebooks in the text format of Polyglot Notebooks. The expected results are those of .NET Interactive's
/// tests of the format, except where a test mentions a difference.</summary>
public sealed class DibTests
{
    private const string Meta =
        "#!meta\n\n{\"kernelInfo\":{\"defaultKernelName\":\"csharp\",\"items\":[{\"name\":\"csharp\"}]}}\n\n";

    [Theory]
    [Cases(
        "", "csharp: ",
        "var x = 1;", "csharp: var x = 1;",
        "#!fsharp\nlet x = 1", "fsharp: let x = 1",
        "#!unknown\nvar x = 1;", "csharp: #!unknown¶var x = 1;",
        "#!fsharp\n#!unknown\nlet x = 1", "fsharp: #!unknown¶let x = 1",
        "\n#!csharp\n#!connect jupyter --kernel-name wpf\n\n#!csharp\n#!wpf -h\n",
        "csharp: #!connect jupyter --kernel-name wpf | csharp: #!wpf -h",
        "#!csharp\nvar x = 1;\nvar y = 2;\n\n#!fsharp\nlet x = 1\nlet y = 2",
        "csharp: var x = 1;¶var y = 2; | fsharp: let x = 1¶let y = 2",
        "#!csharp\n//\n\n#!fsharp\n\n#!pwsh\nGet-Item\n\n#!fsharp\n", "csharp: // | pwsh: Get-Item",
        "\n\n#!csharp\n\n// one\n\n\n// two\n\n\n#!fsharp\n\n// three\n\n",
        "csharp: // one¶¶¶// two | fsharp: // three",
        "#!markdown\n\nThis is `markdown`.\n", "markdown: This is `markdown`.",
        "#!md\n\nThis is `markdown`.\n", "markdown: This is `markdown`.",
        "#!c#\n1\n#!C#\n2\n#!f#\n3\n#!F#\n4\n#!powershell\n5\n#!js\n6",
        "csharp: 1 | csharp: 2 | fsharp: 3 | fsharp: 4 | pwsh: 5 | javascript: 6",
        "#!csharp\r\n1+1\r\n\r\n#!fsharp\r\n[1;2]\r\n|> List.sum", "csharp: 1+1 | fsharp: [1;2]¶|> List.sum",
        "#!csharp\r\n1+1\n#!fsharp\n2\r\n3", "csharp: 1+1 | fsharp: 2¶3",
        "#! csharp\n\nvar x = 1;\n\n", "csharp: #! csharp¶¶var x = 1;",
        "#!CSharp\n1", "csharp: #!CSharp¶1",
        "\uFEFF#!csharp\n1", "csharp: 1")]
    public void A_line_with_the_name_of_a_kernel_begins_a_cell(string text, string cells) =>
        Assert.Equal(cells, CellsOf(text));

    [Theory]
    [Cases(
        "#!meta\n{\"theAnswer\":42}\n#!csharp\nvar x = 1;", "csharp: var x = 1;",
        "\n#!meta\n\n{\n  \"theAnswer\": 42\n}\n\n#!markdown\n\n# Title", "markdown: # Title",
        "#!csharp\n1\n#!meta\n{\"theAnswer\":42}\n#!time\n2", "csharp: 1¶#!time¶2")]
    public void Metadata_are_read_and_are_no_cell(string text, string cells)
    {
        Assert.Equal(cells, CellsOf(text));
        Assert.Equal(42, Read(text).Metadata["theAnswer"]!.GetValue<int>());
    }

    [Fact]
    public void Metadata_name_the_default_kernel_and_further_ones()
    {
        const string text =
            "#!meta\n{\"kernelInfo\":{\"defaultKernelName\":\"fsharp\","
            + "\"items\":[{\"name\":\"sql-here\",\"aliases\":[\"db\"]}]}}"
            + "\n#!csharp\n1\n#!fsharp\n2\n#!db\n3\n#!sql-here\n4\n#!sql-there\n5";

        Assert.Equal("csharp: 1 | fsharp: 2 | sql-here: 3 | sql-here: 4¶#!sql-there¶5", CellsOf(text));
        Assert.False(Read(text).IsCSharp);
        Assert.True(Read("1").IsCSharp);
    }

    [Fact]
    public void Where_we_differ_spaces_after_a_name_and_metadata_at_the_end_make_no_difference()
    {
        Assert.Equal("csharp: 1 | fsharp: 2", CellsOf("#!csharp \n1\n#!fsharp\t\n2"));
        Assert.Equal("csharp: ", CellsOf("#!meta\n{\"theAnswer\":42}"));
        Assert.Equal("csharp: #!metadata¶1", CellsOf("#!metadata\n1"));
    }

    [Theory]
    [Cases(
        "#!meta\n{\"a\":", "its metadata, below #!meta in line 1, are not JSON (line 2)",
        "1\n#!meta\n\n{\"a\":1,\n]\n#!csharp\n1", "its metadata, below #!meta in line 2, are not JSON (line 5)",
        "#!meta\n[1]", "its metadata, below #!meta in line 1, are JSON, but not an object")]
    public void Metadata_that_cannot_be_read_are_named_with_their_line(string text, string what)
    {
        var error = Assert.Throws<NotebookFormatException>(() => Read(text));

        Assert.Equal(("a.dib", what), (error.File, error.What));
        Assert.StartsWith("Expected an object", error.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_runs_the_cells_of_such_a_file()
    {
        using var folder = new TemporaryFolder();
        folder.File("lib.dib", Meta + "#!markdown\n\nA function.\n\n#!csharp\n\nint Twice(int x) => 2 * x;\n");
        using var session = new TestSession(new SessionOptions { Folder = folder.Path });

        Shown shown = await session.Run("#!import lib.dib\nTwice(21)");

        Assert.Equal("42", shown.Plain);
    }

    private static Notebook Read(string text) => Notebook.Parse(text, "a.dib");

    /// <summary>KERNEL: SOURCE of each cell, with ¶ for a line's end.</summary>
    private static string CellsOf(string text)
    {
        Notebook notebook = Read(text);
        string kernel = notebook.Language == "C#" ? "csharp" : notebook.Language!;
        return string.Join(
            " | ",
            notebook.Cells.Select(cell =>
                $"{(cell is MarkdownCell ? "markdown" : (cell as CodeCell)?.Language ?? kernel)}: "
                + cell.Source.Replace('\n', '¶')
            ));
    }
}
