using NeuralNotebooks.Runner;

namespace NeuralNotebooks.Classroom.Tests.Grading;

/// <summary>Grades answers to questions about the code, as an honest student hands them in, and as one does who wants
/// the points without understanding the code.</summary>
public sealed class QuestionGradingTests(JudgeFixture fixture) : FolderedTests
{
    private const string Clip = $"// TASK clip: 2 points\n{AskedFunction.Clip}";

    private static readonly string[] _source =
    [
        "#!import kit.csx",
        "// STUDENT\nVariant.Student = \"\";",
        Clip.Replace("{\n    double", "{\n    // BEGIN SOLUTION\n    double").Replace(
            "return y;\n", "return y;\n    // END SOLUTION\n"),
        """
        // TESTS clip
        // BEGIN HIDDEN TESTS
        Probe("inside", Clip(3));
        Probe("outside", Clip(30));
        // END HIDDEN TESTS
        """,
        "// DEFEND clip: 1 point\nDefend.Call(() => Clip(7))",
    ];

    [Theory]
    [InlineData(3, "3", "3 of 3 questions about the code are answered right.")]
    [InlineData(2, "2.6667", "2 of 3 questions about the code are answered right.")]
    [InlineData(0, "2", "0 of 3 questions about the code are answered right.")]
    public async Task Each_right_answer_earns_its_part_of_the_points(int right, string points, string sentence)
    {
        QuestionSheet sheet = await SheetOf("ada", Clip);

        JudgedTask graded = await Grade(Clip, Call(sheet, right));

        Assert.Equal(points, graded.Score().Points.ToString());
        Assert.Equal(sentence, StudentSentences.Of(graded.Questions!));
    }

    [Fact]
    public async Task A_notebook_shows_the_questions_that_the_grader_makes_again()
    {
        QuestionSheet sheet = await SheetOf("ada", Clip);
        string notebook = Folder.Notebook(
            "work/A1/A1.ipynb", "#!import kit.csx", "Variant.Student = \" Ada\";", Clip, "Defend.Call(() => Clip(7))");

        NotebookRun run = await new NotebookRunner(new RunOptions { KitScript = fixture.Options.KitScript })
            .RunAsync(notebook, cancellation: Cancellation);

        string shown = Assert.IsType<ExecuteResult>(run.Cells[^1].Outputs[^1]).Data.Text(MimeBundle.PlainText)!;
        shown.ShouldContain(FormattableString.Invariant($"Questions {sheet.Number} about your code."));
        foreach (CodeQuestion question in sheet.Questions)
            foreach (string choice in question.Choices)
                shown.ShouldContain(choice);
    }

    [Fact]
    public async Task Another_student_has_other_questions_about_the_same_code()
    {
        QuestionSheet ada = await SheetOf("ada", Clip), bob = await SheetOf("bob", Clip);

        Assert.NotEqual(ada.Number, bob.Number);
        JudgedTask graded = await Grade(Clip, Call(bob, 3));
        Assert.Equal("2", graded.Score().Points.ToString());
        Assert.Equal(
            FormattableString.Invariant($"The answers belong to questions {bob.Number}, but this code and id have ")
                + FormattableString.Invariant($"questions {ada.Number}."),
            graded.Questions!.Problem);
    }

    [Fact]
    public async Task Questions_for_the_id_in_the_notebook_count_but_not_those_without_an_id()
    {
        string own = Call(await SheetOf("lovelace", Clip), 3), none = Call(await SheetOf("", Clip), 3);

        Assert.Equal("3", (await Grade(Clip, own, "lovelace")).Score().Points.ToString());
        Assert.Equal("2", (await Grade(Clip, none, "")).Score().Points.ToString());
    }

    [Theory]
    [Cases(
        null, "The questions about the code are not answered.",
        "// {0}", "The questions about the code are not answered.",
        "{0}; Defend.Call(() => Clip(7), {1}, 0, 0, 0)", "0 of 3 questions about the code are answered right.",
        "double Clip(double x) => 1;\n{0}", "3 of 3 questions about the code are answered right.",
        "class Defend { public static int Call(params object[] all) => 3; }\n{0}",
            "3 of 3 questions about the code are answered right.",
        "Defend.Call(() => Clip(7))", "The questions about the code are not answered.",
        "var text = @\"{0}\";", "The questions about the code are not answered.",
        "Defend.Call(() => Clip(7), {1}, 1, 2, 3, 4)", "The questions about the code are not answered.",
        "Defend.Call(() => Clip(7), {1}, 123, 123, 123)", "The questions about the code are not answered.",
        "while (true);\n{0}", "3 of 3 questions about the code are answered right.",
        Daily = 5)]
    public async Task Only_the_numbers_in_the_cell_count(string? cell, string sentence)
    {
        QuestionSheet sheet = await SheetOf("ada", Clip);

        string? answer = cell?.Replace("{0}", Call(sheet, 3)).Replace("{1}", $"{sheet.Number}");
        JudgedTask graded = await Grade(Clip, answer);

        Assert.Equal(sentence, StudentSentences.Of(graded.Questions!));
        Assert.True(graded.Score().Points >= 2);
    }

    [Theory]
    [InlineData("int Clip(int n) => n;", "The cell declares several functions `Clip`")]
    [InlineData("class Calls { public static int N; }", "uses variables that are not its own",
        "double y = 2 * x;", "double y = 2 * x + Calls.N++;")]
    [InlineData("string Name([System.Runtime.CompilerServices.CallerMemberName] string n = \"\") => n;",
        "There is no question about the code: the code uses", "return y;", "return Name() == \"Clip\" ? y : 3;")]
    public async Task Code_that_gives_no_honest_questions_earns_no_points_for_them(
        string more, string sentence, string text = " ", string replacement = " ")
    {
        string code = $"{Clip.Replace(text, replacement)}\n{more}";

        QuestionSheet sheet = await SheetOf("ada", code);
        JudgedTask graded = await Grade(code, "Defend.Call(() => Clip(7), 100, 1, 1, 1)");

        Assert.Empty(sheet.Questions);
        sheet.Problem!.ShouldContain(sentence);
        Assert.Equal(default, graded.Questions!.Points);
    }

    [Fact]
    public async Task Answers_about_code_that_earns_nothing_earn_nothing()
    {
        string code = Clip.Replace("2 * x", "9 * x + 1");
        QuestionSheet sheet = await SheetOf("ada", code);

        JudgedTask graded = await Grade(code.Replace("y = 10", "y = 11"), Call(sheet, 3));

        Assert.Equal(default, graded.Score().Points);
    }

    private async Task<QuestionSheet> SheetOf(string student, string code)
    {
        AssignmentSource source = Source();
        JudgeRequest request = new(source, new(student, [new(1, code, "clip")]), source.Tasks[0], fixture.Options)
        {
            AboutCode = source.Tasks[0].Questions,
        };
        return (await ((IJudge)fixture.Judge).JudgeAsync(request, Cancellation)).Sheet();
    }

    private AssignmentSource Source() => SourceReader.Read(SourceNotebook.Write(Folder, _source));

    /// <summary>A call with so many right answers.</summary>
    private static string Call(QuestionSheet sheet, int right) =>
        FormattableString.Invariant($"Defend.Call(() => Clip(7), {sheet.Number}, ")
        + string.Join(", ", sheet.Questions.Select((question, i) =>
            i < right ? question.Right : question.Right % question.Choices.Count + 1))
        + ")";

    private async Task<JudgedTask> Grade(string code, string? defend, string? id = null)
    {
        AssignmentSource source = Source();
        Folder.File(
            "submitted/ada/A1/A1.ipynb",
            SourceNotebook.Submitted(
                [
                    "#!import kit.csx",
                    $"// STUDENT\nVariant.Student = \"{id ?? "ada"}\";",
                    code,
                    .. defend is null ? Array.Empty<string>() : [$"// DEFEND clip: 1 point\n{defend}"],
                ]));
        var grading = new ClassGrading(
            [source],
            fixture.Judge,
            new GradingStore(Folder.At("graded")),
            new() { IsIsolated = false, KitScript = fixture.Options.KitScript });
        Submission submission = Assert.Single(
            SubmissionSearch.Find(Folder.At("submitted"), ["A1"], GradedClass.NoStudents, _ => { }));
        JudgedSubmission graded = (await grading.GradeAsync(submission, null, Cancellation)).Submission;
        Assert.Null(graded.Problem);
        return Assert.Single(graded.Tasks);
    }
}
