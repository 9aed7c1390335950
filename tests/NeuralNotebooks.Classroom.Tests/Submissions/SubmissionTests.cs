using System.IO.Compression;
using System.Text;

namespace NeuralNotebooks.Classroom.Tests.Submissions;

public sealed class SubmissionTests : IDisposable
{
    private const string Moodle = "Ada Lovelace_1234_assignsubmission_file_";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void In_nbgraders_layout_the_folders_are_student_and_assignment()
    {
        _folder.File("bob/A1/A1.ipynb", "1");
        _folder.File("ada/A1/A1.ipynb", "2");
        _folder.File("ada/A1/timestamp.txt", "2026-03-01 12:00:00 UTC\n");
        _folder.File("ada/A1/.ipynb_checkpoints/A1-checkpoint.ipynb", "3");
        _folder.File("ada/A2/A2.ipynb", "4");
        Directory.CreateDirectory(Path.Combine(_folder.Path, "cy", "A1"));

        IReadOnlyList<Submission> found = Find(_folder.Path, ["A1"], out IReadOnlyList<string> reports);

        Assert.Equal(
            [("ada", "A1", "2026-03-01 12:00:00 UTC"), ("bob", "A1", ""), ("cy", "A1", "")],
            found.Select(submission => (submission.Student, submission.Assignment, submission.Timestamp))
        );
        Assert.Equal("2", Text(found[0]));
        Assert.Equal(
            "There is no notebook (.ipynb).",
            Refusal(found[2])
        );
        Assert.Equal(["ada/A2/A2.ipynb: it is not in a student's folder of an assignment that is graded."], reports);
    }

    [Theory]
    [InlineData("ada/A1/A1.ipynb", "ada")]
    [InlineData("submitted/ada/A1/A1.ipynb", "ada")]
    [InlineData(Moodle + "/A1.ipynb", "Ada Lovelace_1234")]
    [InlineData(Moodle + "/my answers (2).ipynb", "Ada Lovelace_1234")]
    [InlineData(Moodle + "A1.ipynb", "Ada Lovelace_1234")]
    [InlineData("Group A-" + Moodle + "/A1.ipynb", "Group A-Ada Lovelace_1234")]
    [InlineData("lovelaceada_77_4567_A1.ipynb", "lovelaceada_77")]
    [InlineData("lovelaceada_LATE_77_4567_A1-2.ipynb", "lovelaceada_77")]
    public void A_zip_is_read_in_the_layouts_of_nbgrader_Moodle_and_Canvas(string entry, string student)
    {
        Submission found = One((entry, "1"));

        Assert.Equal((student, "A1", "1"), (found.Student, found.Assignment, Text(found)));
    }

    [Theory]
    [InlineData(Moodle + "/A2-1.ipynb", "A2")]
    [InlineData("lovelaceada_77_4567_a1 (3).ipynb", "A1")]
    public void With_several_assignments_the_files_name_says_which(string entry, string assignment)
    {
        Assert.Equal(assignment, Assert.Single(Find(Zip((entry, "1")), ["A1", "A2"], out _)).Assignment);
    }

    [Theory]
    [InlineData("ada,Ada Lovelace")]
    [InlineData("ada,1234")]
    [InlineData("ada," + Moodle)]
    public void The_list_of_students_tells_whose_folder_it_is(string row)
    {
        _folder.File(StudentList.FileName, $"id,folder\n{row}\n");

        Assert.Equal(
            "ada",
            Assert
                .Single(
                    Submission.FindAll(
                        Zip((Moodle + "/A1.ipynb", "1")),
                        ["A1"],
                        StudentList.Read(_folder.Path),
                        _ => { }
                    )
                )
                .Student
        );
    }

    [Fact]
    public void The_platforms_number_and_name_are_kept_for_its_import()
    {
        Assert.Equal(
            new PlatformUser("1234", "Ada Lovelace"),
            One((Moodle + "/A1.ipynb", "1")).User
        );
    }

    [Fact]
    public void Of_several_notebooks_the_one_with_the_assignments_name_counts_else_the_last_copy()
    {
        string zip = Zip(
            ("ada/A1/A1.ipynb", "1"),
            ("ada/A1/A1-2.ipynb", "2"),
            ("bob/A1/A1-1.ipynb", "3"),
            ("bob/A1/A1-2.ipynb", "4"),
            ("bob/A1/scratch.ipynb", "5")
        );

        IReadOnlyList<Submission> found = Find(zip, ["A1"], out _);

        Assert.Equal(["1", "4"], found.Select(Text));
        Assert.Equal("There are 3 notebooks: A1-2.ipynb counts.", Assert.Single(found[1].Notes).Text);
    }

    [Theory]
    [InlineData("ada/A1/work.zip")]
    [InlineData(Moodle + "/A1.zip")]
    [InlineData(Moodle + "A1.zip")]
    [InlineData("lovelaceada_77_4567_A1-1.zip")]
    public void A_notebook_in_a_zip_inside_the_zip_is_found(string entry)
    {
        Submission found = One(ZipOfZip(
                    entry,
                    ("A1/kit/verso.ipynb", "the kit's"),
                    ("A1/A1.ipynb", "1"),
                    ("A1/scratch.ipynb", "2")
                ));

        Assert.Equal("1", Text(found));
        Assert.EndsWith(".zip.", Assert.Single(found.Notes).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_notebook_beside_a_zip_counts()
    {
        Assert.Equal(
            "1",
            Text(One(("ada/A1/A1.ipynb", "1"), ("ada/A1/A1.zip", "PK?")))
        );
    }

    [Theory]
    [InlineData("A1.zip", "PK?", "A1.zip is not a readable zip file.")]
    [InlineData("A1.7z", "7z", "There is no notebook (.ipynb), only A1.7z.")]
    public void What_was_submitted_instead_of_a_notebook_is_named(string file, string content, string problem)
    {
        Submission found = One(($"ada/A1/{file}", content));

        Assert.Equal(problem, Refusal(found));
    }

    [Fact]
    public void A_zip_without_a_notebook_and_one_that_belongs_to_no_assignment_are_named()
    {
        Submission found = One(ZipOfZip("ada/A1/A1.zip", ("A1.pdf", "")));
        Find(
            ZipOfZip(Moodle + "/work.zip", ("A1.ipynb", "1")),
            ["A1", "A2"],
            out IReadOnlyList<string> reports
        );

        Assert.Equal(
            "There is no notebook (.ipynb) in A1.zip.",
            Refusal(found)
        );
        Assert.Equal([Moodle + "/work.zip: it is not in a student's folder of an assignment that is graded."], reports);
    }

    [Fact]
    public void A_submitted_kit_is_named()
    {
        _folder.File("ada/A1/A1.ipynb", "1");
        _folder.File("ada/A1/kit.csx", "#r \"evil.dll\"");

        Assert.Equal(
            "The submitted kit.csx is ignored: the course's own kit is used.",
            Assert.Single(One(_folder.Path).Notes).Text
        );
    }

    [Theory]
    [InlineData("../ada/A1/A1.ipynb", "ada")]
    [InlineData("/ada/A1/A1.ipynb", "ada")]
    [InlineData("../A1/A1.ipynb", "-..")]
    [InlineData("..\\..\\A1\\A1.ipynb", "-..")]
    public void A_path_out_of_the_zip_is_not_followed_but_named(string entry, string student)
    {
        Submission found = One((entry, "1"));

        Assert.Equal(student, found.Student);
        Assert.Equal(
            "The file's path points outside the zip.",
            Refusal(found)
        );
    }

    [Fact]
    public void A_zip_bomb_is_not_read_to_its_end()
    {
        string zip = Path.Combine(_folder.Path, "submitted.zip");
        using (ZipArchive archive = ZipFile.Open(zip, ZipArchiveMode.Create))
        {
            using Stream entry = archive.CreateEntry("ada/A1/A1.ipynb").Open();
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 200; i++)
                entry.Write(zeros);
        }
        Submission found = One(zip);
        long before = GC.GetTotalAllocatedBytes(precise: true);

        Assert.Equal("The file is larger than 50 MB.", Refusal(found));
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 300_000_000);
    }

    [Fact]
    public void A_link_out_of_the_folder_is_not_followed()
    {
        using TemporaryFolder elsewhere = new();
        Directory.CreateDirectory(Path.Combine(_folder.Path, "ada", "A1"));
        SymbolicLink.Create(
            Path.Combine(_folder.Path, "ada", "A1", "A1.ipynb"),
            elsewhere.File("A1.ipynb", "the reference")
        );

        Submission found = One(_folder.Path);

        Assert.Equal(
            "The file is a link that points outside the folder.",
            Refusal(found)
        );
    }

    [Fact]
    public void A_file_that_is_not_a_zip_is_an_error()
    {
        Assert.Throws<InvalidDataException>(() => Find(_folder.File("submitted.zip", "PK?"), ["A1"], out _));
    }

    private static IReadOnlyList<Submission> Find(string path, string[] assignments, out IReadOnlyList<string> reports)
    {
        var told = new List<string>();
        reports = told;
        return Submission.FindAll(path, assignments, StudentList.Empty, told.Add);
    }

    private static Submission One(string path) => Assert.Single(Find(path, ["A1"], out _));

    private Submission One(params (string Name, string Text)[] entries) => One(Zip(entries));

    private static string Refusal(Submission submission) =>
        Assert.Throws<SubmissionException>(submission.Read).Message;

    private static string Text(Submission submission) => Encoding.UTF8.GetString(submission.Read());

    private string ZipOfZip(string entry, params (string Name, string Text)[] entries)
    {
        byte[] inner = File.ReadAllBytes(Zip(entries));
        File.Delete(Path.Combine(_folder.Path, "submitted.zip"));
        string path = Path.Combine(_folder.Path, $"{Guid.NewGuid()}.zip");
        using ZipArchive archive = ZipFile.Open(path, ZipArchiveMode.Create);
        using Stream stream = archive.CreateEntry(entry).Open();
        stream.Write(inner);
        return path;
    }

    private string Zip(params (string Name, string Text)[] entries)
    {
        string path = Path.Combine(_folder.Path, "submitted.zip");
        using ZipArchive archive = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach ((string name, string text) in entries)
        {
            using var writer = new StreamWriter(archive.CreateEntry(name).Open());
            writer.Write(text);
        }
        return path;
    }
}
