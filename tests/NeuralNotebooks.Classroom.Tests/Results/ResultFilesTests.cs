namespace NeuralNotebooks.Classroom.Tests.Results;

public class ResultFilesTests : FolderedTests
{
    private static readonly Probe[] _probes =
    [
        new("secret name", "Secret(41)", (Points)4 / 3),
        new("two", "f(2)", (Points)4 / 3),
        new("three", "f(3)", (Points)4 / 3),
    ];

    [Theory]
    [Cases(
        "=1", "'=1",
        "2020-01-01;=cmd|x", "2020-01-01;'=cmd|x",
        "a; \"+1", "a; \"'+1",
        "＝1", "'＝1",
        "a-b; c=d", "a-b; c=d")]
    public void No_spreadsheet_finds_a_formula_in_a_students_text(string text, string expected) =>
        Assert.Equal(expected, Csv.Text(text));

    [Fact]
    public void Each_student_has_a_row_and_a_page_whatever_the_id_contains()
    {
        using GradedClass graded = new();
        string emoji = string.Concat(Enumerable.Repeat("🧠", 80)), letters = new('x', 300);
        string[] names = ["grades.csv", "index.html", "report.xml", "feedback", "..", "a/b", emoji, letters];
        string[] ids = [.. names.Select(FolderNames.Of)];
        foreach (string id in ids)
            graded.Add(id, GradedClass.Task("f", [1], [1]));

        graded.WriteTables();
        ClassReport.Write(graded.Path);
        graded.WritePages();

        Assert.Equal(ids.Length + 1, graded.Read(ResultFiles.Grades).Count(c => c == '\n'));
        Assert.All(ids, id => graded.Page(id).ShouldContain(id));
    }

    [Fact]
    public void Students_without_a_submission_have_a_row_without_a_score()
    {
        Folder.File(StudentList.FileName, "id,last_name,first_name,email\nbob,B,Bob,b@x.org\nzoe,Z,Zoe,z@x.org\n");

        Write([Graded("bob", 1, 2, 3), Graded("cy", 1, 2, 3)], null);

        Assert.Equal(
            ["A1,,,bob,B,Bob,b@x.org,,0,,6", "A1,,,cy,,,,,0,,6", "A1,,,zoe,Z,Zoe,z@x.org,,,,6"],
            Folder.Read(ResultFiles.Grades).TrimEnd().Split('\n')[1..]);
    }

    [Theory]
    [InlineData(false, ",,0,,6", "are empty; --partial writes the points so far")]
    [InlineData(true, ",4,0,4,6", "have the points so far")]
    public void A_grade_is_empty_until_its_tasks_are_marked(bool isPartial, string bob, string state)
    {
        Folder.File(Adjustments.FileName, "student,task,points\nada,why,1\n");
        var store = new GradingStore(Folder.Path);
        foreach (string student in (string[])["ada", "bob"])
            store.Write(Graded(student, 1, 2, 3));

        WrittenResults written =
            new ResultFiles(store) { IsPartial = isPartial }.Write(store.List(), platforms: ["moodle"]);
        ClassReport.Write(store.Path);

        Folder.Read(ResultFiles.Grades).ShouldContain("A1,,,ada,,,,5,0,5,6\n", $"A1,,,bob,,,{bob}\n");
        Assert.EndsWith($",{bob.Split(',')[^2]},6\n", Folder.Read("moodle-A1.csv"));
        Assert.Equal(
            $"1 of 2 submissions with tasks for marking are not marked yet. Their grades {state}. To mark: nn assign "
                + $"mark {Folder.Path} --open",
            Assert.Single(written.Problems));
        Folder.Read("index.html").ShouldContain("median 5, mean 5 of 6", "not marked");
    }

    [Fact]
    public void The_results_of_a_class_say_only_what_a_student_may_see()
    {
        Folder.File(
            StudentList.FileName,
            "id,last_name,first_name,email,folder\nada,Lovelace,Ada,ada@example.org,\nbob,\"O, Neill\",=A1+1,@bob,\n");
        Folder.File(Adjustments.FileName, "student,task,points,comment\nada,A1,1,late\n");
        JudgedSubmission ada = Graded("ada", 1, 2, 9), eve = Graded("eve", 7, 2, 3);
        var forgotten = GradedClass.Mistake(
            "the gradient is forgotten", [.. eve.Tasks[0].Probes.Select(probe => probe.Actual)]);
        JudgedSubmission[] graded =
        [
            ada with { User = new("1234", "Ada Lovelace") },
            Graded("bob", 1, -2, 9) with
            {
                Timestamp = "2026-03-01 12:00:00",
                Notes = [new("given-1 is restored.", NoteReaders.Student), new("bob's id", NoteReaders.Teacher)],
            },
            eve with { MaxPoints = 4, Tasks = [eve.Tasks[0] with { Mistakes = [forgotten] }] },
            Graded("Zo\u0001e", 1, 2, 3) with { Problem = "It is empty.", Tasks = [] },
        ];

        Write(graded, null, "moodle", "canvas");

        string[] files =
        [
            ResultFiles.Grades,
            "moodle-A1.csv",
            "canvas.csv",
            ResultFiles.Report,
            .. graded.Select(submission => $"{submission.Folder}/A1/{ResultFolder.Result}"),
        ];
        string written = string.Concat(files.Select(file => $"@ {file.Replace('\u0001', '?')}\n{Folder.Read(file)}"));

        ApprovedTexts.Check("Results/Results", "The results of a class", written);
        Assert.DoesNotContain("secret", written, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("transcript", written, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Results_of_shards_are_merged_into_those_of_the_whole_class()
    {
        JudgedSubmission[] graded = Students(20);
        Write(graded);
        Dictionary<string, string> whole = Files(Folder.Path);
        string[] parts = [.. Enumerable.Range(1, 3).Select(number => Part(new Shard(number, 3), graded))];

        var merge = Merge(parts);

        Assert.Empty(merge.Problems);
        Assert.Equal(whole, Files(Folder.At("merged")));
    }

    [Fact]
    public void Tables_that_the_teacher_has_edited_are_merged_and_those_of_the_output_take_precedence()
    {
        JudgedSubmission[] graded = [Graded("ada", 1, 2, 3), Graded("bob", 1, 2, 3)];
        string[] parts = [Part(new Shard(1, 2), graded), Part(new Shard(2, 2), graded)];
        Folder.File(
            "1/adjust.csv", "student,task,points,comment\nada,why,2,\"on two\nlines\"\nada,gate,+1,\nada,gate,+1,\n");
        Folder.File("2/adjust.csv", "comment;points;task;student;answer\n;0,5;why;bob;c0ffee\n;1;why;ada;\n");
        Folder.File("1/accept.csv", "group,comment\nbbbbbbbb,first\n");
        Folder.File("2/accept.csv", "group\nbbbbbbbb\naaaaaaaa\n");
        Folder.File("merged/due.csv", "assignment,student,due\nA1,,2026-12-01\n");
        Folder.File("1/due.csv", "assignment,student,due\nA1,,2026-11-01\nA1,ada,2026-12-24\n");

        Merge(parts);

        Assert.Equal(
            "student,task,points,comment,answer\nada,why,2,\"on two\nlines\",\nada,gate,+1,,\nada,gate,+1,,\n"
                + "bob,why,\"0,5\",,c0ffee\n",
            Folder.Read("merged/adjust.csv"));
        Assert.Equal("group,comment\naaaaaaaa,\nbbbbbbbb,first\n", Folder.Read("merged/accept.csv"));
        Assert.Equal(
            "assignment,student,due,penalty,submitted\nA1,,2026-12-01,,\nA1,ada,2026-12-24,,\n",
            Folder.Read("merged/due.csv"));
    }

    [Fact]
    public void Merging_reports_missing_and_duplicated_results()
    {
        JudgedSubmission[] graded = Students(8);
        Shard second = new(2, 3);
        string[] parts = [Part(new Shard(1, 3), graded), Part(new Shard(3, 3), graded)];
        string copy = Part(new Shard(3, 3), graded, "again");
        JudgedSubmission changed = graded.First(submission => new Shard(3, 3).Has(submission.Folder));
        new GradingStore(copy).Write(changed with { Timestamp = "later" });

        var merge = Merge([.. parts, copy]);

        string[] missing =
        [
            .. graded
                .Where(submission => second.Has(submission.Folder))
                .Select(submission => $"{submission.Folder}, A1: there are no results."),
        ];
        Assert.Equal(
            [
                $"{changed.Folder}, A1: in {parts[1]} and in {copy}, with different results; the first ones "
                    + $"are taken.",
                "There are no results of shard 2 of 3.",
                .. missing,
            ],
            merge.Problems);
        Assert.Equal(graded.Count(submission => new Shard(3, 3).Has(submission.Folder)) - 1, merge.Notes.Count);
    }

    [Theory]
    [Cases(
        "source", "", "", "source", "", "kit", "", "kit or version of nn", "", "", "512 MB", "limits (512 MB, not )")]
    public void Shards_that_were_graded_in_different_ways_are_not_merged(
        string source, string kit, string limits, string what)
    {
        JudgedSubmission[] graded = Students(8);
        string one = Part(new Shard(1, 2), graded);
        JudgedSubmission[] others =
            [.. graded.Select(submission => submission with { Hashes = new("notebook", source, kit, limits) })];
        string two = Part(new Shard(2, 2), others);

        MergeReport merge = new ShardMerge(new GradingStore(Folder.At("merged"))).Run([one, two]);

        Assert.True(merge.IsRefused);
        Assert.Equal(
            [$"{two}: A1 was graded with another {what} than in {one}. Grade one of them again."], merge.Problems);
        Assert.False(Directory.Exists(Folder.At("merged")));
    }

    [Fact]
    public void Damaged_results_are_reported_and_the_others_merged()
    {
        Directory.CreateDirectory(Folder.At("1"));
        string part = Part(Shard.Whole, [Graded("ada", 1, 2, 3), Graded("bob", 1, 2, 3)]);
        string damaged = Folder.File("1/ada/A1/answers.json", "{");

        var merge = Merge([part]);

        Assert.Equal([$"{damaged} is damaged. Grade ada again."], merge.Problems);
        Assert.Contains("bob", Folder.Read("merged/grades.csv"));
    }

    [Fact]
    public void Results_do_not_count_while_their_submission_is_missing()
    {
        var store = new GradingStore(Folder.Path);
        store.Write(Graded("ada", 1, 2, 3));
        store.Write(Graded("bob", 1, 2, 3) with { Assignment = "A2" });

        SubmissionKey ada = new("ada", "A1"), bob = new("bob", "A2");

        Assert.Equal([ada], store.Withdraw([], key => key.Assignment == "A1"));
        Assert.Equal([bob], store.List());
        Assert.Empty(store.Withdraw([ada], key => key.Assignment == "A1"));
        Assert.Equal([ada, bob], store.List());
    }

    private MergeReport Merge(string[] parts)
    {
        var output = new GradingStore(Folder.At("merged"));
        MergeReport merge = new ShardMerge(output).Run(parts);
        new ResultFiles(output).Write(merge.Submissions);
        return merge;
    }

    private string Part(Shard shard, JudgedSubmission[] graded, string? name = null)
    {
        var store = new GradingStore(Folder.At(name ?? $"{shard.Number}"));
        ShardFile.Write(store.Path, shard, graded.Select(submission => submission.Key));
        foreach (JudgedSubmission submission in graded.Where(submission => shard.Has(submission.Folder)))
            store.Write(submission);
        return store.Path;
    }

    private static JudgedSubmission[] Students(int count) =>
        [.. Enumerable.Range(0, count).Select(i => Graded($"s{i}", 1, 2, i))];

    private static Dictionary<string, string> Files(string folder) =>
        Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) != ResultFiles.Times)
            .ToDictionary(file => Path.GetRelativePath(folder, file), File.ReadAllText);

    private void Write(
        JudgedSubmission[] submissions,
        Dictionary<SubmissionKey, (TimeSpan, TimeSpan)>? times = null,
        params string[] platforms)
    {
        var store = new GradingStore(Folder.Path);
        foreach (JudgedSubmission submission in submissions)
            store.Write(submission);
        new ResultFiles(store).Write(store.List(), times, platforms);
    }

    private static JudgedSubmission Graded(string student, params double[] answers)
    {
        JudgedSubmission graded = GradedClass.Submission(student, 4, _probes, [1, 2, 3], answers);
        JudgedTask gate = graded.Tasks[0] with
        {
            Solution = "the secret solution",
            Notes = ["a note of the secret compiler"],
            Transcript = "the transcript",
        };
        return graded with { Tasks = [gate, graded.Tasks[1]] };
    }
}
