using NeuralNotebooks.Classroom.Tests.Adversarial;

namespace NeuralNotebooks.Classroom.Tests.Quiz;

/// <summary>Quizzes about submissions that run in the sandbox.</summary>
public sealed class ClassQuizTests(SandboxFixture fixture) : FolderedTests
{
    private const string Loop = "int Sum(int[] x)\n{\n    int sum = 0;\n    foreach (int v in x)\n        sum += v;\n"
        + "    return sum;\n}";

    [Fact]
    public async Task The_first_question_is_about_the_middle_of_the_students_own_loop()
    {
        QuizSheet ada = await AskAsync("ada", Loop, "Sum([4, 5, 7, 8])");
        Assert.Equal(
            [
                "Which value does `sum` have just after `sum += v` in line 6 has run for the third time?: 16",
                "What does the call return?: 24",
            ],
            ada.Questions.Select(one => $"{one.Text}: {one.Answer}"));
        Assert.Equal("int Sum(int[] x)", ada.Questions[0].Task.Lines[1]);
    }

    [Fact]
    public async Task Values_differ_by_student_and_a_call_shows_numbers()
    {
        QuizSheet[] sheets = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => AskAsync(
            $"s{i}", Loop, "Sum([4, Variant.Integer(\"b\", 10, 99), 7])")));
        Assert.All(sheets, sheet =>
        {
            Match call = Regex.Match(sheet.Questions[0].Task.Call, @"^Sum\(\[4, (\d\d), 7\]\)$");
            int number = int.Parse(call.Groups[1].Value, CultureInfo.InvariantCulture);
            Assert.Equal($"{11 + number}", sheet.Questions[0].Answer);
        });
        Assert.InRange(sheets.Select(sheet => sheet.Questions[0].Answer).Distinct().Count(), 4, 8);
    }

    [Theory]
    [Cases(
        "int Sum(int[] x) { while (true) { } }", "no value: time",
        "int Sum(int[] x) => throw new Exception(\"<img src=x>\");", "exception",
        "int Sum(int[] x) { System.Environment.Exit(0); return 1; }", "not allowed",
        "int Sum(int[] x) => Sum(x);", "process ended",
        "int Sum(int[] x) { int sum = new Random().Next(); return sum; }", "not return the same",
        "int Sum(int[] x) => 123456789;", "short enough",
        "int Sum(int[] x) =>", "compile error")]
    public async Task Code_that_cannot_be_asked_about_has_a_reason(string code, string reason)
    {
        QuizSheet sheet = await AskAsync("eve", code, "Sum([1, 2])");
        Assert.Empty(sheet.Questions);
        Assert.Contains(reason, Assert.Single(sheet.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_are_in_the_order_of_the_class_and_have_neither_answers_nor_markup_of_students()
    {
        string hostile = "int Sum(int[] x)\n{\n    // </pre><script>alert(1)</script>\n    int sum = 0;\n"
            + "    foreach (int v in x) sum += v;\n    return sum;\n}";
        Submit("b", Loop);
        Submit("a", hostile);
        Folder.File(
            "submitted/students.csv", "id,last_name,first_name\nb,<b onclick=alert(1)>,Bo\na,Al,\nabsent,No,Body\n");
        StudentList students = StudentList.Read(Folder.At("submitted"));
        (int pages, string quiz, string key) = await Quiz("Sum([4, 5, 7])").WriteAsync(
            Submissions(students), students, 3, Folder.At("quiz"), _ => { }, Cancellation);

        string shown = File.ReadAllText(quiz), answers = File.ReadAllText(key);
        Assert.Equal(2, pages);
        Assert.Matches(@"(?s)Bo \(b\).*Al,  \(a\)", shown);
        Assert.DoesNotContain("<script", shown + answers, StringComparison.Ordinal);
        Assert.DoesNotContain("<b onclick", shown + answers, StringComparison.Ordinal);
        Assert.DoesNotContain(">16<", shown, StringComparison.Ordinal);
        answers.ShouldContain("<b>16</b>", "No, Body");
    }

    [Fact]
    public async Task Two_thirds_of_the_tasks_of_the_course_have_questions_about_their_solutions()
    {
        int tasks = 0, asked = 0;
        foreach (AssignmentSource source in SourceSelection.Of([Repository.At("assignments/source")]).Sources)
        {
            if (!Nightly.IsOn && source.Name != "A1-gates")
                continue;
            var quiz = new ClassQuiz(source, fixture.Judge, fixture.Options);
            Folder.File($"submitted/ada/{source.Name}/{source.Name}.ipynb", File.ReadAllBytes(source.Path));
            Submission submission = SubmissionSearch.Find(
                Folder.At("submitted"), [source.Name], GradedClass.NoStudents, _ => { }).Single();
            QuizSheet sheet = await quiz.AskAsync(submission, 100, Cancellation);
            tasks += source.Tasks.Count;
            asked += source.Tasks.Count - quiz.Problems.Count() - sheet.Problems.Count;
            Assert.Equal([], sheet.Problems);
        }
        Assert.InRange(asked, 2.0 / 3 * tasks, tasks);
    }

    private async Task<QuizSheet> AskAsync(string student, string code, string call)
    {
        Submit(student, code);
        ClassQuiz quiz = Quiz(call);
        return await quiz.AskAsync(
            Submissions(GradedClass.NoStudents).Single(one => one.Folder == student), 3, Cancellation);
    }

    private void Submit(string student, string code) =>
        Folder.File(
            $"submitted/{student}/A1/A1.ipynb", SourceNotebook.Submitted($"// TASK sum: 2 points\n{code}"));

    private IReadOnlyList<Submission> Submissions(StudentList students) =>
        SubmissionSearch.Find(Folder.At("submitted"), ["A1"], students, _ => { });

    private ClassQuiz Quiz(string call)
    {
        fixture.SkipUnlessAvailable();
        string folder = HexHash.Of(call);
        Folder.Notebook(
            $"{folder}/A1.ipynb", "#!import kit.csx",
            "// TASK sum: 2 points\n// BEGIN SOLUTION\nint Sum(int[] x) => x.Sum();\n// END SOLUTION",
            $"// TESTS sum\n// BEGIN HIDDEN TESTS\nProbe(\"one\", Sum([1]));\nQuiz({call});\n// END HIDDEN TESTS");
        AssignmentSource source = SourceSelection.Of([Folder.At($"{folder}/A1.ipynb")]).Sources.Single();
        return new(source, fixture.Judge, fixture.Options with { TimeLimit = TimeSpan.FromSeconds(3) });
    }
}
