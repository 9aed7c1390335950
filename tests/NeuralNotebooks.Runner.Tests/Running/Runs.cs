namespace NeuralNotebooks.Runner.Tests;

/// <summary>Runs of one notebook, which end with their test.</summary>
internal static class Runs
{
    /// <summary>Runs a notebook of these cells.</summary>
    public static Task<NotebookRun> Run(this TemporaryFolder folder, params string[] cells) =>
        folder.Run(new RunOptions(), cells);

    /// <inheritdoc cref="Run(TemporaryFolder, string[])"/>
    public static Task<NotebookRun> Run(this TemporaryFolder folder, RunOptions options, params string[] cells) =>
        Of(folder.Notebook("notebook.ipynb", cells), options);

    /// <summary>Runs the notebook of a file.</summary>
    public static Task<NotebookRun> Of(
        string path,
        RunOptions? options = null,
        IProgress<RunEvent>? progress = null
    ) => new NotebookRunner(options ?? new()).RunAsync(path, progress, TestContext.Current.CancellationToken);

    /// <summary>The text of a cell's last output.</summary>
    public static string? Shown(this CellRun cell) =>
        cell.Outputs switch
        {
            [.., ExecuteResult result] => result.Data.Text(MimeBundle.PlainText) ?? result.Data.Text(MimeBundle.Html),
            [.., StreamOutput stream] => stream.Text,
            _ => null,
        };
}
