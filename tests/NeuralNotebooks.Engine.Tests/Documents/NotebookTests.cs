namespace NeuralNotebooks.Engine.Tests;

public class NotebookTests : FolderedTests
{
    /// <summary>A notebook in the layout of Python's json module with the settings that Jupyter uses: unusual
    /// characters, numbers, all kinds of cells and outputs.</summary>
    internal static readonly string JupyterFile = Repository.Read(
        "tests/NeuralNotebooks.Engine.Tests/Documents/jupyter.ipynb");

    private const string CSharpMetadata = """
        "metadata": {
          "kernelspec": {
           "display_name": ".NET (C#)",
           "language": "C#",
           "name": ".net-csharp"
          },
          "polyglot_notebook": {"kernelInfo": {"defaultKernelName": "csharp",
           "items": [{"aliases": [], "name": "csharp"}]}}
         }
        """;

    [Fact]
    public void What_can_be_read_can_be_written_however_deep()
    {
        const int depth = 200;
        string deep = string.Concat(Enumerable.Repeat("[", depth)) + string.Concat(Enumerable.Repeat("]", depth));
        string json = $$"""{"cells":[],"metadata":{"deep":{{deep}}},"nbformat":4,"nbformat_minor":5}""";

        string written = Notebook.Parse(json, "a.ipynb").ToJson();

        Assert.Equal(depth, written.Count(letter => letter == '[') - 1);
    }

    [Fact]
    public void A_notebook_is_read_with_its_cells_and_outputs()
    {
        Notebook notebook = Notebook.Parse(JupyterFile, "a.ipynb");

        Assert.Equal(["MarkdownCell", "CodeCell", "RawCell"], notebook.Cells.Select(c => c.GetType().Name));
        CodeCell code = Assert.Single(notebook.CodeCells);
        Assert.Equal("b2", code.Id);
        Assert.Equal("Console.WriteLine(\"ä😀\");\n1 + 1", code.Source);
        Assert.Equal(3, code.ExecutionCount);
        Assert.Equal("one\ntwo", Assert.IsType<StreamOutput>(code.Outputs[0]).Text);
        Assert.Equal("<b>2</b>", Assert.IsType<DisplayData>(code.Outputs[1]).Data.Text(MimeBundle.Html));
        Assert.Equal("""{"a":1.0}""", ((DisplayData)code.Outputs[1]).Data.Text("application/json"));
        Assert.Equal(3, Assert.IsType<ExecuteResult>(code.Outputs[2]).ExecutionCount);
        Assert.Equal("CS0103", Assert.IsType<ErrorOutput>(code.Outputs[3]).Name);
    }

    [Fact]
    public void What_Jupyter_wrote_is_written_back_byte_for_byte() =>
        Assert.Equal(JupyterFile, Notebook.Parse(JupyterFile, "a.ipynb").ToJson());

    [Fact]
    public void A_file_of_another_program_is_written_in_the_layout_of_Jupyter() => Assert.Equal(
        Encoding.UTF8.GetBytes(JupyterFile),
        Notebook.Read(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(
            JupyterFile.Replace("\n", "\r\n") + "\r\n")).ToArray(), "a.ipynb").ToBytes("a.ipynb"));

    [Fact]
    public void Changing_a_cell_changes_only_its_lines()
    {
        Notebook notebook = Notebook.Parse(JupyterFile, "a.ipynb");
        notebook.Cells[0].Source = "# Other\n";

        string[] before = JupyterFile.Split('\n'), after = notebook.ToJson().Split('\n');
        Assert.Equal(["    \"# Other\\n\""], after.Except(before));
    }

    [Fact]
    public void New_outputs_are_written_as_Jupyter_writes_them()
    {
        var cell = new CodeCell("c1", "1");
        cell.Outputs.Add(new StreamOutput(StreamName.Stderr, "a\rb\r\nc\u2028d"));
        cell.Outputs.Add(
            new DisplayData(
                new MimeBundle { { "text/html", "" }, { "application/x+json", JsonNode.Parse("[1]") } }, [], "id"));
        cell.Outputs.Add(new ErrorOutput("E", "m", [new("\u001b[31mred\u007f")]));
        string json = new Notebook { Cells = { cell } }.ToJson();

        Assert.Equal(Repository.Read("tests/NeuralNotebooks.Engine.Tests/Documents/outputs.ipynb"), json);
    }

    [Fact]
    public void Cells_of_an_older_minor_version_get_ids_that_stay_the_same()
    {
        const string old = """
            {"nbformat": 4, "nbformat_minor": 2, "metadata": {}, "cells": [
            {"cell_type": "markdown", "metadata": {}, "source": "same"},
            {"cell_type": "markdown", "metadata": {}, "source": ["sa", "me"]},
            {"cell_type": "code", "metadata": {}, "source": [], "outputs": [], "execution_count": null}]}
            """;
        string[] ids = [.. Notebook.Parse(old, "old.ipynb").Cells.Select(c => c.Id)];

        Assert.Equal(3, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Matches("^[0-9a-f]{8}$", id));
        Assert.Equal(ids, Notebook.Parse(old, "old.ipynb").Cells.Select(c => c.Id));
        Notebook.Parse(old, "old.ipynb").ToJson().ShouldContain("\"nbformat_minor\": 5");
    }

    [Fact]
    public void An_id_that_nbformat_does_not_allow_or_that_stands_twice_becomes_a_similar_one_that_stays_the_same()
    {
        string x = new('x', 65);
        string[] ids = ["my cell", "my-cell", "größe", x, x + "y", new('x', 64), "a_b-C3", "a/b", " ", "my-cell"];
        IEnumerable<string> cells = ids.Select(id => $$"""{"id":"{{id}}","cell_type":"raw","source":"1"}""");
        string json = $$"""{"cells":[{{string.Join(',', cells)}}],"metadata":{},"nbformat":4,"nbformat_minor":5}""";

        string[] read = [.. Notebook.Parse(json, "a.ipynb").Cells.Select(cell => cell.Id)];

        Assert.All(read, id => Assert.Matches("^[A-Za-z0-9_-]{1,64}$", id));
        Assert.Equal(ids.Length, read.Distinct().Count());
        Assert.Equal(["my-cell", ids[5], "a_b-C3"], read.Intersect(ids));
        Assert.StartsWith("my-cell-", read[0], StringComparison.Ordinal);
        Assert.Equal(read, Notebook.Parse(Notebook.Parse(json, "a.ipynb").ToJson(), "a.ipynb").Cells.Select(c => c.Id));
    }

    [Fact]
    public void Null_in_place_of_a_text_in_an_output_is_no_text()
    {
        Notebook notebook = Parse(
            """{"cell_type": "code", "source": "1", "outputs": [{"output_type": "error", "traceback": [null]},"""
                + """ {"output_type": "stream", "name": "stdout", "text": ["a", null]},"""
                + """ {"output_type": "display_data", "data": {"text/plain": null}}]}""");

        IList<Output> outputs = notebook.CodeCells.Single().Outputs;
        Assert.Equal([new("")], Assert.IsType<ErrorOutput>(outputs[0]).Traceback);
        Assert.Equal("a", Assert.IsType<StreamOutput>(outputs[1]).Text);
        Assert.Equal("", (string?)Assert.IsType<DisplayData>(outputs[2]).Data[MimeBundle.PlainText]);
    }

    [Theory]
    [Cases(
        "", "the file is empty",
        "{\n \"cells\": [\n  nonsense", "it is not JSON (line 3, position 4",
        "{\"cells\": [], \"cells\": []}", "it is not JSON (line 1",
        "[]", "not an object",
        "{}", "no nbformat number",
        """{"nbformat": 3, "worksheets": []}""", "old notebook format 3",
        """{"nbformat": 5, "cells": []}""", "notebook format 5",
        """{"nbformat": 4, "metadata": {}}""", "it has no cells",
        """{"nbformat": 4, "cells": [7]}""", "Cell 1 of the file is not an object",
        """{"nbformat": 4, "cells": [{"cell_type": "heading", "source": ""}]}""",
            "Cell 1 of the file is of type heading",
        """{"nbformat": 4, "cells": [{"cell_type": "code"}]}""", "Cell 1 of the file has no source",
        """{"nbformat": 4, "cells": [{"cell_type": "code", "source": [1]}]}""",
            "Cell 1 of the file: source is not text",
        """{"nbformat": 4, "cells": [{"cell_type": "code", "source": "", "metadata": []}]}""",
            "metadata is not an object",
        """{"nbformat": 4, "cells": [{"cell_type": "code", "source": "", "outputs": [{"output_type": "pyout"}]}]}""",
            "output of type pyout",
        """{"nbformat": 4, "cells": [{"cell_type": "code", "source": "\ud83d"}]}""",
            "not well-formed text (line 1: an unpaired surrogate)",
        "{\"nbformat\": 4, \"cells\": [],\n\"metadata\": {\"kernelspec\": {\"language\": \"\\udc00\"}}}",
            "not well-formed text (line 2: an unpaired surrogate)")]
    public void What_is_not_a_notebook_is_refused_with_file_place_and_reason(string json, string what)
    {
        var error = Assert.Throws<NotebookFormatException>(() => Notebook.Parse(json, "bad.ipynb"));

        Assert.Equal("bad.ipynb", error.File);
        error.What.ShouldContain(what);
        error.Message.ShouldStartWith("bad.ipynb: " + error.What);
        Assert.NotEmpty(error.Expected);
    }

    [Theory]
    [Cases(
        CSharpMetadata, "C#", true,
        """ "metadata": {"kernelspec": {"name": ".net-csharp"}, "language_info": {"name": "polyglot-notebook"}} """,
            "C#",
            true,
        """ "metadata": {"language_info": {"name": "C#"}} """, "C#", true,
        """ "metadata": {"polyglot_notebook": {"kernelInfo": {"defaultKernelName": "csharp"}}} """,
            "csharp",
            true,
        """
        "metadata": {"kernelspec": {"language": "polyglot-notebook"},
            "polyglot_notebook": {"kernelInfo": {"defaultKernelName": "fsharp"}}}
        """,
            "fsharp",
            false,
        """ "metadata": {"kernelspec": {"language": "python", "name": "python3"}} """, "python", false,
        """ "metadata": {"kernelspec": {"language": "F#", "name": ".net-fsharp"}} """, "F#", false,
        """ "metadata": {"kernelspec": null} """, null, false)]
    public void The_language_is_found_wherever_a_tool_writes_it(string metadata, string? language, bool isCSharp)
    {
        Notebook notebook = Notebook.Parse(
            $$"""{"nbformat": 4, "nbformat_minor": 5, {{metadata}}, "cells": []}""", "a.ipynb");
        Assert.Equal(language, notebook.Language);
        Assert.Equal(isCSharp, notebook.IsCSharp);
    }

    [Theory]
    [Cases(
        "{}", null,
        """{"dotnet_interactive": {"language": "fsharp"}}""", "fsharp",
        """{"dotnet_interactive": {"language": "csharp"}, "polyglot_notebook": {"kernelName": "csharp"}}""",
            "csharp")]
    public void A_cell_may_declare_its_own_language(string metadata, string? language) =>
        Assert.Equal(
            language,
            Parse($$"""{"cell_type": "code", "metadata": {{metadata}}, "source": ""}""").CodeCells.Single().Language);

    [Fact]
    public void A_file_is_replaced_whole_and_nothing_else_is_left_in_the_folder()
    {
        string path = Folder.At("new/a.ipynb");
        Notebook.Parse(JupyterFile, "a").Write(path);
        Notebook.Read(path).Write(path);

        Assert.Equal(JupyterFile, File.ReadAllText(path));
        Assert.Single(Directory.GetFileSystemEntries(Path.GetDirectoryName(path)!));
    }

    private static Notebook Parse(string cells) =>
        Notebook.Parse($$"""{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [{{cells}}]}""", "a.ipynb");
}
