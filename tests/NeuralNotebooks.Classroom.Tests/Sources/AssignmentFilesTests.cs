namespace NeuralNotebooks.Classroom.Tests;

public sealed class AssignmentFilesTests : FolderedTests
{
    [Fact]
    public void Files_in_the_folder_of_a_source_that_it_names_belong_to_the_assignment()
    {
        Write("a.csv", "c.csv", "data/b.csv", "kit.csx", ".notes", ".git/config", "data/.hidden", "solutions.txt");
        Write("students.csv", "solutions/A1.txt", "images/1 (a).png", "2.png", "csv", "last-a.csv", "a (1).csv");
        Assert.Equal(
            ["2.png", "a (1).csv", "a.csv", "c.csv", "data/b.csv", "images/1 (a).png"],
            Beside(
                "Read(\"./a.csv\", $\"data/{i}.csv\", \"kit.csx\", \".notes\", \".git/config\", \"A1.ipynb\", "
                    + "\"a (1).csv\"); // solutions.txt and \"students.csv\" follow on Friday",
                "![](images/1%20(a).png) <img src=\"./2.png\" /> students.csv\n\n```\nRead(\"c.csv\")\n```"));
    }

    [Fact]
    public void Files_in_folders_of_submissions_releases_and_results_do_not_belong_to_the_assignment()
    {
        Write("data/b.csv", "submitted/ada/A1/A1.ipynb", "submitted/ada/A1/timestamp.txt", "graded/grades.csv");
        Write("graded/ada/A1/answers.json", "release/A1/A1.ipynb", "release/A1/a.csv");

        Assert.Equal(
            ["data/b.csv"], Beside("\"data\" \"timestamp.txt\" \"a.csv\" \"submitted\" \"graded\" \"release\""));
    }

    private IReadOnlyList<string> Beside(string code, string text = "")
    {
        var cell = new CodeCell("1", code);  // what an output names does not count
        cell.Outputs.Add(new StreamOutput(StreamName.Stdout, "students.csv"));
        return AssignmentFiles.Beside(Folder.File("A1.ipynb", ""), [cell, new MarkdownCell("2", text)]);
    }

    private void Write(params string[] files) => Array.ForEach(files, file => Folder.File(file, ""));

    [Fact]
    public void Folders_with_the_same_files_are_equal_so_that_their_sources_share_a_compiler()
    {
        AssignmentSource one = Source("A1", ""), two = Source("A2", "\"data.csv\"");
        var before = JudgeFolder.Of(two, [], null);
        Folder.File("A2/data.csv", "1,2");

        Assert.Equal(JudgeFolder.Of(one, [], null), before);
        Assert.NotEqual(JudgeFolder.Of(two, [], null), before);

        AssignmentSource Source(string name, string text) => new(
            Folder.File($"{name}/{name}.ipynb", ""), name, new Notebook(),
            [new SourceCell(new CodeCell("1", text), CellRole.Given, null, null)], []);
    }
}
