namespace NeuralNotebooks.Classroom.Tests.Grading;

public class ResultFilesTests
{
    private static readonly Probe[] _probes =
    [
        new("secret name", "Secret(41)", new Points(4, 3)),
        new("two", "f(2)", new Points(4, 3)),
        new("three", "f(3)", new Points(4, 3)),
    ];

    [Theory]
    [InlineData("=1", "'=1")]
    [InlineData("2020-01-01;=cmd|x", "2020-01-01;'=cmd|x")]
    [InlineData("a; \"+1", "a; \"'+1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("a-b; c=d", "a-b; c=d")]
    public void No_spreadsheet_finds_a_formula_in_a_students_text(string text, string expected) =>
        Assert.Equal(expected, Csv.Text(text));

    [Fact]
    public void Whatever_students_are_called_each_has_a_row_and_a_page()
    {
        using GradedClass graded = new();
        string emoji = string.Concat(Enumerable.Repeat("🧠", 80)), letters = new('x', 300);
        string[] names = ["grades.csv", "index.html", "report.xml", "feedback", "..", "a/b", emoji, letters];
        string[] ids = [.. names.Select(SubmissionPlace.SafeId)];
        foreach (string id in ids)
            graded.Add(id, GradedClass.Task("f", [1], [1]));

        graded.WriteTables();
        ClassReport.Write(graded.Path);
        graded.WritePages();

        Assert.Equal(ids.Length + 1, graded.Read(ResultFiles.Grades).Count(c => c == '\n'));
        Assert.All(ids, id => graded.Page(id).ShouldContain(id));
    }

    [Fact]
    public void The_results_of_a_class_say_only_what_a_student_may_see()
    {
        using TemporaryFolder folder = new();
        folder.File(
            StudentList.FileName,
            "id,last_name,first_name,email,folder\nada,Lovelace,Ada,ada@example.org,\nbob,\"O, Neill\",=A1+1,@bob,\n"
        );
        folder.File(Adjustments.FileName, "student,task,points,comment\nada,A1,1,late\n");
        GradedSubmission ada = Graded("ada", 1, 2, 9), eve = Graded("eve", 7, 2, 3);
        GradedSubmission[] graded =
        [
            ada with { User = new("1234", "Ada Lovelace") },
            Graded("bob", 1, -2, 9) with
            {
                Timestamp = "2026-03-01 12:00:00",
                Notes = [new("given-1 is restored."), new("bob's id", IsForTeacher: true)],
            },
            eve with
            {
                Tasks = [eve.Tasks[0] with { Mistakes = [new("the gradient is forgotten", eve.Tasks[0].Answers)] }],
            },
            Graded("Zo\u0001e", 1, 2, 3) with { Problem = "It is empty.", Tasks = [] },
        ];

        Write(folder, graded, null, "moodle", "canvas");

        string[] files =
        [
            ResultFiles.Grades,
            "moodle-A1.csv",
            "canvas.csv",
            ResultFiles.Report,
            .. graded.Select(submission => $"{submission.Student}/A1/{ResultFiles.Result}"),
        ];
        string written = string.Concat(files.Select(file => $"@ {file.Replace('\u0001', '?')}\n{folder.Read(file)}"));

        ApprovedTexts.Check("Grading/Results", "The results of a class", written);
        Assert.DoesNotContain("secret", written, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("transcript", written, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Times_are_kept_for_what_was_not_judged_again()
    {
        using TemporaryFolder folder = new();
        GradedSubmission[] graded = [Graded("ada", 1, 2, 3), Graded("bob", 1, 2, 3)];
        static (TimeSpan, TimeSpan) Seconds(double time) => (TimeSpan.FromSeconds(time), TimeSpan.Zero);
        Write(folder, graded, new() { [graded[0].Key] = Seconds(1.5), [graded[1].Key] = Seconds(2.5) });

        Write(folder, graded, new() { [graded[1].Key] = Seconds(0.25) });

        Assert.Equal(
            "assignment,student_id,seconds,cpu_seconds\nA1,ada,1.500,0.000\nA1,bob,0.250,0.000\n",
            folder.Read(ResultFiles.Times)
        );
    }

    [Fact]
    public void Results_of_shards_are_merged_into_those_of_the_whole_class()
    {
        using TemporaryFolder folder = new(), whole = new();
        GradedSubmission[] graded = Students(20);
        Write(whole, graded);
        string[] parts = [.. Enumerable.Range(1, 3).Select(number => Part(folder, new Shard(number, 3), graded))];

        var merge = Merge(folder, parts);

        Assert.Empty(merge.Problems);
        Assert.Equal(Files(whole.Path), Files(folder.At("merged")));
    }

    [Fact]
    public void What_the_teacher_has_entered_beside_the_shards_is_merged_and_the_output_takes_precedence()
    {
        using TemporaryFolder folder = new();
        GradedSubmission[] graded = [Graded("ada", 1, 2, 3), Graded("bob", 1, 2, 3)];
        string[] parts = [Part(folder, new Shard(1, 2), graded), Part(folder, new Shard(2, 2), graded)];
        folder.File(
            "1/adjust.csv",
            "student,task,points,comment\nada,why,2,\"on two\nlines\"\nada,gate,+1,\nada,gate,+1,\n"
        );
        folder.File("2/adjust.csv", "comment;points;task;student\n;0,5;why;bob\n;1;why;ada\n");
        folder.File("1/sentences.csv", "assignment,task,group,students,sentence\nA1,gate,g1,2,one\nA1,gate,g2,3,\n");
        folder.File("2/sentences.csv", "assignment,task,group,students,sentence\nA1,gate,g1,1,\nA1,gate,g2,4,two\n");
        folder.File("merged/sentences.csv", "assignment,task,group,students,sentence\nA1,gate,g1,2,newer\n");

        Merge(folder, parts);

        Assert.Equal(
            "student,task,points,comment\nada,why,2,\"on two\nlines\"\nada,gate,+1,\nada,gate,+1,\nbob,why,\"0,5\",\n",
            folder.Read("merged/adjust.csv")
        );
        Assert.Equal(
            "assignment,task,group,students,sentence\nA1,gate,g1,2,newer\nA1,gate,g2,4,two\n",
            folder.Read("merged/sentences.csv")
        );
    }

    [Fact]
    public void Merging_names_what_is_missing_and_what_is_duplicated()
    {
        using TemporaryFolder folder = new();
        GradedSubmission[] graded = Students(8);
        Shard second = new(2, 3);
        string[] parts = [Part(folder, new Shard(1, 3), graded), Part(folder, new Shard(3, 3), graded)];
        string copy = Part(folder, new Shard(3, 3), graded, "again");
        GradedSubmission changed = graded.First(submission => new Shard(3, 3).Has(submission.Student));
        new GradingStore(copy).Write(changed with { Timestamp = "later" });

        var merge = Merge(folder, [.. parts, copy]);

        string[] missing =
        [
            .. graded
                .Where(submission => second.Has(submission.Student))
                .Select(submission => $"{submission.Student}, A1: there are no results."),
        ];
        Assert.Equal(
            [
                $"{changed.Student}, A1: in {parts[1]} and in {copy}, with different results; the first ones "
                    + $"are taken.",
                "There are no results of shard 2 of 3.",
                .. missing,
            ],
            merge.Problems
        );
        Assert.Equal(graded.Count(submission => new Shard(3, 3).Has(submission.Student)) - 1, merge.Notes.Count);
    }

    [Theory]
    [InlineData("source", "", "", "source")]
    [InlineData("", "kit", "", "kit or version of nn")]
    [InlineData("", "", "512 MB", "limits (512 MB, not )")]
    public void Shards_that_were_graded_in_different_ways_are_not_merged(
        string source,
        string kit,
        string limits,
        string what
    )
    {
        using TemporaryFolder folder = new();
        GradedSubmission[] graded = Students(8);
        string one = Part(folder, new Shard(1, 2), graded);
        GradedSubmission[] others =
        [
            .. graded.Select(submission => submission with { Hashes = new("notebook", source, kit, limits) }),
        ];
        string two = Part(folder, new Shard(2, 2), others);

        var merge = new ShardMerge(new GradingStore(folder.At("merged")));
        merge.Run([one, two]);

        Assert.True(merge.IsRefused);
        Assert.Equal(
            [$"{two}: A1 was graded with another {what} than in {one}. Grade one of them again."],
            merge.Problems
        );
        Assert.False(Directory.Exists(folder.At("merged")));
    }

    [Fact]
    public void Damaged_results_are_named_and_the_others_merged()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder.At("1"));
        string part = Part(folder, Shard.Whole, [Graded("ada", 1, 2, 3), Graded("bob", 1, 2, 3)]);
        string damaged = folder.File("1/ada/A1/answers.json", "{");

        var merge = Merge(folder, [part]);

        Assert.Equal([$"{damaged} is damaged. Grade ada again."], merge.Problems);
        Assert.Contains("bob", folder.Read("merged/grades.csv"));
    }

    [Fact]
    public void Damaged_times_are_written_again()
    {
        using TemporaryFolder folder = new();
        string times = folder.File(ResultFiles.Times, "\0\0\0");
        var store = new GradingStore(folder.Path);
        store.Write(Graded("ada", 1, 2, 3));
        var files = new ResultFiles(store, StudentList.Empty);

        files.Write(store.List());

        File.ReadAllText(times).ShouldStartWith("assignment,student_id,seconds");
        Assert.Single(files.Problems).ShouldStartWith($"{times} was damaged.");
    }

    [Fact]
    public void Withdrawn_results_are_put_aside_until_the_submission_is_back()
    {
        using TemporaryFolder folder = new();
        var store = new GradingStore(folder.Path);
        store.Write(Graded("ada", 1, 2, 3));
        store.Write(Graded("bob", 1, 2, 3) with { Assignment = "A2" });

        SubmissionKey ada = new("ada", "A1"), bob = new("bob", "A2");

        Assert.Equal([ada], store.Withdraw([], key => key.Assignment == "A1"));
        Assert.Equal([bob], store.List());
        Assert.Empty(store.Withdraw([ada], key => key.Assignment == "A1"));
        Assert.Equal([ada, bob], store.List());
    }

    private static ShardMerge Merge(TemporaryFolder folder, string[] parts)
    {
        var output = new GradingStore(folder.At("merged"));
        var merge = new ShardMerge(output);
        merge.Run(parts);
        new ResultFiles(output, StudentList.Empty).Write(merge.Submissions);
        return merge;
    }

    private static string Part(
        TemporaryFolder folder,
        Shard shard,
        GradedSubmission[] graded,
        string? name = null
    )
    {
        var store = new GradingStore(folder.At(name ?? $"{shard.Number}"));
        ShardFile.Write(store.Path, shard, graded.Select(submission => submission.Key));
        foreach (GradedSubmission submission in graded.Where(submission => shard.Has(submission.Student)))
            store.Write(submission);
        return store.Path;
    }

    private static GradedSubmission[] Students(int count) =>
        [.. Enumerable.Range(0, count).Select(i => Graded($"s{i}", 1, 2, i))];

    private static Dictionary<string, string> Files(string folder) =>
        Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) != ResultFiles.Times)
            .ToDictionary(file => Path.GetRelativePath(folder, file), File.ReadAllText);

    private static void Write(
        TemporaryFolder folder,
        GradedSubmission[] submissions,
        Dictionary<SubmissionKey, (TimeSpan, TimeSpan)>? times = null,
        params string[] platforms
    )
    {
        var store = new GradingStore(folder.Path);
        foreach (GradedSubmission submission in submissions)
            store.Write(submission);
        new ResultFiles(store, StudentList.Read(folder.Path)).Write(store.List(), times, platforms);
    }

    private static GradedSubmission Graded(string student, params double[] answers)
    {
        GradedSubmission graded = GradedClass.Submission(student, 4, _probes, [1, 2, 3], answers);
        GradedTask gate = graded.Tasks[0] with
        {
            Solution = "the secret solution",
            Notes = ["a note of the secret compiler"],
            Transcript = "the transcript",
        };
        return graded with { Tasks = [gate, graded.Tasks[1]] };
    }
}
