namespace NeuralNotebooks.Runner.Tests;

/// <summary>Files that never get as far as a process.</summary>
public sealed class UnreadableNotebooksTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("{ \"cells\": [", "not JSON (line 1")]
    [InlineData("", "file is empty")]
    [InlineData("[]", "not an object")]
    [InlineData("{ \"nbformat\": 4, \"metadata\": {} }", "no cells")]
    [InlineData("{ \"nbformat\": 4, \"metadata\": {}, \"cells\": [] }", "no cells")]
    [InlineData("{ \"nbformat\": 3, \"worksheets\": [] }", "format 3")]
    public async Task A_file_that_is_not_a_notebook_is_refused_with_the_reason(string text, string message) =>
        await AssertRefused(_folder.File("bad.ipynb", text), RunStatus.NotCSharp, message);

    [Fact]
    public async Task A_notebook_in_another_language_is_named_with_its_language() =>
        await AssertRefused(
            _folder.File(
                "python.ipynb",
                WithMetadata("""{ "kernelspec": { "language": "python", "name": "python3" } }""")
            ),
            RunStatus.NotCSharp,
            "in python"
        );

    [Fact]
    public async Task The_language_of_a_notebook_that_declares_none_is_not_guessed() =>
        await AssertRefused(
            _folder.File("unknown.ipynb", WithMetadata("{}")),
            RunStatus.NotCSharp,
            "does not say which language"
        );

    [Fact]
    public async Task A_file_that_is_not_there_is_named() =>
        await AssertRefused(
            _folder.At("nowhere/missing.ipynb"),
            RunStatus.NotFound,
            "missing.ipynb"
        );

    [Fact]
    public async Task A_folder_is_not_taken_for_a_notebook() =>
        await AssertRefused(_folder.Path, RunStatus.NotFound, "is a folder");

    [Fact]
    public async Task A_notebook_of_prose_only_passes_without_a_process()
    {
        string path = _folder.Prose("prose.ipynb", "# Text");

        NotebookRun run = await new NotebookRunner(new RunOptions()).RunAsync(
            path,
            cancellation: TestContext.Current.CancellationToken
        );

        Assert.Equal((RunStatus.Passed, 0), (run.Status, run.Cells.Count));
    }

    private static string WithMetadata(string metadata) =>
        $$"""{ "nbformat": 4, "nbformat_minor": 4, "metadata": {{metadata}},"""
        + """ "cells": [ { "cell_type": "code", "metadata": {}, "outputs": [], "source": "1 + 1" } ] }""";

    private static async Task AssertRefused(string path, RunStatus status, string message)
    {
        NotebookRun run = await new NotebookRunner(new RunOptions()).RunAsync(
            path,
            cancellation: TestContext.Current.CancellationToken
        );

        Assert.Equal(status, run.Status);
        run.Error!.Message.ShouldContain(message);
        Assert.Equal((path, (int?)null), (run.Error.File, run.Error.Cell));
        Assert.Empty(run.Cells);
    }
}
