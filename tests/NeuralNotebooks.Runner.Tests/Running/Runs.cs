namespace NeuralNotebooks.Runner.Tests;

internal static class Runs
{
    public static Task<NotebookRun> Run(this TemporaryFolder folder, params string[] cells) =>
        folder.Run(new RunOptions(), cells);

    public static Task<NotebookRun> Run(this TemporaryFolder folder, RunOptions options, params string[] cells) =>
        Of(folder.Notebook("notebook.ipynb", cells), options);

    public static Task<NotebookRun> Of(
        string path,
        RunOptions? options = null,
        IProgress<RunEvent>? progress = null
    ) => new NotebookRunner(options ?? new()).RunAsync(path, progress, TestContext.Current.CancellationToken);

    public static string? Shown(this CellRun cell) =>
        cell.Outputs switch
        {
            [.., ExecuteResult result] => result.Data.Text(MimeBundle.PlainText) ?? result.Data.Text(MimeBundle.Html),
            [.., StreamOutput stream] => stream.Text,
            _ => null,
        };
}
