using System.IO.Compression;

namespace NeuralNotebooks.Classroom.Tests.Answers;

public sealed class HonestOdditiesTests(JudgeFixture fixture) : FolderedTests
{
    /// <summary>Variants of a task's cell. The text --- separates cells, and § is the number of the task.</summary>
    private static readonly (string Name, string Cells)[] _cells =
    [
        ("an untouched cell", "// TASK t§: 1 point\ndouble F§(double x) => 2 * x;"),
        ("an old attempt commented out below", "// TASK t§: 1 point\ndouble F§(double x) => 2 * x;---// TASK t§: 1 "
            + "point\n/*\ndouble F§(double x) => x;\n*/"),
        ("the answer below the marker", "// TASK t§: 1 point\n---double F§(double x) => 2 * x;"),
        ("a helper in the cell of the task", "// TASK t§: 1 point\ndouble Common(double x) => 2 * x;\ndouble "
            + "F§(double x) => Common(x);"),
        ("the helper of an earlier task", "// TASK t§: 1 point\ndouble F§(double x) => Common(x);"),
        ("a using of an earlier task", "using static System.Math;\ndouble F§(double x) => 2 * x;"),
        ("what an earlier task uses", "// TASK t§: 1 point\ndouble F§(double x) => Abs(2 * x);"),
        ("the function in a second cell", "// TASK t§: 1 point\n// see below\nint unused§ = 1;---double F§(double "
            + "x) => 2 * x;"),
        ("a scratch cell that never ends", "while (true) { }---// TASK t§: 1 point\ndouble F§(double x) => 2 * x;"),
        ("the stub, and the answer below", "STUB---double F§(double x) => 2 * x;"),
        ("no marker", "double F§(double x) => 2 * x;"),
        ("a retyped marker", "  //TASK t§ (1 pt)\ndouble F§(double x) => 2 * x;"),
        ("a comment above the marker", "// my answer\n\n// TASK t§: 1 point\ndouble F§(double x) => 2 * x;"),
        ("the stub restored below", "// TASK t§: 1 point\ndouble F§(double x) => 2 * x;---STUB"),
        ("an old attempt above", "// TASK t§: 1 point\ndouble F§(double x) => x;---// TASK t§: 1 point\ndouble "
            + "F§(double x) => 2 * x;"),
        ("an old attempt, line by line", "// TASK t§: 1 point\ndouble F§(double x) => 2 * x;---// TASK t§: 1 "
            + "point\n// double F§(double x) => x;"),
        ("an empty cell above", "---// TASK t§: 1 point\ndouble F§(double x) => 2 * x;"),
        ("a helper above", "double H§(double x) => 2 * x;---// TASK t§: 1 point\ndouble F§(double x) => H§(x);"),
        ("a scratch cell that does not compile", "double (((---// TASK t§: 1 point\ndouble F§(double x) => 2 * x;"),
        ("a scratch cell that throws", "int zero§ = 0, no§ = 1 / zero§;---// TASK t§: 1 point\ndouble F§(double x) "
            + "=> 2 * x;"),
        ("a test below", "// TASK t§: 1 point\ndouble F§(double x) => 2 * x;---Console.WriteLine(F§(2) == 4);"),
        ("a package above", "#r \"nuget: MathNet.Numerics\"---// TASK t§: 1 point\ndouble F§(double x) => 2 * x;"),
        ("directives in the cell", "#!csharp\n// TASK t§: 1 point\n#!time\ndouble F§(double x) => 2 * x;"),
        ("the last expression is shown", "// TASK t§: 1 point\ndouble F§(double x) => 2 * x;\nF§(3)"),
        ("a variable that a loop above computes", "double w§ = 0;---for (int i = 0; i < 2; i++) w§ += 1;---// TASK "
            + "t§: 1 point\ndouble F§(double x) => w§ * x;"),
        ("a task merged into the cell above", "double Twice§(double x) => 2 * x;\n// TASK t§: 1 point\ndouble "
            + "F§(double x) => Twice§(x);"),
        ("a task merged into a cell that ends in a comment", "int none§ = 0; /* none */\n\n  // TASK t§: 1 "
            + "point\ndouble F§(double x) => 2 * x;"),
        ("a variable of that name above", "double x = 3, total = 0;---// TASK t§: 1 point\ndouble F§(double x) => 2 "
            + "* x;"),
    ];

    private static string Reference(int number) => $"double F{number}(double x) => 2 * x;";

    [Fact]
    public async Task A_right_function_earns_its_points_however_it_is_written() =>
        Assert.Equal("", await LostAsync(HonestCode.All));

    [Fact]
    public async Task A_right_function_earns_its_points_also_in_a_submission_of_its_own()
    {
        Nightly.Only();
        var lost = new StringBuilder();
        foreach (string code in HonestCode.All)
            lost.AppendLine(await LostAsync(code));
        Assert.Equal("", $"{lost}".Trim());
    }

    [Fact]
    public async Task Whatever_becomes_of_the_cells_the_answers_count()
    {
        (string Name, string Cells)[] cells = [.. Nightly.All(daily: 10, _cells)];
        AssignmentSource source = Source(cells.Length);
        byte[] notebook = Notebook(cells.SelectMany((cell, i) =>
            cell.Cells.Replace("STUB", source.Tasks[i].Stub).Replace("§", $"{i}").Split("---")));

        var content = new AnswerReader(source, "ada").Read(notebook);
        IReadOnlyList<TaskValues> values = await fixture.Judge.EvaluateAllAsync(
            source, content.Code, fixture.Options, Cancellation);

        Assert.Equal(
            cells.Select(cell => (cell.Name, "6")),
            cells.Zip(values, (cell, answer) => (cell.Name, ValueText.Of(answer.Values[0]))));
    }

    [Theory]
    [Cases(
        "using System.Numerics;\nint given = 1;---// TASK t0: 1 point\ndouble F0(double x) => 2 * new Complex(x, 0)."
            + "Real;",
        "int given = 1;\ndouble Twice(double x) => 2 * x;---// TASK t0: 1 point\ndouble F0(double x) => Twice(x);",
        "int given = 1;\n// TASK t0: 1 point\ndouble F0(double x) => 2 * x;")]
    public async Task What_is_added_to_a_given_cell_counts(string cells)
    {
        AssignmentSource source = Source(1, "int given = 1;");
        byte[] notebook = Encoding.UTF8.GetBytes(SourceNotebook.Json(cells.Split("---")));

        IReadOnlyList<TaskValues> values = await fixture.Judge.EvaluateAllAsync(
            source, new AnswerReader(source, "ada").Read(notebook).Code, fixture.Options, Cancellation);

        Assert.Equal("6", ValueText.Of(values[0].Values[0]));
    }

    [Theory]
    [Cases(
        "ada/A1/A1.ipynb",
        "ada/A1/A1 (1).ipynb",
        "ada/A1/A1-Copy1.ipynb",
        "ada/A1/Copy of A1 final FINAL.ipynb",
        "ada/A1/a1.IPYNB",
        "ada/A1/A1.ipynb.txt",
        "ada/A1/A1.ipynb.json",
        "ada/A1/A1/A1.ipynb",
        "ada/A1/A1 2/A1/A1.ipynb",
        "ada/A1/A1.zip/A1/A1.ipynb",
        "ada/A1/my work.ZIP/A1-Copy2.ipynb",
        "ada/A1/A1.zip/__MACOSX/._A1.ipynb|A1/A1.ipynb",
        "ada/A1/.ipynb_checkpoints/A1-checkpoint.ipynb and ada/A1/solved.ipynb",
        "Ada_7_assignsubmission_file_/A1/A1.ipynb",
        "Ada_7_assignsubmission_file_/A1.ipynb and Ada_7_assignsubmission_onlinetext_/onlinetext.html",
        "ada_7_8_A1-3.ipynb",
        "submitted/ada/A1/A1.ipynb")]
    public async Task A_solved_notebook_counts_in_any_layout_also_next_to_the_original(string files)
    {
        string[] entries = files.Split(" and ");
        AssignmentSource source = Source(1);
        byte[] solved = Notebook(["// TASK t0: 1 point\n" + Reference(0)]),
            original = Notebook([source.Tasks[0].Stub]);
        string zip = Folder.At("submitted.zip");
        using (ZipArchive archive = ZipFile.Open(zip, ZipArchiveMode.Create))
        {
            foreach (string entry in entries)
                Add(archive, entry, solved);
            if (entries[0].StartsWith("ada/A1/", StringComparison.Ordinal))
                Add(archive, "ada/A1/original/A1.ipynb", original);
        }

        Submission found = Assert.Single(SubmissionSearch.Find(zip, ["A1"], GradedClass.NoStudents, _ => { }));

        SubmissionContent content = await SubmissionReader.ReadAsync(source, found, Cancellation);
        Assert.EndsWith(Reference(0), Assert.Single(content.Answers).Value.Text);
    }

    private static void Add(ZipArchive archive, string path, byte[] content)
    {
        int inner = path.IndexOf(".zip/", StringComparison.OrdinalIgnoreCase) + 4;
        using Stream stream = archive.CreateEntry(inner < 4 ? path : path[..inner]).Open();
        if (inner < 4)
        {
            stream.Write(content);
            return;
        }
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create);
        foreach (string entry in path[(inner + 1)..].Split('|'))
            Add(zip, entry, content);
    }

    /// <summary>Judges functions in one cell. Returns those whose values are not twice the argument.</summary>
    private async Task<string> LostAsync(params string[] functions)
    {
        // Compiling ten calls takes as long as compiling one.
        IEnumerable<string> groups = functions.Select((_, i) => $"F{i}(3)").Chunk(10)
            .Select(calls => string.Join(", ", calls));
        string[] references = [.. functions.Select((_, i) => Reference(i))];
        TestTask task = new(
            "t", string.Join('\n', references), [.. groups.Select(calls => $"new object[] {{ {calls} }}")]);
        var code = new StringBuilder(HonestCode.Usings);
        code.AppendJoin('\n', functions.Select((function, i) => function.Replace("§", $"{i}")));

        TaskValues values = await fixture.AskAsync(task, $"{code}");

        IEnumerable<string> lost = values.Values.SelectMany(value => value is ListValue list ? list.Items : [value])
            .Index()
            .Where(value => ValueText.Of(value.Item) != "6")
            .Select(value => $"\n{functions[value.Index]}: {ValueText.Of(value.Item)}");
        return string.Concat(values.Notes.Concat(lost));
    }

    private AssignmentSource Source(int tasks, params string[] given) =>
        SourceReader.Read(
            SourceNotebook.Write(
                Folder,
                given.Concat(Enumerable
                    .Range(0, tasks)
                    .SelectMany(i =>
                        new[]
                        {
                            $"// TASK t{i}: 1 point\ndouble F{i}(double x)\n{{\n    // BEGIN SOLUTION\n    return 2 "
                                + "* x;\n    // END SOLUTION\n}",
                            $"// TESTS t{i}\n// BEGIN HIDDEN TESTS\nProbe(\"three\", F{i}(3));\n// END HIDDEN TESTS",
                        }
                    ))));

    /// <summary>A notebook without the ids of the source's cells.</summary>
    private static byte[] Notebook(IEnumerable<string> cells) =>
        Encoding.UTF8.GetBytes(SourceNotebook.Submitted(cells));
}
