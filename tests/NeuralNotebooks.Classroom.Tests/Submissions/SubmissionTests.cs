using System.Diagnostics;
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
    [InlineData("ada/A1/A1.ipynb.txt", "ada")]
    [InlineData("ada/A1/week 1/mine/A1-Copy1.IPYNB", "ada")]
    public void A_zip_is_read_in_the_layouts_of_nbgrader_Moodle_and_Canvas(string entry, string student)
    {
        Submission found = One((entry, "1"));

        Assert.Equal((student, "A1", "1"), (found.Student, found.Assignment, Text(found)));
    }

    [Theory]
    [InlineData(Moodle + "/A2-1.ipynb", "A2")]
    [InlineData("lovelaceada_77_4567_a1 (3).ipynb", "A1")]
    [InlineData(Moodle + "/A2/answers.ipynb", "A2")]
    public void With_several_assignments_the_files_name_says_which(string entry, string assignment)
    {
        Assert.Equal(assignment, Assert.Single(Find(Zip((entry, "1")), ["A1", "A2"], out _)).Assignment);
    }

    [Theory]
    [InlineData("ada,Ada Lovelace", "ada")]
    [InlineData("ada,1234", "ada")]
    [InlineData("ada,Ada Lovelace_1234", "ada")]
    [InlineData("ada," + Moodle, "ada")]
    [InlineData("Ada Lovelace,", "Ada Lovelace_1234")] // A name or a number is not an id.
    [InlineData("1234,", "Ada Lovelace_1234")]
    public void The_column_folder_of_the_list_tells_whose_folder_it_is(string row, string student)
    {
        Assert.Equal(student, Assert.Single(FindIn([row], out _, Moodle + "/A1.ipynb")).Student);
    }

    [Fact]
    public void Two_accounts_of_one_name_are_two_students()
    {
        IReadOnlyList<Submission> found = FindIn(
            ["ada,Ada Lovelace"],
            out IReadOnlyList<string> reports,
            Moodle + "/A1.ipynb",
            Moodle.Replace("1234", "5678") + "/A1.ipynb"
        );

        Assert.Equal(["Ada Lovelace_1234", "Ada Lovelace_5678"], found.Select(submission => submission.Student));
        Assert.Contains(
            "students.csv: the folder of ada fits several accounts, Ada Lovelace_1234, Ada Lovelace_5678: none of them "
                + "is taken for ada. Expected the name with the number.",
            reports
        );
    }

    [Theory]
    [InlineData("ada,x", "bob,x")]
    [InlineData("ada,bob", "bob,")]
    [InlineData("ada,x", "ada,y")]
    public void A_list_that_gives_two_students_one_folder_or_one_id_is_refused(params string[] rows) =>
        Assert.Throws<FormatException>(() => FindIn(rows, out _, "ada/A1/A1.ipynb"));

    [Fact]
    public void Submissions_of_nobody_in_the_list_are_named()
    {
        Assert.Equal(2, FindIn(["ada,"], out IReadOnlyList<string> reports, "ada/A1/a.ipynb", "eve/A1/a.ipynb").Count);
        Assert.Equal(["eve: students.csv has nobody with this id or folder."], reports);
    }

    [Fact]
    public void The_same_name_in_another_normal_form_is_the_same_student()
    {
        Assert.SkipWhen("e\u0301".Normalize().Length == 2, "Without ICU nothing is normalized.");

        Submission found = Assert.Single(FindIn(["Ren\u00E9,"], out _, "Rene\u0301/A1/A1.ipynb"));

        Assert.Equal("Ren\u00E9", found.Student);
    }

    [Fact]
    public void A_name_that_Unicode_excludes_ends_nothing()
    {
        Assert.Equal("\uFFFEve", Find(Zip(("\uFFFEve/A1/A1.ipynb", "1")), ["A1"], out _)[0].Student);
    }

    [Theory]
    [InlineData("bob/A1/ada/A1/A1.ipynb")]
    [InlineData("bob/A1/Ada Lovelace_77_assignsubmission_file_/A1.ipynb")]
    [InlineData("bob/A1/Ada Lovelace_77_assignsubmission_file_A1.ipynb")]
    [InlineData("bob/A1/A1/A1.ipynb")]
    [InlineData("all/bob/A1/A1/kit/A1/A1.ipynb")]
    public void Whatever_is_in_a_students_folder_is_that_students(string entry)
    {
        Submission found = One((entry, "1"));

        Assert.Equal(("bob", "1"), (found.Student, Text(found)));
    }

    [Theory]
    [InlineData("bob/ada/A1/A1.ipynb")]
    [InlineData("bob/Ada Lovelace_77_assignsubmission_file_/A1.ipynb")]
    [InlineData("bob/Ada Lovelace_77_assignsubmission_file_A1.ipynb")]
    [InlineData("bob/adalovelace_77_78_A1.ipynb")]
    public void A_folder_beside_a_students_submission_is_nobodys(string entry)
    {
        IReadOnlyList<Submission> found = Find(
            Zip(("bob/A1/A1.ipynb", "1"), (entry, "2")),
            ["A1"],
            out IReadOnlyList<string> reports
        );

        Assert.Equal("bob", Assert.Single(found).Student);
        Assert.Equal([$"{entry}: it is in another student's folder, and is ignored."], reports);
    }

    [Fact]
    public void Of_a_students_folders_the_highest_counts_whoever_has_made_the_other()
    {
        IReadOnlyList<Submission> found = Find(
            Zip(("ada/A1/A1.ipynb", "1"), ("eve/ada/A1/A1.ipynb", "2")),
            ["A1"],
            out _
        );

        Assert.Equal("1", Text(Assert.Single(found)));
        Assert.Equal("There are 2 folders of this student: ada/A1 counts.", Assert.Single(found[0].Notes).Text);
    }

    [Fact]
    public void A_files_name_cannot_name_another_account()
    {
        const string Entry = "Eve_66_assignsubmission_file_Ada Lovelace_1234_assignsubmission_file_.ipynb";

        Assert.Equal("Eve_66", Assert.Single(FindIn(["ada,1234"], out _, Entry)).Student);
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
            ("bob/A1/scratch.ipynb", "5"),
            ("cy/A1/A1.ipynb", "6"),
            ("cy/A1/old/A1.ipynb", "7")
        );

        IReadOnlyList<Submission> found = Find(zip, ["A1"], out _);

        Assert.Equal(["1", "4", "6"], found.Select(Text));
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
    [InlineData("../A1/A1.ipynb", "-.-5ec1f7e7")]
    [InlineData("..\\..\\A1\\A1.ipynb", "-.-5ec1f7e7")]
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
        long before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal("The file is larger than 50 MB.", Refusal(found));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 300_000_000);
    }

    [Theory]
    [InlineData("ada/A1/A1.ipynb", "../../bob/A1/A1.ipynb", "The file is a link, which is not followed.")]
    [InlineData("ada/A1/A1", "../../bob/A1", "The folder is a link, which is not followed.")]
    [InlineData("ada/A1", "../bob/A1", "The folder is a link, which is not followed.")]
    public void A_link_is_not_followed_but_named(string link, string target, string problem)
    {
        _folder.File("bob/A1/A1.ipynb", "bob's");
        string path = Path.Combine(_folder.Path, link);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        SymbolicLink.Create(path, target);

        Submission found = Find(_folder.Path, ["A1"], out _)[0];

        Assert.Equal("ada", found.Student);
        Assert.Equal(problem, Refusal(found));
        Assert.Contains(found.Notes, note => note.Text.EndsWith(problem, StringComparison.Ordinal));
    }

    [Fact]
    public void A_students_folder_that_is_a_link_is_reported()
    {
        _folder.File("bob/A1/A1.ipynb", "1");
        SymbolicLink.Create(Path.Combine(_folder.Path, "ada"), "bob");

        Assert.Single(Find(_folder.Path, ["A1"], out IReadOnlyList<string> reports));
        Assert.Equal(["ada/: The folder is a link, which is not followed."], reports);
    }

    [Fact]
    public void A_notebook_beside_a_link_counts()
    {
        _folder.File("ada/A1/mine.ipynb", "1");
        SymbolicLink.Create(Path.Combine(_folder.Path, "ada", "A1", "A1.ipynb"), "/dev/zero");

        Assert.Equal("1", Text(One(_folder.Path)));
    }

    [Theory]
    [InlineData("J\uFFFDrg/A1/A1.ipynb")]
    public void A_name_that_is_not_UTF8_is_a_submission_that_cannot_be_graded(string entry) =>
        Assert.Equal(
            "The name of the student's folder is not UTF-8. Rename it.",
            Refusal(One((entry, "1")))
        );

    [Fact]
    public void A_folder_whose_name_is_not_UTF8_is_a_submission_of_each_assignment()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Names are any bytes on Linux only.");
        Shell("mkdir");
        IReadOnlyList<Submission> found = Find(_folder.Path, ["A1", "A2"], out _);
        Shell("rmdir");

        Assert.Equal(
            [("J\uFFFDrg", "A1"), ("J\uFFFDrg", "A2")],
            found.Select(submission => (submission.Student, submission.Assignment))
        );
        Assert.All(
            found,
            submission =>
                Assert.Equal("The name of the student's folder is not UTF-8. Rename it.", Refusal(submission))
        );

        void Shell(string command)
        {
            string[] arguments = ["-c", $"{command} \"$0/$(printf 'J\\366rg')\"", _folder.Path];
            using Process? shell = Process.Start("sh", arguments);
            shell!.WaitForExit();
        }
    }

    [Fact]
    public void Ten_thousand_files_are_a_problem_of_their_submission_alone()
    {
        (string, string)[] many = [.. Enumerable.Range(0, 10_001).Select(i => ($"ada/A1/{i}", ""))];

        IReadOnlyList<Submission> found = Find(Zip([.. many, ("bob/A1/A1.ipynb", "1")]), ["A1"], out _);

        Assert.Equal("There are more than 10000 files.", Refusal(found[0]));
        Assert.Equal("1", Text(found[1]));
    }

    [Fact]
    public void Ten_thousand_files_in_a_submitted_zip_are_a_problem_of_that_zip()
    {
        (string, string)[] many = [.. Enumerable.Range(0, 10_001).Select(i => ($"{i}", ""))];

        Assert.Equal("There are more than 10000 files in A1.zip.", Refusal(One(ZipOfZip("ada/A1/A1.zip", many))));
    }

    [Theory]
    [InlineData("grades.csv")]
    [InlineData("Index.html")]
    [InlineData("feedback")]
    [InlineData("a:b")]
    [InlineData("a*b")]
    public void An_id_that_cannot_be_a_folder_of_results_gets_one_of_its_own(string name)
    {
        string id = SubmissionPlace.SafeId(name);

        Assert.Matches(@"^[\w.-]+-[0-9a-f]{8}$", id);
        Assert.NotEqual(SubmissionPlace.SafeId("a?b"), id);
        Assert.Equal(id, SubmissionPlace.SafeId(id));
    }

    [Fact]
    public void A_long_id_is_shortened_and_still_differs_from_others()
    {
        string emoji = string.Concat(Enumerable.Repeat("🧠", 80));

        string one = SubmissionPlace.SafeId(emoji), other = SubmissionPlace.SafeId(emoji + "a");

        Assert.InRange(Encoding.UTF8.GetByteCount(one), 80, 120);
        Assert.NotEqual(one, other);
        Assert.Equal("Ada Lovelace_1234", SubmissionPlace.SafeId(" Ada Lovelace_1234"));
    }

    [Theory]
    [InlineData(Moodle + "/timestamp.txt")]
    [InlineData("lovelaceada_77_4567_timestamp.txt")]
    [InlineData("ada/A1/inner/timestamp.txt")]
    public void A_time_that_a_student_can_write_does_not_count(string entry) =>
        Assert.Equal("", One((entry.Replace("timestamp.txt", "A1.ipynb"), "1"), (entry, "2000-01-01")).Timestamp);

    [Fact]
    public void A_file_that_is_not_a_zip_is_an_error()
    {
        Assert.Throws<InvalidDataException>(() => Find(_folder.File("submitted.zip", "PK?"), ["A1"], out _));
    }

    [Fact]
    public void A_submission_counts_for_all_of_a_group_who_have_not_submitted_themselves()
    {
        _folder.File(StudentList.FileName, "id,group\nada,1\nbob,1\ncyd,1\ndan,2\neve,\nfay,\n");
        string zip = Zip(
            ("ada/A1/A1.ipynb", "ada's"),
            ("bob/A1/A1.ipynb", "bob's"),
            ("bob/A1/timestamp.txt", "2026-11-30 12:00:00 UTC"),
            ("eve/A1/A1.ipynb", "eve's")
        );

        IReadOnlyList<Submission> found = Submission.FindAll(zip, ["A1"], StudentList.Read(_folder.Path), _ => { });

        Assert.Equal(
            [("ada", "ada", "ada's"), ("bob", "bob", "bob's"), ("cyd", "bob", "bob's"), ("eve", "eve", "eve's")],
            found.Select(submission => (submission.Student, submission.Id, Text(submission)))
        );
        Assert.Contains(new SubmissionNote("It was submitted by bob for the group."), found[2].Notes);
    }

    private IReadOnlyList<Submission> FindIn(
        string[] rows,
        out IReadOnlyList<string> reports,
        params string[] entries
    )
    {
        _folder.File(StudentList.FileName, $"id,folder\n{string.Join('\n', rows)}\n");
        var told = new List<string>();
        reports = told;
        string zip = Zip([.. entries.Select(entry => (entry, "1"))]);
        return Submission.FindAll(zip, ["A1"], StudentList.Read(_folder.Path), told.Add);
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
        Assert.Throws<SubmissionException>(() => Text(submission)).Message;

    private static string Text(Submission submission) => Encoding.UTF8.GetString(submission.Notebooks()[0].Read());

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
