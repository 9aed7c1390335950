namespace NeuralNotebooks.Classroom.Tests.Grading;

/// <summary>Grades a class with real processes. A cell that prints a new number each time shows in its transcript
/// whether it ran again.</summary>
public sealed class ClassGradingTests(JudgeFixture fixture) : FolderedTests
{
    private const string Right =
        "double[] ProductGate(double x, double y, double dz) => [dz * y, dz * "
        + "x];\nSystem.Console.Write(System.Guid.NewGuid());";
    private const string Forgotten =
        "double[] ProductGate(double x, double y, double dz) => [y, x];\nSystem.Console.Write(System.Guid.NewGuid());";

    [Fact]
    public async Task Submissions_are_judged_compared_and_stored()
    {
        Submit("ada", Right);
        Submit("bob", Forgotten);
        Folder.File("submitted/cy/A1/A1.ipynb", "");

        Dictionary<string, JudgedSubmission> graded = await Grade();

        Assert.Equal("4", Score(graded["ada"]).Points.ToString());
        Assert.Equal("3", Score(graded["bob"]).Points.ToString()); // If 1 arrives, forgetting it makes no difference.
        Assert.Equal(["the arriving gradient is forgotten"], Score(graded["bob"]).Mistakes);
        Assert.Equal("It is not a readable notebook: the file is empty.", graded["cy"].Problem);
        Assert.Equivalent(graded["bob"], Store.Read(new("bob", "A1")), strict: true);
    }

    [Fact]
    public async Task Unchanged_submissions_are_not_judged_again_but_their_new_time_is_stored()
    {
        Submit("ada", Right);
        Submit("bob", Forgotten);
        Dictionary<string, JudgedSubmission> before = await Grade();
        Submit("bob", Right);
        Folder.File("submitted/ada/A1/timestamp.txt", "2026-11-30 12:00:00 UTC");

        Dictionary<string, JudgedSubmission> after = await Grade(resume: true);

        Assert.Equal(("", "2026-11-30 12:00:00 UTC"), (before["ada"].Timestamp, after["ada"].Timestamp));
        Assert.Equal(Transcript(before["ada"]), Transcript(after["ada"]));
        Assert.NotEqual(Transcript(before["bob"]), Transcript(after["bob"]));
        Assert.Equal("4", Score(after["bob"]).Points.ToString());
    }

    [Fact]
    public async Task Damaged_results_are_graded_again_and_never_count_as_unchanged()
    {
        Submit("ada", Right);
        await Grade();
        string answers = Folder.Read("graded/ada/A1/answers.json");
        Folder.File("graded/ada/A1/answers.json", answers.Replace("\"tasks\":[", "\"tasks\":[],\"was\":["));
        Assert.Null(Store.Read(new("ada", "A1")));

        Dictionary<string, JudgedSubmission> graded = await Grade(resume: true);

        Assert.Equal("4", Score(graded["ada"]).Points.ToString());
    }

    [Theory]
    [Cases(
        "points: 2", "points: 3", "3.5", // 1 of 4 points is left for two probes, of which one passes.
        "return [dz * y, dz * x];", "return [y, x];", "4",
        "ProductGate(3, -1, two)", "ProductGate(3, -1, two), tolerance: 1", "4",
        "=> [y, x];", "=> [x, y];", "3",
        Daily = 2
    )]
    public async Task A_changed_source_regrades_without_running_a_students_code(
        string text, string replacement, string points)
    {
        Submit("ada", Forgotten);
        Dictionary<string, JudgedSubmission> before = await Grade();

        Dictionary<string, JudgedSubmission> after = await Grade(resume: true, text, replacement);

        Assert.Equal(Transcript(before["ada"]), Transcript(after["ada"]));
        Assert.Equal(points, Score(after["ada"]).Points.ToString());
    }

    [Theory]
    [Cases("eve", "the id “eve”", "", "no id, so it has the example's numbers")]
    public async Task An_answer_for_the_id_in_the_notebook_counts_and_a_note_says_so(string id, string given)
    {
        JudgedSubmission graded = await GradeWithId(id);

        Assert.Equal("1", Score(graded).Points.ToString());
        string note = $"The notebook gives {given}, but was submitted by ada: its own numbers count for typed.";
        Assert.Contains(new(note, id.Length > 0 ? NoteReaders.Both : NoteReaders.Student), graded.Notes);
    }

    [Theory]
    [Cases("eve", "EVE", " eve ")]
    public async Task An_answer_for_the_id_of_another_student_does_not_count_and_the_teachers_page_says_so(string id)
    {
        Submit("eve", Right);

        JudgedSubmission graded = await GradeWithId(id);
        Store.Write(graded);
        ClassReport.Write(Store.Path);

        Assert.Equal("0", Score(graded).Points.ToString());
        Assert.Contains(
            $"The notebook gives the id “{id.Trim()}” of another student, but was submitted by ada: the numbers of "
                + "ada are used.",
            Folder.Read("graded/index.html"));
    }

    [Fact]
    public async Task A_folder_that_a_platform_has_named_is_no_other_id_than_the_notebooks() =>
        Assert.DoesNotContain(
            (await GradeWithId("eve", "Ada Lovelace_4711_assignsubmission_file_")).Notes,
            note => note.Text.Contains("the id", StringComparison.Ordinal));

    private async Task<JudgedSubmission> GradeWithId(string id, string folder = "ada/A1")
    {
        AssignmentSource source = SourceReader.Read(
            SourceNotebook.Write(
                Folder,
                "#!import kit.csx",
                "// STUDENT\nVariant.Student = \"\";",
                "int a = Variant.Integer(\"a\", 1, 1_000_000_000);",
                "// TASK typed: 1 point\n// BEGIN SOLUTION\n// STUB int typed = 0;\nint typed = a;\n// END SOLUTION",
                "// TESTS typed\n// BEGIN HIDDEN TESTS\nProbe(\"typed\", typed);\n// END HIDDEN TESTS"));
        var code = TestCell.Submitted(id, source, new TestCell(1, "int typed = a;", "typed"));
        TaskValues own = Assert.Single(
            await fixture.Judge.EvaluateAllAsync(source, code, fixture.Options, Cancellation));
        Folder.Notebook(
            $"submitted/{folder}/A1.ipynb",
            "#!import kit.csx",
            $"// STUDENT\nVariant.Student = \"{id}\";",
            "int a = Variant.Integer(\"a\", 1, 1_000_000_000);",
            $"// TASK typed: 1 point\nint typed = {((IntegerValue)own.Values[0]).Digits};");
        var grading = new ClassGrading([source], fixture.Judge, Store, new() { KitScript = fixture.Options.KitScript });
        Submission submission = Found().Single(submission => submission.Folder is "ada" or "Ada Lovelace_4711");
        return (await grading.GradeAsync(submission, null, Cancellation)).Submission;
    }

    [Fact]
    public async Task Results_that_cannot_be_written_are_a_problem_of_their_submission_alone()
    {
        Submit("ada", Right);
        Submit("bob", Right);
        Folder.File("graded/ada", "a file where her folder should be");
        AssignmentSource source = SourceReader.Read(SourceNotebook.Write(Folder, SourceNotebook.ProductGate));

        var grading = new ClassGrading([source], fixture.Judge, Store, new() { Jobs = 1 });
        IReadOnlyList<GradedRun> runs = await grading.RunAsync(Found(), (_, _) => { }, Cancellation);

        Assert.StartsWith("The results cannot be written: ", runs[0].Problem);
        Assert.Null(runs[1].Problem);
        Assert.NotNull(Store.Read(new("bob", "A1")));
    }

    [Fact]
    public async Task Grades_name_students_by_ids_that_are_no_names_of_folders()
    {
        foreach (string id in (string[])["con", "ada", "Ada", "ada."])
            Submit(id, Right);
        await Grade();

        new ResultFiles(Store).Write(Store.List());

        Assert.Equal(
            ["Ada", "ada", "ada.", "con"],
            Folder.Read("graded/grades.csv").TrimEnd().Split('\n')[1..].Select(row => row.Split(',')[3])
                .Order(StringComparer.Ordinal));
    }

    private IReadOnlyList<Submission> Found() =>
        SubmissionSearch.Find(Folder.At("submitted"), ["A1"], GradedClass.NoStudents, _ => { });

    private GradingStore Store => new(Folder.At("graded"));

    private static TaskScore Score(JudgedSubmission submission) => Assert.Single(submission.Tasks).Score();

    private static string Transcript(JudgedSubmission submission) => Assert.Single(submission.Tasks).Transcript;

    private void Submit(string student, string code) => Folder.Notebook($"submitted/{student}/A1/A1.ipynb", code);

    private async Task<Dictionary<string, JudgedSubmission>> Grade(
        bool resume = false, string text = " ", string replacement = " ")
    {
        AssignmentSource source = SourceReader.Read(
            SourceNotebook.Write(Folder, SourceNotebook.ProductGate.Select(cell => cell.Replace(text, replacement))));
        IReadOnlyList<Submission> submissions = Found();
        await new ClassGrading([source], fixture.Judge, Store, new() { Resume = resume })
            .RunAsync(submissions, (_, _) => { }, Cancellation);
        return submissions.ToDictionary(submission => submission.Folder, submission => Store.Read(submission.Key)!);
    }
}
