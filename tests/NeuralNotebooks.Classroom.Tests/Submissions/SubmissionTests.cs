using System.IO.Compression;
using System.Text;

namespace NeuralNotebooks.Classroom.Tests.Submissions;

public class SubmissionTests
{
    private const string Moodle = "Ada Lovelace_1234_assignsubmission_file_";

    [Fact]
    public void In_nbgraders_layout_the_folders_are_student_and_assignment()
    {
        using var folder = new TemporaryFolder();
        folder.File("bob/A1/A1.ipynb", "1");
        folder.File("ada/A1/A1.ipynb", "2");
        folder.File("ada/A1/timestamp.txt", "2026-03-01 12:00:00 UTC\n");
        folder.File("ada/A1/.ipynb_checkpoints/A1-checkpoint.ipynb", "3");
        folder.File("ada/A2/A2.ipynb", "4");
        Directory.CreateDirectory(Path.Combine(folder.Path, "cy", "A1"));

        IReadOnlyList<Submission> found = Find(folder.Path, ["A1"], out IReadOnlyList<string> reports);

        Assert.Equal(
            [("ada", "A1", "2026-03-01 12:00:00 UTC"), ("bob", "A1", ""), ("cy", "A1", "")],
            found.Select(submission => (submission.Student, submission.Assignment, submission.Timestamp))
        );
        Assert.Equal("2", Text(found[0]));
        Assert.Equal(
            "There is no notebook (.ipynb).",
            Assert.Throws<SubmissionException>(() => found[2].Read()).Message
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
        using var folder = new TemporaryFolder();

        Submission found = Assert.Single(Find(Zip(folder, (entry, "1")), ["A1"], out _));

        Assert.Equal((student, "A1", "1"), (found.Student, found.Assignment, Text(found)));
    }

    [Theory]
    [InlineData(Moodle + "/A2-1.ipynb", "A2")]
    [InlineData("lovelaceada_77_4567_a1 (3).ipynb", "A1")]
    public void With_several_assignments_the_files_name_says_which(string entry, string assignment)
    {
        using var folder = new TemporaryFolder();

        Assert.Equal(assignment, Assert.Single(Find(Zip(folder, (entry, "1")), ["A1", "A2"], out _)).Assignment);
    }

    [Theory]
    [InlineData("ada,Ada Lovelace")]
    [InlineData("ada,1234")]
    [InlineData("ada," + Moodle)]
    public void The_list_of_students_tells_whose_folder_it_is(string row)
    {
        using var folder = new TemporaryFolder();
        folder.File(StudentList.FileName, $"id,folder\n{row}\n");

        Assert.Equal(
            "ada",
            Assert
                .Single(
                    Submission.FindAll(
                        Zip(folder, (Moodle + "/A1.ipynb", "1")),
                        ["A1"],
                        StudentList.Read(folder.Path),
                        _ => { }
                    )
                )
                .Student
        );
    }

    [Fact]
    public void The_platforms_number_and_name_are_kept_for_its_import()
    {
        using var folder = new TemporaryFolder();

        Assert.Equal(
            new PlatformUser("1234", "Ada Lovelace"),
            Assert.Single(Find(Zip(folder, (Moodle + "/A1.ipynb", "1")), ["A1"], out _)).User
        );
    }

    [Fact]
    public void Of_several_notebooks_the_one_with_the_assignments_name_counts_else_the_last_copy()
    {
        using var folder = new TemporaryFolder();
        string zip = Zip(
            folder,
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
        using var folder = new TemporaryFolder();

        Submission found = Assert.Single(
            Find(
                ZipOfZip(
                    folder,
                    entry,
                    ("A1/kit/verso.ipynb", "the kit's"),
                    ("A1/A1.ipynb", "1"),
                    ("A1/scratch.ipynb", "2")
                ),
                ["A1"],
                out _
            )
        );

        Assert.Equal("1", Text(found));
        Assert.EndsWith(".zip.", Assert.Single(found.Notes).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_notebook_beside_a_zip_counts()
    {
        using var folder = new TemporaryFolder();

        Assert.Equal(
            "1",
            Text(Assert.Single(Find(Zip(folder, ("ada/A1/A1.ipynb", "1"), ("ada/A1/A1.zip", "PK?")), ["A1"], out _)))
        );
    }

    [Theory]
    [InlineData("A1.zip", "PK?", "A1.zip is not a readable zip file.")]
    [InlineData("A1.7z", "7z", "There is no notebook (.ipynb), only A1.7z.")]
    public void What_was_submitted_instead_of_a_notebook_is_named(string file, string content, string problem)
    {
        using var folder = new TemporaryFolder();

        Submission found = Assert.Single(Find(Zip(folder, ($"ada/A1/{file}", content)), ["A1"], out _));

        Assert.Equal(problem, Assert.Throws<SubmissionException>(() => found.Read()).Message);
    }

    [Fact]
    public void A_zip_without_a_notebook_and_one_that_belongs_to_no_assignment_are_named()
    {
        using var folder = new TemporaryFolder();

        Submission found = Assert.Single(Find(ZipOfZip(folder, "ada/A1/A1.zip", ("A1.pdf", "")), ["A1"], out _));
        Find(
            ZipOfZip(folder, Moodle + "/work.zip", ("A1.ipynb", "1")),
            ["A1", "A2"],
            out IReadOnlyList<string> reports
        );

        Assert.Equal(
            "There is no notebook (.ipynb) in A1.zip.",
            Assert.Throws<SubmissionException>(() => found.Read()).Message
        );
        Assert.Equal([Moodle + "/work.zip: it is not in a student's folder of an assignment that is graded."], reports);
    }

    [Fact]
    public void A_submitted_kit_is_named()
    {
        using var folder = new TemporaryFolder();
        folder.File("ada/A1/A1.ipynb", "1");
        folder.File("ada/A1/kit.csx", "#r \"evil.dll\"");

        Assert.Equal(
            "The submitted kit.csx is ignored: the course's own kit is used.",
            Assert.Single(Assert.Single(Find(folder.Path, ["A1"], out _)).Notes).Text
        );
    }

    [Theory]
    [InlineData("../ada/A1/A1.ipynb", "ada")]
    [InlineData("/ada/A1/A1.ipynb", "ada")]
    [InlineData("../A1/A1.ipynb", "-..")]
    [InlineData("..\\..\\A1\\A1.ipynb", "-..")]
    public void A_path_out_of_the_zip_is_not_followed_but_named(string entry, string student)
    {
        using var folder = new TemporaryFolder();

        Submission found = Assert.Single(Find(Zip(folder, (entry, "1")), ["A1"], out _));

        Assert.Equal(student, found.Student);
        Assert.Equal(
            "The file's path points outside the zip.",
            Assert.Throws<SubmissionException>(() => found.Read()).Message
        );
    }

    [Fact]
    public void A_zip_bomb_is_not_read_to_its_end()
    {
        using var folder = new TemporaryFolder();
        string zip = Path.Combine(folder.Path, "submitted.zip");
        using (ZipArchive archive = ZipFile.Open(zip, ZipArchiveMode.Create))
        {
            using Stream entry = archive.CreateEntry("ada/A1/A1.ipynb").Open();
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 200; i++)
                entry.Write(zeros);
        }
        Submission found = Assert.Single(Find(zip, ["A1"], out _));
        long before = GC.GetTotalAllocatedBytes(precise: true);

        Assert.Equal("The file is larger than 50 MB.", Assert.Throws<SubmissionException>(() => found.Read()).Message);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 300_000_000);
    }

    [Fact]
    public void A_link_out_of_the_folder_is_not_followed()
    {
        using TemporaryFolder folder = new(), elsewhere = new();
        Directory.CreateDirectory(Path.Combine(folder.Path, "ada", "A1"));
        SymbolicLink.Create(
            Path.Combine(folder.Path, "ada", "A1", "A1.ipynb"),
            elsewhere.File("A1.ipynb", "the reference")
        );

        Submission found = Assert.Single(Find(folder.Path, ["A1"], out _));

        Assert.Equal(
            "The file is a link that points outside the folder.",
            Assert.Throws<SubmissionException>(() => found.Read()).Message
        );
    }

    [Fact]
    public void A_file_that_is_not_a_zip_is_an_error()
    {
        using var folder = new TemporaryFolder();

        Assert.Throws<InvalidDataException>(() => Find(folder.File("submitted.zip", "PK?"), ["A1"], out _));
    }

    private static IReadOnlyList<Submission> Find(string path, string[] assignments, out IReadOnlyList<string> reports)
    {
        var told = new List<string>();
        reports = told;
        return Submission.FindAll(path, assignments, StudentList.Empty, told.Add);
    }

    private static string Text(Submission submission) => Encoding.UTF8.GetString(submission.Read());

    private static string ZipOfZip(TemporaryFolder folder, string entry, params (string Name, string Text)[] entries)
    {
        byte[] inner = File.ReadAllBytes(Zip(folder, entries));
        File.Delete(Path.Combine(folder.Path, "submitted.zip"));
        string path = Path.Combine(folder.Path, $"{Guid.NewGuid()}.zip");
        using ZipArchive archive = ZipFile.Open(path, ZipArchiveMode.Create);
        using Stream stream = archive.CreateEntry(entry).Open();
        stream.Write(inner);
        return path;
    }

    private static string Zip(TemporaryFolder folder, params (string Name, string Text)[] entries)
    {
        string path = Path.Combine(folder.Path, "submitted.zip");
        using ZipArchive archive = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach ((string name, string text) in entries)
        {
            using var writer = new StreamWriter(archive.CreateEntry(name).Open());
            writer.Write(text);
        }
        return path;
    }
}
