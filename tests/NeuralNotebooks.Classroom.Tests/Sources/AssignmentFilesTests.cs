namespace NeuralNotebooks.Classroom.Tests;

public sealed class AssignmentFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Files_beside_the_source_belong_to_the_assignment_but_not_notebooks_the_kits_script_and_hidden_files()
    {
        Write("a.csv", "data/b.csv", "A1.ipynb", "kit.csx", ".notes", ".git/config", "data/.hidden");

        Assert.Equal(["a.csv", "data/b.csv"], AssignmentFiles.In(_folder.Path));
    }

    [Fact]
    public void Folders_of_submissions_releases_and_results_do_not()
    {
        Write(
            "data/b.csv",
            "submitted/ada/A1/A1.ipynb",
            "submitted/ada/A1/timestamp.txt",
            "graded/grades.csv",
            "graded/ada/A1/answers.json",
            "release/A1/A1.ipynb",
            "release/A1/a.csv"
        );

        Assert.Equal(["data/b.csv"], AssignmentFiles.In(_folder.Path));
    }

    private void Write(params string[] files)
    {
        foreach (string file in files)
        {
            string path = Path.Combine(_folder.Path, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, "");
        }
    }
}
