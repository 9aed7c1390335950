using System.IO.Compression;

namespace NeuralNotebooks.Classroom.Tests.Submissions;

public sealed class SubmissionTests : FolderedTests
{
    private const string Facts = "Submissions/Submissions";

    /// <summary>Lines with @ name the assignments, those with &gt; are rows of the list of students, those with $ the
    /// files of a zip, and those with * the files, folders and links of a folder.</summary>
    [Theory]
    [FactsOf(Facts)]
    public void What_is_submitted(string fact)
    {
        string[] assignments = ["A1"];
        ApprovedTexts.Answer(Facts, fact, saying =>
        {
            if (saying.Kind == '@')
                assignments = saying.Text.Split(' ');
            else if (saying.Kind == '>')
                Folder.File(StudentList.FileName, $"id,folder,group\n{saying.Text}\n");
            else
            {
                string[] files = saying.Text.Split(" & ");
                string path = saying.Kind == '*' ? Unpacked(files) : Zip(files);
                return string.Concat(Found(path, assignments).Select(line => line + "\n"));
            }
            return null;
        });
    }

    private IEnumerable<string> Found(string zip, string[] assignments)
    {
        List<string> said = [];
        try
        {
            foreach (
                Submission found in SubmissionSearch.Find(zip, assignments, StudentList.Read(Folder.Path), said.Add)
            )
            {
                Exception? refusal = Record.Exception(() => Text(found));
                string id = found.Submitter.Text == found.Folder ? "" : $" with the numbers of {found.Submitter}",
                    whose = $"{$"{found.Folder}, {found.Assignment} {found.Timestamp}".TrimEnd()}{id}";
                said.AddRange([
                    $"{whose}: {refusal?.Message ?? Text(found)}",
                    .. found.Notes.Select(note => $"  {note.Text}"),
                ]);
            }
        }
        catch (TableException e)
        {
            said.Add(e.Message.Replace(Folder.Path, "FOLDER"));
        }
        return said;
    }

    [Fact]
    public void The_same_name_in_another_normal_form_is_the_same_student()
    {
        Assert.SkipWhen("e\u0301".Normalize().Length == 2, "Without ICU nothing is normalized.");

        Folder.File(StudentList.FileName, "id\nRen\u00E9\n");

        Assert.Equal("Ren\u00E9, A1: 1", Assert.Single(Found(Zip("Rene\u0301/A1/A1.ipynb"), ["A1"])));
    }

    [Fact]
    public void A_name_with_an_unpaired_surrogate_is_read() =>
        Assert.Equal("\uFFFEve", One(Zip("\uFFFEve/A1/A1.ipynb")).Folder);

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")] // As Windows PowerShell writes it.
    public void A_time_of_submission_may_begin_with_a_byte_order_mark(string encoding)
    {
        Folder.File("ada/A1/A1.ipynb", "");
        File.WriteAllText(Folder.At("ada/A1/timestamp.txt"), "2026-11-29\r\n", Encoding.GetEncoding(encoding));

        Assert.Equal("2026-11-29", One(Folder.Path).Timestamp);
    }

    [Fact]
    public void The_platforms_number_and_name_are_kept_for_its_import()
    {
        Assert.Equal(
            new PlatformUser("1234", "Ada Lovelace"),
            One(Zip("Ada Lovelace_1234_assignsubmission_file_/A1.ipynb")).User);
    }

    [Fact]
    public void A_zip_bomb_is_not_read_to_its_end()
    {
        string zip = Folder.At("submitted.zip");
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

    [Fact]
    public void An_entry_without_a_name_is_not_a_file()
    {
        string zip = Zip("?", "A1.ipynb");
        byte[] bytes = File.ReadAllBytes(zip);
        int entry = bytes.AsSpan().IndexOf("PK\u0001\u0002"u8), nameLength = entry + 28, extraLength = entry + 30;
        (bytes[nameLength], bytes[extraLength]) = (0, 1); // The name's only character is now an extra field.
        File.WriteAllBytes(zip, bytes);

        Assert.Equal("A1.ipynb", Assert.Single(SubmittedFile.Of(zip), file => !file.IsFolder).Path);
    }

    [Fact]
    public void A_folder_whose_name_is_not_UTF8_is_a_submission_of_each_assignment()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Names are any bytes on Linux only.");
        Shell("mkdir");
        IReadOnlyList<Submission> found = Find(Folder.Path, "A1", "A2");
        Shell("rmdir");

        Assert.Equal(
            [("J\uFFFDrg", "A1"), ("J\uFFFDrg", "A2")],
            found.Select(submission => (submission.Folder, submission.Assignment)));
        Assert.All(
            found,
            submission =>
                Assert.Equal("The name of the student's folder is not UTF-8. Rename it.", Refusal(submission)));

        void Shell(string command)
        {
            string[] arguments = ["-c", $"{command} \"$0/$(printf 'J\\366rg')\"", Folder.Path];
            using Process? shell = Process.Start("sh", arguments);
            shell!.WaitForExit();
        }
    }

    [Fact]
    public void Ten_thousand_files_are_a_problem_of_their_submission_alone()
    {
        IEnumerable<string> many = Enumerable.Range(0, 10_001).Select(i => $"ada/A1/{i}=");

        IReadOnlyList<Submission> found = Find(Zip([.. many, "bob/A1/A1.ipynb=1"]), "A1");

        Assert.Equal("There are more than 10000 files.", Refusal(found[0]));
        Assert.Equal("1", Text(found[1]));
    }

    [Fact]
    public void Ten_thousand_files_in_a_submitted_zip_are_a_problem_of_that_zip()
    {
        string many = string.Join(", ", Enumerable.Range(0, 10_001));

        Assert.Equal("There are more than 10000 files in A1.zip.", Refusal(One(Zip($"ada/A1/A1.zip{{{many}}}"))));
    }

    [Fact]
    public void An_id_that_is_no_name_of_a_folder_is_kept_for_the_variant_and_the_grades()
    {
        Submission con = One(Zip("con/A1/A1.ipynb"));

        Assert.Equal((new("con"), new("con")), (con.Id, con.Submitter));
        Assert.StartsWith("con-", con.Folder);
    }

    [Fact]
    public void An_id_is_anothers_if_a_student_of_the_list_or_of_another_submission_has_it()
    {
        Folder.File(StudentList.FileName, "id,group\nada,1\nbob,1\ncyd,\n");
        string zip = Zip("ada/A1/A1.ipynb", "eve/A1/A1.ipynb");

        Submission ada = SubmissionSearch.Find(zip, ["A1"], StudentList.Read(Folder.Path), _ => { })[0];

        Assert.Equal(
            [false, false, true, true, true, false],
            ((string[])["ada", "bob", "cyd", " CYD ", "eve", "dan"]).Select(ada.IsIdOfOther));
    }

    private static IReadOnlyList<Submission> Find(string path, params string[] assignments) =>
        SubmissionSearch.Find(path, assignments, GradedClass.NoStudents, _ => { });

    private static Submission One(string path) => Assert.Single(Find(path, "A1"));

    private static string Refusal(Submission submission) =>
        Assert.Throws<SubmissionException>(() => Text(submission)).Message;

    private static string Text(Submission submission) => Encoding.UTF8.GetString(submission.Notebooks()[0].Read());

    /// <summary>A zip of files: a name, or <c>name=content</c>, or <c>name{file, file}</c>; else a file contains its
    /// number.</summary>
    private string Zip(params string[] files)
    {
        string path = Folder.At($"{Guid.NewGuid()}.zip");
        using FileStream stream = File.Create(path);
        Write(stream, files);
        return path;
    }

    /// <summary>A folder of files, which contain their number, or <c>name=content</c>; of folders, which end in a
    /// slash; and of links, <c>name -> target</c>.</summary>
    private string Unpacked(string[] entries)
    {
        string folder = Folder.At($"{Guid.NewGuid()}");
        foreach ((int i, string entry) in entries.Index())
        {
            string[] parts = entry.Split(" -> "), file = entry.Split('=');
            string path = Path.Combine(folder, parts[0]);
            if (entry.EndsWith('/'))
                Directory.CreateDirectory(path);
            else if (parts is [_, var target])
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                SymbolicLink.Create(path, target);
            }
            else
                Folder.File(Path.Combine(folder, file[0]), file.ElementAtOrDefault(1) ?? $"{i + 1}");
        }
        return folder;
    }

    private static void Write(Stream stream, string[] files)
    {
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create);
        foreach ((int i, string file) in files.Index())
        {
            string[] parts = file.Split('=', '{');
            using Stream entry = archive.CreateEntry(parts[0]).Open();
            if (file.EndsWith('}'))
                Write(entry, parts[1][..^1].Split(", "));
            else
                entry.Write(Encoding.UTF8.GetBytes(parts.ElementAtOrDefault(1) ?? $"{i + 1}"));
        }
    }
}
