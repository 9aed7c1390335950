namespace NeuralNotebooks.Classroom.Tests.Answers;

public class SubmissionContentTests : FolderedTests
{
    private const string Facts = "Answers/Contents";

    private const string Answer = """
        // TASK product-gate: 4 points
        double[] ProductGate(double x, double y, double dz)
        {
            return [y, x];
        }
        """;

    private static readonly AssignmentSource _source = SourceNotebook.Read([
        "#!import kit.csx",
        "// STUDENT\nVariant.Student = \"\";",
        .. SourceNotebook.ProductGate,
        "// TASK sum: 1 point\n// BEGIN SOLUTION\n// STUB int total = 0;\nint total = 3;\n// END SOLUTION",
        "// TESTS sum\n// BEGIN HIDDEN TESTS\nProbe(\"sum\", total);\n// END HIDDEN TESTS",
        "<!-- TASK why: 2 points, by hand -->\nWhy?\n\n<!-- BEGIN SOLUTION -->\nBecause.\n<!-- END SOLUTION -->",
    ]);

    private static readonly string _stub = _source.Tasks[0].Stub;

    /// <summary>The notes about a notebook that contains nothing but an answer to the first task.</summary>
    private static readonly string[] _missing =
    [
        "sum is not answered: its cell is missing.",
        "why is not answered: its cell is missing.",
        "Given cells were changed or deleted, and are restored from the assignment: given-1, product-gate-tests, "
            + "sum-tests.",
    ];

    [Fact]
    public void Missing_cells_of_the_assignment_are_noted() =>
        Assert.Equal(_missing, Read(Code(Answer, gradeId: "product-gate")).Notes.Select(note => note.Text));

    [Fact]
    public void A_submission_may_be_a_C_sharp_file() =>
        Assert.Equal(
            _missing,
            new AnswerReader(_source, "ada").Read(Encoding.UTF8.GetBytes($"// %% product-gate\n{Answer}\n"))
                .Notes.Select(note => note.Text));

    [Theory]
    [InlineData("00-start-here", "This is 00-start-here, not A1.")]
    [InlineData("A1", "This is “Start here”, not A1.")]
    public void Another_notebook_is_not_graded_and_is_named(string file, string expected)
    {
        byte[] notebook = Notebook(Markdown("# Start here"), Code("#!import kit.csx"), Code("1 + 1"));

        string problem = Assert.Throws<SubmissionException>(
            () => new AnswerReader(_source, "ada", SubmittedName.OtherThan("A1", file)).Read(notebook)).Message;

        Assert.Equal(expected, problem);
    }

    /// <summary>A cell may begin with its grade id in brackets and its own id in braces. Below the cells are the code,
    /// the answers and the notes that are read; ↵ is a line break.</summary>
    [Theory]
    [FactsOf(Facts)]
    public void What_is_read_of_a_notebook(string fact)
    {
        IReadOnlyList<Saying> said = ApprovedTexts.Said(Facts, fact);
        SubmissionContent content = Read([.. said.Select(Cell)]);
        IEnumerable<string> read =
        [
            .. content.Code.OwnCode.Select(cell =>
                $"{cell.Number}, below {cell.SourceAbove} given, {TasksOf(content, cell)}: {OneLine(cell.Code)}"),
            .. content.Answers.Select(answer => $"{answer.Key} = {OneLine(answer.Value.Text)}"),
            .. content.OwnId is { } id ? [$"id: {id}"] : Array.Empty<string>(),
            .. content.Notes.Select(note => note.Text).Except(_missing),
        ];
        ApprovedTexts.Check(
            Facts, fact,
            string.Concat(said.Select(cell => cell.Written)) + string.Concat(read.Select(line => line + "\n")));
    }

    [Fact]
    public void A_notebook_with_the_invalid_JSON_of_known_programs_is_read()
    {
        string text = Encoding.UTF8.GetString(Notebook(Code(Answer)));
        string nan = "\"outputs\":[{\"output_type\":\"display_data\",\"metadata\":{},"
            + "\"data\":{\"application/json\":{\"NaN\":[NaN,-Infinity,\"NaN\"]}}}]";
        byte[][] written =
        [
            [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
            Encoding.Unicode.GetBytes(text),
            [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(text)],
            Encoding.UTF8.GetBytes(text.Replace("\"outputs\":[]", nan)),
            Encoding.UTF8.GetBytes(text.Replace("{\"cells\":[", "{\"cells\":[" + Lone("\\ud83d"))),
            Encoding.UTF8.GetBytes(text.Replace("{\"cells\":[", "{\"cells\":[" + Lone("\\uDE00 \\ud83d\\ude00"))),
        ];

        Assert.All(written, content => Assert.NotEqual(Encoding.UTF8.GetBytes(text), content));
        Assert.All(written, content => Assert.Equal(
            Answer, new AnswerReader(_source, "ada").Read(content).Answers["product-gate"].Text));

        static string Lone(string character) =>
            JsonSerializer.Serialize(Markdown("CHARACTER")).Replace("CHARACTER", character) + ",";
    }

    private static string TasksOf(SubmissionContent content, SubmittedCell cell) =>
        content.Code.AnswersIn(cell) is [_, ..] answers
            ? string.Join(" and ", answers.Select(answer => answer.Task.Name)) : "own";

    private static object Cell(Saying said)
    {
        Match parts = Regex.Match(
            said.Text, @"^(\[(?<grade>[\w-]+)\] ?)?(\{(?<id>[\w-]+)\} ?)?(?<text>.*)$", RegexOptions.Singleline);
        string text = parts.Groups["text"].Value.Replace("STUB", _stub).Replace("ANSWER", Answer);
        string? gradeId = parts.Groups["grade"] is { Success: true } grade ? grade.Value : null,
            id = parts.Groups["id"] is { Success: true } own ? own.Value : null;
        return said.Kind == '*' ? Markdown(text, gradeId) : Code(text, gradeId, id);
    }

    private static string OneLine(string text) => text.Replace(Answer, "ANSWER").Replace("\n", "↵");

    [Fact]
    public void A_cell_beyond_a_million_characters_is_ignored_and_the_others_count()
    {
        SubmissionContent content = Read(
            Code("// " + new string('x', 1_000_000)), Code(Answer, gradeId: "product-gate"));

        SubmittedCell read = Assert.Single(content.Code.OwnCode);
        Assert.Equal((2, "product-gate"), (read.Number, TasksOf(content, read)));
        Assert.Contains("cell 1 is ignored: it is too long.", content.Notes.Select(note => note.Text));
    }

    [Fact]
    public void A_cell_that_is_tagged_not_to_be_run_is_not_judged_but_an_answer_counts()
    {
        SubmissionContent content = Read(
            Code("int mine = 1;"),
            Code("int slow = 2;", tags: "skip-execution"),
            Code(Answer, gradeId: "product-gate", tags: "skip-execution"));

        Assert.Equal(["int mine = 1;", Answer], content.Code.OwnCode.Select(cell => cell.Code));
    }

    [Theory]
    [Cases("code", "product-gate", "markdown", "why")]
    public void A_notebook_full_of_words_costs_no_more_memory_than_reading_it(string type, string gradeId)
    {
        string words = string.Join(' ', Enumerable.Range(0, 5_000_000).Select(i => $"w{i}"));
        byte[] notebook = Notebook(type == "code" ? Code(words, gradeId) : Markdown(words, gradeId));
        long before = GC.GetAllocatedBytesForCurrentThread();

        SubmissionContent content = new AnswerReader(_source, "ada").Read(notebook);

        Assert.Empty(content.Answers);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20L * notebook.Length);
    }

    [Theory]
    [Cases("markers", "attachments")]
    public async Task A_notebook_that_is_made_to_take_long_is_read_in_seconds(string of)
    {
        byte[] notebook = of switch
        {
            "markers" => Notebook(Code(string.Concat(Enumerable.Repeat("a;a;a;a;a;\n// TASK sum\n", 40_000)))),
            _ => Notebook(
                Markdown("<!-- TASK why: 2 points, by hand -->\nmine"),
                Markdown(
                    new string('z', 9_000_000),
                    attachments: Enumerable.Range(0, 50_000).ToDictionary(i => $"{i}.png", _ => new { }))),
        };
        await Task.Run(() => Record.Exception(() => new AnswerReader(_source, "ada").Read(notebook)), Cancellation)
            .WaitAsync(TimeSpan.FromMinutes(5), Cancellation);
    }

    [Fact]
    public async Task Of_several_notebooks_the_one_with_most_answers_counts()
    {
        File.WriteAllBytes(Folder.File("ada/A1/A1.ipynb", ""), Notebook(Code(_stub, gradeId: "product-gate")));
        File.WriteAllBytes(Folder.File("ada/A1/A1-Copy1.ipynb", ""), Notebook(Code(Answer, gradeId: "product-gate")));
        Folder.File("ada/A1/notes.ipynb", "{}");

        SubmissionContent content = await SubmissionReader.ReadAsync(
            _source, Assert.Single(SubmissionSearch.Find(Folder.Path, ["A1"], GradedClass.NoStudents, _ => { })),
            Cancellation);

        Assert.Equal(Answer, content.Answers["product-gate"].Text);
        Assert.Equal("There are 3 notebooks: A1-Copy1.ipynb counts.", content.Notes[0].Text);
    }

    [Fact]
    public async Task A_notebook_that_takes_too_long_is_named_and_another_one_counts()
    {
        SubmittedFile slow = new("ada/A1/A1.ipynb", _ => Thread.Sleep(10_000)),
            good = new("ada/A1/A1-Copy1.ipynb", use => use(new MemoryStream(Notebook(Code(Answer, "product-gate")))));

        Assert.Single((await ReadAsync(slow, good)).Answers);
        Assert.Equal(
            "A1.ipynb could not be read in 2 seconds.",
            (await Assert.ThrowsAsync<SubmissionException>(() => ReadAsync(slow))).Message);

        static Task<SubmissionContent> ReadAsync(params SubmittedFile[] files) =>
            SubmissionReader.ReadAsync(
                _source, new(new("ada"), "ada", "A1") { Files = new(new("ada", "A1", "ada/A1"), files) }, Cancellation,
                seconds: 2);
    }

    /// <summary>No theory: it would write each notebook of many megabytes into its name and its report.</summary>
    [Fact]
    public void What_cannot_be_graded_says_why()
    {
        (byte[] Content, string Sentence)[] unreadable =
        [
            ([], "the file is empty"),
            ("print(1)"u8.ToArray(), "it is not JSON (line 1"),
            (Encoding.UTF8.GetBytes(new string('[', 100_000)), "it is not JSON (line 1"),
            ("{\"nbformat\": 3, \"worksheets\": []}"u8.ToArray(), "it is in the old notebook format 3"),
            (Encoding.UTF8.GetBytes($"[{new string(',', 5_000_000).Replace(",", "1,")}1]"), "than 5000000"),
            (Notebook([.. Enumerable.Repeat(Code(""), 20_000)]), "it has 20000 cells, more than 10000"),
            ([0xff, 0xfe, 0, 1], "it is not JSON"),
            (
                Notebook(Code("// TASK other: 1 point\nint other;", gradeId: "other")),
                "This is another notebook, not A1."
            ),
        ];
        foreach ((byte[] content, string sentence) in unreadable)
            Assert.Throws<SubmissionException>(() => new AnswerReader(_source, "ada").Read(content))
                .Message.ShouldContain(sentence);
    }

    private static SubmissionContent Read(params object[] cells) =>
        new AnswerReader(_source, "ada").Read(Notebook(cells));

    private static byte[] Notebook(params object[] cells) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                cells,
                metadata = new { kernelspec = new { language = "C#", name = ".net-csharp" } },
                nbformat = 4,
                nbformat_minor = 5,
            });

    private static object Code(string source, string? gradeId = null, string? id = null, params string[] tags) =>
        new
        {
            cell_type = "code",
            execution_count = (int?)null,
            id = id ?? Guid.NewGuid().ToString("N"),
            metadata = Metadata(gradeId, tags),
            outputs = Array.Empty<object>(),
            source,
        };

    private static object Markdown(string source, string? gradeId = null, object? attachments = null) =>
        new
        {
            attachments,
            cell_type = "markdown",
            id = Guid.NewGuid().ToString("N"),
            metadata = Metadata(gradeId),
            source,
        };

    private static object Metadata(string? gradeId, params string[] tags) =>
        gradeId is null
            ? new { tags }
            : new { tags, nbgrader = new { grade_id = gradeId, schema_version = 3 } } as object;
}
