namespace NeuralNotebooks.Runner.Tests;

public sealed class ExecutedNotebooksTests : FolderedTests
{
    private static readonly string _root = Path.GetFullPath(Path.Combine(Path.GetTempPath(), "nn-names"));

    [Theory]
    [Cases(
        "a/x b/y", "x y",
        "a/x b/x", "a-x b-x",
        "a/x b/X c/y", "a-x b-X y",
        "one/a/x two/a/x", "a-x a-x-2",
        "a/x b/x c/a-x", "a-x-2 b-x a-x",
        "a/x.failed a/x", "x-failed x",
        "a/.x b/..", "x notebook")]
    public void Notebooks_of_the_same_name_get_files_of_their_own(string notebooks, string files)
    {
        string[] paths =
        [
            .. notebooks
                .Split(' ')
                .Select(name => Path.Combine(_root, name.Replace('/', Path.DirectorySeparatorChar) + ".ipynb")),
        ];

        var executed = new ExecutedNotebooks(Folder.Path, paths);

        Assert.Equal(files.Split(' '), paths.Select(path => Path.GetFileNameWithoutExtension(executed.FileOf(path))));
        Assert.Equal(
            2 * paths.Length,
            paths
                .SelectMany(path => (string[])[executed.FileOf(path), executed.FailedFileOf(path)])
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Count());
    }

    [Fact]
    public void A_failed_run_is_shown_until_one_passes_and_never_replaces_a_good_one()
    {
        string path = Folder.Notebook("x.ipynb", "1");
        var executed = new ExecutedNotebooks(Folder.At("out"), [path]);

        executed.Write(Run(path, RunStatus.Failed));
        Assert.Equal([executed.FailedFileOf(path)], Directory.GetFiles(executed.Folder));
        Assert.Equal([executed.FailedFileOf(path)], ExecutedNotebooks.In(executed.Folder));

        string good = File.ReadAllText(executed.Write(Run(path, RunStatus.Passed))!);
        Assert.Equal([executed.FileOf(path)], Directory.GetFiles(executed.Folder));

        Folder.Notebook("x.ipynb", "2");
        executed.Write(Run(path, RunStatus.Failed));
        Assert.Equal(good, File.ReadAllText(executed.FileOf(path)));
        Assert.Equal([executed.FileOf(path)], ExecutedNotebooks.In(executed.Folder));
    }

    [Fact]
    public void A_selection_names_each_notebook_once_and_folders_without_any()
    {
        string x = Folder.Notebook("x.ipynb", "1"), a = Folder.Notebook("a.ipynb", "1");
        Folder.Notebook("sub/deeper.ipynb", "1");
        Folder.File("notes.txt", "");
        Folder.File(".hidden.ipynb", "");
        string empty = Directory.CreateDirectory(Folder.At("empty")).FullName;
        string missing = Folder.At("missing.ipynb");

        var selection = NotebookSelection.Of([x, Folder.Path, Folder.At("sub/../x.ipynb"), empty, missing]);

        Assert.Equal([x, a, missing], selection.Notebooks);
        Assert.Equal([empty], selection.EmptyFolders);
    }

    private static NotebookRun Run(string path, RunStatus status) =>
        new(path, status, TimeSpan.Zero, [], null, Notebook.Read(path), 0);
}
