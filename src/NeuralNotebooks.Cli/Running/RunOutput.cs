using NeuralNotebooks.Runner;
using NeuralNotebooks.Site;

namespace NeuralNotebooks.Cli;

/// <summary>The files for the results of a run's notebooks, in an output folder that may hold those of earlier
/// runs.</summary>
internal sealed class RunOutput(OutputFolder folder, IReadOnlyList<string> notebooks)
{
    private readonly WrittenResults _written = new(folder);

    public OutputFolder Folder => folder;

    public ExecutedNotebooks Executed { get; } = new(folder.Notebooks, notebooks);

    /// <summary>An error message if a result would replace a notebook of this run or a file that is not an earlier
    /// result; otherwise null.</summary>
    public string? Obstacle() => notebooks.Select(Obstacle).FirstOrDefault(obstacle => obstacle is not null);

    /// <summary>Writes the executed notebook of a run, if there is one.</summary>
    /// <remarks>The caller holds the folder's lock.</remarks>
    /// <exception cref="IOException">There is a file that is not an earlier result: it may have been created or edited
    /// while the notebook ran.</exception>
    public void Write(NotebookRun run)
    {
        if (Foreign(run.Path) is { } foreign)
            throw new IOException($"{foreign} was changed during the run.");
        if (Executed.Write(run) is { } written)
            _written.Add(written, run.Path);
    }

    private string? Obstacle(string notebook) =>
        FilesOf(notebook).Any(file => notebooks.Any(other => MayBeSame(file, other)))
            ? $"The results of {notebook} would overwrite a notebook of this run: choose an --output other than "
                + $"{folder.Path}."
        : Foreign(notebook) is { } foreign
            ? $"{foreign} is not a result of an earlier run, or was edited since, and would be overwritten: move it "
                + $"away, or choose an --output other than {folder.Path}."
        : null;

    private string? Foreign(string notebook) =>
        FilesOf(notebook).FirstOrDefault(file => !_written.MayReplace(file));

    private string[] FilesOf(string notebook) => [Executed.FileOf(notebook), Executed.FailedFileOf(notebook)];

    /// <summary>Whether two paths may refer to the same file, considering symbolic links and file systems that ignore
    /// case.</summary>
    private static bool MayBeSame(string result, string notebook) =>
        File.Exists(result)
        && string.Equals(RealPath.Of(result), RealPath.Of(notebook), StringComparison.OrdinalIgnoreCase);
}
