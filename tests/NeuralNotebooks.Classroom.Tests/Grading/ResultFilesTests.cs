using System.Text.Json;
using System.Xml.Linq;

namespace NeuralNotebooks.Classroom.Tests.Grading;

public class ResultFilesTests
{
    private static readonly Probe[] _probes =
    [
        new("secret name", "Secret(41)", new Points(4, 3), null, false),
        new("two", "f(2)", new Points(4, 3), null, false),
        new("three", "f(3)", new Points(4, 3), null, false),
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
            graded.Add(id, GradedClass.Task("f", [GradedClass.Number(1)], [GradedClass.Number(1)]));

        new ResultFiles(graded.Store, StudentList.Empty).Write(
            graded.Store.List(),
            new Dictionary<(string, string), (TimeSpan, TimeSpan)>()
        );
        ClassReport.Write(graded.Path);
        graded.WritePages();

        Assert.Equal(ids.Length + 1, graded.Read(ResultFiles.Grades).Count(c => c == '\n'));
        Assert.All(ids, id => graded.Page(id).ShouldContain(id));
    }

    [Fact]
    public void Grades_have_nbgraders_columns_and_are_sorted_by_assignment_then_student()
    {
        using TemporaryFolder folder = new();
        folder.File(
            StudentList.FileName,
            "id,last_name,first_name,email,folder\nada,Lovelace,Ada,ada@example.org,\nbob,\"O, Neill\",=A1+1,@bob,\n"
        );
        folder.File(Adjustments.FileName, "student,task,points,comment\nada,A1,1,late\n");

        Write(
            folder,
            Graded("bob", 9, 9, 9) with { Timestamp = "2026-03-01 12:00:00" },
            Graded("ada", 1, 2, 9),
            Graded("Zoe", 1, 2, 3) with
            {
                Problem = "It is empty.",
                Tasks = [],
            }
        );

        Assert.Equal(
            "assignment,duedate,timestamp,student_id,last_name,first_name,email,"
                + "raw_score,late_submission_penalty,score,max_score\n"
                + """
            A1,,,Zoe,,,,,0,,6
            A1,,,ada,Lovelace,Ada,ada@example.org,2.6667,1,1.6667,6
            A1,,2026-03-01 12:00:00,bob,"O, Neill",'=A1+1,'@bob,0,0,0,6

            """, folder.Read(ResultFiles.Grades));
    }

    [Fact]
    public void A_result_has_PrairieLearns_form_and_says_only_what_a_student_may_see()
    {
        using TemporaryFolder folder = new();
        GradedSubmission graded = Graded("ada", 1, -2, 9) with
        {
            Notes = [new("given-1 is restored."), new("bob's id", IsForTeacher: true)],
        };

        Write(folder, graded);

        string text = folder.Read($"ada/A1/{ResultFiles.Result}");
        JsonElement result = JsonDocument.Parse(text).RootElement;
        Assert.Equal(
            ["score", "gradable", "format_errors", "message", "output", "tests"],
            result.EnumerateObject().Select(field => field.Name)
        );
        Assert.Equal(0.2222, result.GetProperty("score").GetDouble());
        Assert.Equal("given-1 is restored.", result.GetProperty("message").GetString());
        JsonElement gate = result.GetProperty("tests")[0],
            why = result.GetProperty("tests")[1];
        Assert.Equal(
            ("gate", 1.3333, 4),
            (
                gate.GetProperty("name").GetString(),
                gate.GetProperty("points").GetDouble(),
                gate.GetProperty("max_points").GetDouble()
            )
        );
        Assert.Equal(
            "1 of 3 probes passed.\n1 failed: the sign is opposite.\n1 failed: the value differs.",
            gate.GetProperty("message").GetString()
        );
        Assert.Equal("Not yet marked by hand.", why.GetProperty("message").GetString());
        Assert.DoesNotContain("secret", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("transcript", text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void The_likely_mistake_is_named()
    {
        using TemporaryFolder folder = new();
        GradedSubmission graded = Graded("ada", 7, 2, 3);
        graded = graded with
        {
            Tasks =
            [
                graded.Tasks[0] with
                {
                    Mistakes = [new("the gradient is forgotten", graded.Tasks[0].Answers)],
                },
            ],
        };

        Write(folder, graded);

        folder.Read($"ada/A1/{ResultFiles.Result}").ShouldContain(
            "Likely: the gradient is forgotten."
        );
    }

    [Fact]
    public void The_report_is_JUnits_without_times()
    {
        using TemporaryFolder folder = new();

        Write(
            folder,
            Graded("ada", 1, 2, 9),
            Graded("b\u0001b", 1, 2, 3) with
            {
                Problem = "It is empty.",
                Tasks = [],
            }
        );

        XElement report = XDocument.Load(folder.At(ResultFiles.Report)).Root!;
        Assert.Equal(
            ("3", "1", "1", "1"),
            (
                (string?)report.Attribute("tests"),
                (string?)report.Attribute("failures"),
                (string?)report.Attribute("errors"),
                (string?)report.Attribute("skipped")
            )
        );
        Assert.Equal(
            "2.6667 of 4 points. 2 of 3 probes passed. 1 failed: the value differs.",
            (string?)report.Descendants("failure").Single().Attribute("message")
        );
        Assert.DoesNotContain(
            report.DescendantsAndSelf().Attributes(),
            attribute => attribute.Name.LocalName is "time" or "timestamp" or "hostname" or "file"
        );
    }

    [Fact]
    public void Times_are_kept_for_what_was_not_judged_again()
    {
        using TemporaryFolder folder = new();
        GradedSubmission[] graded = [Graded("ada", 1, 2, 3), Graded("bob", 1, 2, 3)];
        Write(folder, graded, ("ada", 1.5), ("bob", 2.5));

        Write(folder, graded, ("bob", 0.25));

        Assert.Equal(
            "assignment,student_id,seconds,cpu_seconds\nA1,ada,1.500,0.000\nA1,bob,0.250,0.000\n",
            folder.Read(ResultFiles.Times)
        );
    }

    [Fact]
    public void Moodle_and_Canvas_get_the_columns_that_they_import()
    {
        using TemporaryFolder folder = new();
        var store = new GradingStore(folder.Path);
        store.Write(Graded("ada", 1, 2, 9) with { User = new("1234", "Ada Lovelace") });

        new ResultFiles(store, StudentList.Empty).Write(
            store.List(),
            new Dictionary<(string, string), (TimeSpan, TimeSpan)>(),
            "moodle",
            "canvas"
        );

        Assert.Equal(
            "Identifier,Full name,ID number,Email address,Grade,Maximum Grade\nParticipant 1234,Ada "
                + "Lovelace,ada,,2.6667,6\n",
            folder.Read("moodle-A1.csv")
        );
        Assert.Equal(
            "Student,ID,SIS User ID,SIS Login ID,Section,A1\n    Points Possible,,,,,6\nAda "
                + "Lovelace,1234,ada,,,2.6667\n",
            folder.Read("canvas.csv")
        );
    }

    [Fact]
    public void Results_of_shards_are_merged_into_those_of_the_whole_class()
    {
        using TemporaryFolder folder = new(), whole = new();
        GradedSubmission[] graded = [.. Enumerable.Range(0, 20).Select(i => Graded($"s{i}", 1, 2, i))];
        var all = graded.Select(submission => (submission.Student, submission.Assignment)).ToArray();
        Write(whole, graded);
        string[] parts = [.. Enumerable.Range(1, 3).Select(number => Part(folder, new Shard(number, 3), graded, all))];

        var merge = Merge(folder, parts);

        Assert.Empty(merge.Problems);
        Assert.Equal(Files(whole.Path), Files(folder.At("merged")));
    }

    [Fact]
    public void What_the_teacher_has_entered_beside_the_shards_is_merged_and_the_output_takes_precedence()
    {
        using TemporaryFolder folder = new();
        string[] parts =
        [
            .. Enumerable
                .Range(1, 2)
                .Select(number =>
                    Part(
                        folder,
                        new Shard(number, 2),
                        [Graded("ada", 1, 2, 3), Graded("bob", 1, 2, 3)],
                        [("ada", "A1"), ("bob", "A1")]
                    )
                ),
        ];
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
        GradedSubmission[] graded = [.. Enumerable.Range(0, 8).Select(i => Graded($"s{i}", 1, 2, i))];
        var all = graded.Select(submission => (submission.Student, submission.Assignment)).ToArray();
        Shard second = new(2, 3);
        string[] parts = [Part(folder, new Shard(1, 3), graded, all), Part(folder, new Shard(3, 3), graded, all)];
        string copy = Part(folder, new Shard(3, 3), graded, all, "again");
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
        GradedSubmission[] graded = [.. Enumerable.Range(0, 8).Select(i => Graded($"s{i}", 1, 2, i))];
        var all = graded.Select(submission => (submission.Student, submission.Assignment)).ToArray();
        string one = Part(folder, new Shard(1, 2), graded, all);
        GradedSubmission[] others =
        [
            .. graded.Select(submission => submission with { Hashes = new("notebook", source, kit, limits) }),
        ];
        string two = Part(folder, new Shard(2, 2), others, all);

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
        string part = Part(folder, Shard.Whole, [Graded("ada", 1, 2, 3), Graded("bob", 1, 2, 3)], []);
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

        files.Write(store.List(), new Dictionary<(string, string), (TimeSpan, TimeSpan)>());

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

        Assert.Equal([("ada", "A1")], store.Withdraw([], (_, assignment) => assignment == "A1"));
        Assert.Equal([("bob", "A2")], store.List());
        Assert.Empty(store.Withdraw([("ada", "A1")], (_, assignment) => assignment == "A1"));
        Assert.Equal([("ada", "A1"), ("bob", "A2")], store.List());
    }

    private static ShardMerge Merge(TemporaryFolder folder, string[] parts)
    {
        var output = new GradingStore(folder.At("merged"));
        var merge = new ShardMerge(output);
        merge.Run(parts);
        new ResultFiles(output, StudentList.Empty).Write(
            merge.Submissions,
            new Dictionary<(string, string), (TimeSpan, TimeSpan)>()
        );
        return merge;
    }

    private static string Part(
        TemporaryFolder folder,
        Shard shard,
        GradedSubmission[] graded,
        (string, string)[] all,
        string? name = null
    )
    {
        var store = new GradingStore(folder.At(name ?? $"{shard.Number}"));
        ShardFile.Write(store.Path, shard, all);
        foreach (GradedSubmission submission in graded.Where(submission => shard.Has(submission.Student)))
            store.Write(submission);
        return store.Path;
    }

    private static Dictionary<string, string> Files(string folder) =>
        Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) != ResultFiles.Times)
            .ToDictionary(file => Path.GetRelativePath(folder, file), File.ReadAllText);

    private static void Write(TemporaryFolder folder, params GradedSubmission[] submissions) =>
        Write(folder, submissions, []);

    private static void Write(
        TemporaryFolder folder,
        GradedSubmission[] submissions,
        params (string Student, double Seconds)[] times
    )
    {
        var store = new GradingStore(folder.Path);
        foreach (GradedSubmission submission in submissions)
            store.Write(submission);
        new ResultFiles(store, StudentList.Read(folder.Path)).Write(
            submissions.Select(submission => (submission.Student, submission.Assignment)),
            times.ToDictionary(
                time => (time.Student, "A1"),
                time => (TimeSpan.FromSeconds(time.Seconds), TimeSpan.Zero)
            )
        );
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
