using System.Text.Json;
using System.Xml.Linq;

namespace NeuralNotebooks.Cli.Tests;

public sealed class RunCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Output => Path.Combine(_folder.Path, "out");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_largest_code_of_several_notebooks_counts_and_each_gets_its_result()
    {
        string good = _folder.Notebook("good.ipynb", "1 + 1");
        string failing = _folder.Notebook(
            "failing.ipynb",
            "int a = 1;",
            "\nthrow new InvalidOperationException(\"on purpose\");",
            "a"
        );
        string python = _folder.File(
            "python.ipynb",
            """{ "nbformat": 4, "metadata": { "kernelspec": { "language": "python" } }, "cells": [ { "cell_type": "code", "source": "" } ] }"""
        );
        string report = Path.Combine(_folder.Path, "report.xml"),
            json = Path.Combine(_folder.Path, "report.json");

        InvokedCommand command = await InvokedCommand.Of(
            "run", good, failing, python, "--output", Output, "--report", report, "--report", json);

        Assert.Equal(4, command.ExitCode);
        Assert.Contains("failing.ipynb, cell 2, line 2", command.Output, StringComparison.Ordinal);
        Assert.Contains("System.InvalidOperationException: on purpose", command.Output, StringComparison.Ordinal);
        Assert.Contains(
            "line 2:  throw new InvalidOperationException(\"on purpose\");",
            command.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("The notebook is in python", command.Output, StringComparison.Ordinal);
        Assert.Contains("1 of 3 notebooks passed", command.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", command.Output, StringComparison.Ordinal);
        Assert.Equal(
            ["failing.failed.ipynb", "good.ipynb"],
            Directory.GetFiles(Path.Combine(Output, "notebooks")).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
        string index = Path.Combine(Output, "index.html");
        Assert.Contains($"Site: {index}", command.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(index));
        Assert.True(File.Exists(Path.Combine(Output, "good.html")));
        Assert.Equal("5", XDocument.Load(report).Root!.Attribute("tests")!.Value);
        Assert.Equal(
            3,
            JsonDocument.Parse(File.ReadAllText(json)).RootElement.GetProperty("notebooks").GetArrayLength()
        );
    }

    [Fact]
    public async Task A_message_cannot_control_the_terminal()
    {
        string path = _folder.Notebook("loud.ipynb", "throw new Exception(\"\\u001b[31mred\\u0007\\u009b2J\");");

        InvokedCommand command = await InvokedCommand.Of("run", path, "--output", Output);

        Assert.Contains("␛[31mred␇\ufffd2J", command.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(command.Output, c => char.IsControl(c) && c is not ('\n' or '\r'));
    }

    [Fact]
    public async Task A_failed_cell_alone_exits_with_1() =>
        Assert.Equal(
            1,
            (
                await InvokedCommand.Of(
                    "run",
                    _folder.Notebook("failing.ipynb", "throw new Exception();"),
                    "--output",
                    Output
                )
            ).ExitCode
        );

    [Fact]
    public async Task A_time_limit_exits_with_2_and_is_named()
    {
        InvokedCommand command = await InvokedCommand.Of(
            "run",
            _folder.Notebook("slow.ipynb", "while (true) { }"),
            "--output",
            Output,
            "--cell-timeout",
            "1.5"
        );

        Assert.Equal(2, command.ExitCode);
        Assert.Contains("slow.ipynb, cell 1", command.Output, StringComparison.Ordinal);
        Assert.Contains("1.5 seconds (--cell-timeout)", command.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_that_are_missing_or_not_notebooks_are_named_and_the_others_run()
    {
        string good = _folder.Notebook("good.ipynb", "1 + 1"),
            text = _folder.File("text.ipynb", "no JSON"),
            missing = Path.Combine(_folder.Path, "missing.ipynb");

        InvokedCommand command = await InvokedCommand.Of("run", missing, text, good, good, "--output", Output);

        Assert.Equal(4, command.ExitCode);
        Assert.Contains("It is not JSON", command.Output, StringComparison.Ordinal);
        Assert.Contains("There is no file " + missing, command.Output, StringComparison.Ordinal);
        Assert.Contains("1 of 3 notebooks passed", command.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Output, "notebooks", "good.ipynb")));
    }

    [Fact]
    public async Task After_two_dashes_a_name_may_begin_with_one()
    {
        InvokedCommand command = await InvokedCommand.Of("run", "--output", Output, "--", "-x.ipynb");

        Assert.Equal(ExitCode.NotFound, command.ExitCode);
        Assert.Contains("There is no file " + Path.GetFullPath("-x.ipynb"), command.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[] { 0xE9 }, true)]
    [InlineData(new byte[] { 0xC3, 0xA9 }, false)]
    public async Task A_notebook_that_is_not_in_UTF_8_gets_a_note(byte[] letter, bool isNoted)
    {
        string path = _folder.Notebook("latin.ipynb", "\"@\"");
        byte[] bytes = File.ReadAllBytes(path);
        int at = Array.IndexOf(bytes, (byte)'@');
        File.WriteAllBytes(path, [.. bytes[..at], .. letter, .. bytes[(at + 1)..]]);

        InvokedCommand command = await InvokedCommand.Of("run", path, "--output", Output);

        Assert.Equal(ExitCode.Passed, command.ExitCode);
        Assert.Equal(isNoted, command.Output.Contains($"note: {path} is not in UTF-8", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_missing_notebook_alone_exits_with_3() =>
        Assert.Equal(
            3,
            (await InvokedCommand.Of("run", Path.Combine(_folder.Path, "missing.ipynb"), "--output", Output)).ExitCode
        );

    [Fact]
    public async Task A_folder_without_notebooks_exits_with_3_and_is_named()
    {
        string empty = Directory.CreateDirectory(Path.Combine(_folder.Path, "empty")).FullName;

        InvokedCommand command = await InvokedCommand.Of("run", empty, "--output", Output);

        Assert.Equal(3, command.ExitCode);
        Assert.Contains(empty, command.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Results_never_overwrite_the_notebook_itself()
    {
        string own = _folder.Notebook("out/notebooks/own.ipynb", "1 + 1");
        string before = File.ReadAllText(own);

        InvokedCommand command = await InvokedCommand.Of("run", own, "--output", Output);

        Assert.Equal(64, command.ExitCode);
        Assert.Contains("would overwrite", command.Error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(own));
    }

    [Fact]
    public async Task An_output_folder_that_cannot_be_made_is_refused_before_anything_runs()
    {
        string inTheWay = _folder.File("file", "");

        InvokedCommand command = await InvokedCommand.Of(
            "run",
            _folder.Notebook("good.ipynb", "1 + 1"),
            "--output",
            inTheWay
        );

        Assert.Equal(64, command.ExitCode);
        Assert.Contains("--output", command.Error, StringComparison.Ordinal);
        Assert.Empty(command.Output);
    }

    [Fact]
    public async Task A_report_that_cannot_be_written_is_reported_as_a_failure()
    {
        string inTheWay = _folder.File("file", "");

        InvokedCommand command = await InvokedCommand.Of(
            "run",
            _folder.Notebook("good.ipynb", "1 + 1"),
            "--output",
            Output,
            "--report",
            Path.Combine(inTheWay, "report.xml")
        );

        Assert.Equal(1, command.ExitCode);
        Assert.Contains("report.xml could not be written", command.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Output, "notebooks", "good.ipynb")));
    }

    [Fact]
    public async Task The_site_is_rebuilt_from_executed_notebooks_without_running_them()
    {
        _folder.Notebook("out/notebooks/earlier.ipynb", "1 + 1");
        _folder.Notebook("out/notebooks/earlier.failed.ipynb", "1 + 1");

        InvokedCommand command = await InvokedCommand.Of("site", Output);

        Assert.Equal((0, ""), (command.ExitCode, command.Error));
        Assert.True(File.Exists(Path.Combine(Output, "earlier.html")));
        Assert.Single(Directory.GetFiles(Output, "earlier*.html"));
    }

    [Fact]
    public async Task A_site_without_notebooks_exits_with_3_and_says_what_to_do_first()
    {
        InvokedCommand command = await InvokedCommand.Of("site", Output);

        Assert.Equal(3, command.ExitCode);
        Assert.Contains("nn run", command.Error, StringComparison.Ordinal);
    }
}
