using NeuralNotebooks.Engine;

namespace NeuralNotebooks.Cli.Tests;

/// <summary>Files of Polyglot Notebooks on the command line.</summary>
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
        Assert.Equal(["# Größe", "int x = 20;", "x + 22"], Notebook.Read(ipynb).Cells.Select(cell => cell.Source));
    }

    [Theory]
    [Cases(
        "a.dib", "#!meta\n{", ExitCode.UnusableInput, "are not JSON (line 2)",
        "a.ipynb", "{}", ExitCode.Usage, "nn convert makes a notebook .ipynb of a file .dib.")]
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
        InvokedCommand same = await InvokedCommand.Of("convert", Folder.At("l.dib"), "-o", Folder.At("m.dib"));
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
    public async Task A_folder_with_a_notebook_in_both_formats_runs_it_once()
    {
        Folder.File("a.dib", Dib);
        await InvokedCommand.Of("convert", Folder.At("a.dib"));

        InvokedCommand run = await InvokedCommand.Of("run", Folder.Path, "--output", Folder.At("out"));

        run.Output.ShouldContain("1 of 1");
    }
}
