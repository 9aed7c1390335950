namespace NeuralNotebooks.Interactive.Tests;

public sealed class LanguageTests : FolderedTests
{
    [Fact]
    public async Task The_cells_of_a_notebook_run_in_their_languages_and_a_missing_one_does_not_end_it()
    {
        // The cells after the first one find the thread pool busy: it starts one or two threads a second.
        string path = Folder.File(
            "mixed.dib",
            "#!meta\n{\"kernelInfo\":{\"defaultKernelName\":\"sql\"}}\n\n#!csharp\nvar n = 5;\n"
                + "var on = new System.Threading.ManualResetEventSlim(); for (int i = 0; i < 2000; i++)"
                + "Task.Run(() => on.Wait());\n\n#!html\n<b>x</b>\n\n"
                + "#!sql\nselect 1\n\n#!javascript\nlet a;\n\n#!csharp\nn + 1\n");

        NotebookRun run = await new NotebookRunner(new RunOptions()).RunAsync(
            path, cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(
            [CellStatus.Passed, CellStatus.Passed, CellStatus.Failed, CellStatus.Passed, CellStatus.Passed],
            run.Cells.Select(cell => cell.Status));
        Assert.Equal(RunStatus.Failed, run.Status);
        Assert.Contains("Nothing here runs cells in sql", run.Error!.Message, StringComparison.Ordinal);
        Assert.Equal("6", Assert.IsType<ExecuteResult>(run.Cells[4].Outputs[0]).Data.Text(MimeBundle.PlainText));
    }

    [Fact]
    public async Task A_notebook_that_does_not_use_the_API_does_not_load_it_and_one_with_display_only_a_part()
    {
        const string loaded =
            "AppDomain.CurrentDomain.GetAssemblies().Count(a => a.GetName().Name.StartsWith(\"Microsoft.DotNet\"))";
        string path = Folder.Notebook(
            "plain.ipynb", "#!time\n" + loaded, "display(1)", loaded, "using System;\nnew[] { 1 }.Display();", loaded,
            "Root.Name", loaded);

        NotebookRun run = await new NotebookRunner(new RunOptions()).RunAsync(
            path, cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(RunStatus.Passed, run.Status);
        string[] counts = [.. run.Cells.SelectMany(cell => cell.Outputs).OfType<ExecuteResult>()
            .Select(result => result.Data.Text(MimeBundle.PlainText)!)];
        Assert.Equal(["0", "1", "1", ".NET"], counts[..4]);
        Assert.NotEqual("1", counts[4]);
    }

    [Fact]
    public async Task An_imported_notebook_shows_its_Markdown_and_its_cells_in_other_languages()
    {
        Folder.Notebook(
            "imported.ipynb",
            [("*", "# Imported heading"), (">", "var shown = \"from the import\";"), (">", "#!html\n<b>x</b>")]);
        using TestSession session = InteractiveSession.Start(Folder.Path);

        Shown import = await session.Run("#!import imported.ipynb");
        Shown after = await session.Run("shown");

        Assert.Equal("[# Imported heading][<b>x</b>]", import.Order);
        Assert.Equal("from the import", after.Plain);
    }
}
