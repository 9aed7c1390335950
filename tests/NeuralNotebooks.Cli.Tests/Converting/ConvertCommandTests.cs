using NeuralNotebooks.Engine;

namespace NeuralNotebooks.Cli.Tests;

public sealed class ConvertCommandTests : FolderedTests
{
    private const string Dib =
        "#!meta\n\n{\"kernelInfo\":{\"defaultKernelName\":\"csharp\",\"items\":[{\"name\":\"csharp\"}]}}\n\n"
        + "#!markdown\n\n# Größe\n\n#!csharp\n\nint x = 20;\n\n#!csharp\n\nx + 22\n";

    [Fact]
    public async Task A_notebook_is_converted_and_nothing_is_overwritten()
    {
        string dib = Folder.File("a.dib", Dib), ipynb = Folder.At("a.ipynb");

        InvokedCommand there = await InvokedCommand.Of("convert", dib);
        Assert.Equal((ExitCode.Passed, $"made: {ipynb}", ""), (there.ExitCode, there.Output.Trim(), there.Error));
        InvokedCommand again = await InvokedCommand.Of("convert", dib);
        Assert.Equal(ExitCode.Usage, again.ExitCode);
        again.Error.ShouldContain($"{ipynb} exists already: nothing was written.");
        InvokedCommand other = await InvokedCommand.Of("convert", ipynb, Folder.At("b.cs"));
        Assert.Equal((ExitCode.Passed, ""), (other.ExitCode, other.Error));
        Assert.StartsWith("// %% ", File.ReadAllText(Folder.At("b.cs")), StringComparison.Ordinal);
        await InvokedCommand.Of("convert", Folder.At("b.cs"));
        Assert.Equal(
            Notebook.Read(ipynb).Cells.Select(cell => (cell.Id, cell.Source)),
            Notebook.Read(Folder.At("b.ipynb")).Cells.Select(cell => (cell.Id, cell.Source)));
        Assert.Equal(["# Größe", "int x = 20;", "x + 22"], Notebook.Read(ipynb).Cells.Select(cell => cell.Source));
    }

    [Theory]
    [Cases(
        "a.dib", "#!meta\n{", ExitCode.UnusableInput, "are not JSON (line 2)",
        "a.txt", "{}", ExitCode.Usage, "nn convert makes .cs of .ipynb, and .ipynb of .cs or .dib.",
        "a.cs", "// %% a\n// %% a", ExitCode.UnusableInput, "the cells of lines 1 and 2 have the name a",
        "a.ipynb", "{}", ExitCode.UnusableInput, "it has no nbformat number")]
    public async Task What_cannot_be_converted_is_named_and_nothing_is_written(
        string file, string content, int code, string error)
    {
        InvokedCommand command = await InvokedCommand.Of("convert", Folder.File(file, content));

        Assert.Equal(code, command.ExitCode);
        command.Error.ShouldContain(error);
        Assert.Equal([Folder.At(file)], Directory.GetFiles(Folder.Path));
    }

    [Fact]
    public async Task A_file_that_is_missing_in_Latin_1_or_in_the_same_format_is_refused()
    {
        InvokedCommand missing = await InvokedCommand.Of("convert", Folder.At("a.dib"));
        Assert.Equal(ExitCode.NotFound, missing.ExitCode);
        Assert.Equal($"There is no file {Folder.At("a.dib")}.", missing.Error.Trim());
        Folder.File("l.dib", System.Text.Encoding.Latin1.GetBytes(Dib));
        InvokedCommand latin = await InvokedCommand.Of("convert", Folder.At("l.dib"));
        Assert.Equal(ExitCode.Failed, latin.ExitCode);
        latin.Error.ShouldContain("is not in UTF-8");
        InvokedCommand same = await InvokedCommand.Of("convert", Folder.At("l.dib"), Folder.At("m.dib"));
        Assert.Equal(ExitCode.Usage, same.ExitCode);
        Assert.Equal([Folder.At("l.dib")], Directory.GetFiles(Folder.Path));
    }

    [Fact]
    public async Task A_dib_file_runs_and_gets_a_page_and_keeps_its_text()
    {
        string dib = Folder.File("a.dib", Dib);

        InvokedCommand run = await InvokedCommand.Of("run", Folder.Path, "--output", Folder.At("out"));
        Assert.Equal((ExitCode.Passed, ""), (run.ExitCode, run.Error));
        File.ReadAllText(Folder.At("out/a.html")).ShouldContain("42", "Größe");
        Assert.Equal("42", Notebook.Read(Folder.At("out/notebooks/a.ipynb")).CodeCells.Last().Outputs
            .OfType<ExecuteResult>().Single().Data.Text(MimeBundle.PlainText));

        InvokedCommand inPlace = await InvokedCommand.Of("run", dib, "--inplace", "--output", Folder.At("out"));
        Assert.Equal(ExitCode.Usage, inPlace.ExitCode);
        inPlace.Error.ShouldContain($"{dib} cannot store outputs.", $"nn convert {dib}");
        Assert.Equal(ExitCode.Passed, (await InvokedCommand.Of("clean", dib)).ExitCode);
        Assert.Equal(Dib, File.ReadAllText(dib));
    }

    [Fact]
    public async Task A_C_sharp_file_runs_and_keeps_its_text_and_errors_name_its_lines()
    {
        const string text = "#!/usr/bin/env dotnet\n// %% first\nint x = 20;\n\n// %% [markdown]\n// # Größe\n\n"
            + "// %% second tags=[\"raises-exception\"]\nx / (x - 20)\n\n// %% last\nx + 22\n";
        string lesson = Folder.File("lesson.cs", text);
        Folder.File("tools.cs", "static class Tools;");

        InvokedCommand run = await InvokedCommand.Of("run", Folder.Path, "--output", Folder.At("out"));
        Assert.Equal((ExitCode.Passed, ""), (run.ExitCode, run.Error));
        run.Output.ShouldContain("1 of 1");
        File.ReadAllText(Folder.At("out/lesson.html")).ShouldContain("42", "Größe");
        var executed = Notebook.Read(Folder.At("out/notebooks/lesson.ipynb"));
        CodeCell[] cells = [.. executed.CodeCells];
        Assert.Equal(["first", "second", "last"], cells[1..].Select(cell => cell.Id));
        Assert.Contains("line 9", cells[2].Outputs.OfType<ErrorOutput>().Single().Traceback[0].Text);
        Assert.Equal(text, File.ReadAllText(lesson));

        Folder.File("lesson.cs", text.Replace("x + 22", "x +\nmissing"));
        InvokedCommand failed = await InvokedCommand.Of("run", lesson, "--no-site", "--output", Folder.At("out"));
        failed.Output.ShouldContain("lesson.cs, cell 4, line 13", "13 | missing");
        InvokedCommand inPlace = await InvokedCommand.Of("run", lesson, "--inplace", "--output", Folder.At("out"));
        inPlace.Error.ShouldContain($"{lesson} cannot store outputs.");
        Assert.Equal(ExitCode.Passed, (await InvokedCommand.Of("clean", lesson)).ExitCode);
    }

    [Fact]
    public async Task A_folder_with_a_notebook_in_both_formats_runs_it_once()
    {
        Folder.File("a.dib", Dib);
        await InvokedCommand.Of("convert", Folder.At("a.dib"));

        InvokedCommand run = await InvokedCommand.Of("run", Folder.Path, "--output", Folder.At("out"));

        run.Output.ShouldContain("1 of 1");
    }
}
