namespace NeuralNotebooks.Runner.Tests;

/// <summary>Files for which no process is started; those that are no notebooks are tested with the engine.</summary>
public sealed class UnreadableNotebooksTests : FolderedTests
{
    [Theory]
    [InlineData(RunStatus.NotANotebook, """{ "nbformat": 3 }""", "It is in the old notebook format 3. Only nbformat 4")]
    [InlineData(RunStatus.NotANotebook, """{ "nbformat": 4, "cells": "" }""", "Its \"cells\" is no array (string)")]
    [InlineData(RunStatus.NotANotebook, """{ "nbformat": 4, "cells": [ {""", "The file ends too early: get it again.")]
    [InlineData(RunStatus.NotANotebook, "<!DOCTYPE html>", "It seems to be a web page: download the notebook itself.")]
    [InlineData(RunStatus.NotCSharp, """{ "nbformat": 4, "cells": [] }""", "The notebook has no cells")]
    [InlineData(
        RunStatus.NotCSharp, """
        { "nbformat": 4, "metadata": { "kernelspec": { "language": "python", "name": "python3" } },
          "cells": [ { "cell_type": "code", "source": "1 + 1" } ] }
        """, "The notebook is in python")]
    [InlineData(
        RunStatus.NotCSharp, """{ "nbformat": 4, "cells": [ { "cell_type": "code", "source": "1 + 1" } ] }""",
        "The notebook does not say which language")]
    public async Task A_file_that_cannot_be_run_is_refused(RunStatus status, string text, string message) =>
        await AssertRefused(Folder.File("bad.ipynb", text), status, message);

    [Theory]
    [Cases("nowhere/missing.ipynb", "missing.ipynb", "", "is a folder")]
    public async Task What_is_not_there_or_a_folder_is_named(string path, string message) =>
        await AssertRefused(Folder.At(path), RunStatus.NotFound, message);

    [Fact]
    public async Task A_notebook_of_prose_only_passes_without_a_process()
    {
        NotebookRun run = await Runs.Of(Folder.Prose("prose.ipynb", "# Text"));
        Assert.Equal((RunStatus.Passed, 0), (run.Status, run.Cells.Count));
    }

    private static async Task AssertRefused(string path, RunStatus status, string message)
    {
        NotebookRun run = await Runs.Of(path);
        Assert.Equal(status, run.Status);
        run.Error!.Message.ShouldContain(message);
        Assert.Equal((path, (int?)null), (run.Error.File, run.Error.Cell));
        Assert.Empty(run.Cells);
    }
}
