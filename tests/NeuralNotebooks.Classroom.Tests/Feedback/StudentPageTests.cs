namespace NeuralNotebooks.Classroom.Tests.Feedback;

public sealed class StudentPageTests : IDisposable
{
    private readonly GradedClass _class = new();

    public void Dispose() => _class.Dispose();

    [Fact]
    public void A_page_shows_the_students_code_with_line_numbers_beside_the_verdict()
    {
        PageOf(GradedClass.Task("gate", [1], [2]) with { Title = "Task 1. A gate", Submitted = "// TASK gate\nx < 1" })
            .ShouldContain(
                "<h2>Task 1. A gate</h2>",
                "<pre class=\"code\"><span class=\"line\">1</span>// TASK gate\n",
                "<span class=\"line\">2</span>x &lt; 1</pre>"
            );
    }

    [Fact]
    public void Notes_for_the_student_are_shown_and_a_submission_that_could_not_be_read_has_a_page()
    {
        _class.Add("ada", "It is not JSON.", [new("The cell of gate was restored.")]);
        _class.WritePages();

        _class.Page("ada").ShouldContain("could not be graded: It is not JSON.", "The cell of gate was restored.");
    }

    [Fact]
    public void Questions_about_the_code_are_shown_with_the_own_and_the_right_answer() =>
        PageOf(GradedClass.Task("gate", [1], [1]) with { Questions = GradedClass.Questions(2, 2) })
            .ShouldContain(
                "1 of 2 questions about the code are answered right.",
                "What does <code>F(3)</code> return? Your answer was <code>&lt;b&gt;</code>, and right is",
                "Which line? Your answer <code>line 3</code> is right."
            );

    [Fact]
    public void Markup_in_names_and_sentences_is_text()
    {
        const string attack = "</title><script>alert(1)</script><img src=x onerror=alert(2)>\u202e";
        _class.File("adjust.csv", $"student,task,points,comment\nada,gate,1,{attack}\n");
        string page = PageOf(
            GradedClass.WithProbes(
                GradedClass.Task("gate", ["x"], [attack], GradedClass.Mistake(attack, attack)),
                _ => new(attack, attack, 1, null, true)
            )
        );

        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
        page.ShouldNotContain("\u202e");
        page.ShouldContain("default-src 'none'");
    }

    [Fact]
    public void A_page_with_every_kind_of_answer_is_well_formed()
    {
        JudgedTask task = GradedClass.Task(
            "gate",
            [
                GradedClass.Parse("[1, 2, 3]"),
                GradedClass.Parse("{'matrix': [[1, 2], [3, 4]]}"),
                GradedClass.List([.. Enumerable.Range(0, 300).Select(i => (double)i)]),
                1,
            ],
            [
                GradedClass.List(1, double.NaN, -3),
                GradedClass.Parse("{'matrix': [[1, 2], ['Infinity', 5]]}"),
                GradedClass.List(new double[300]),
                new MissingValue(MissingReason.TimeLimit),
            ]
        );
        string page = PageOf(GradedClass.Shown(task), GradedClass.ByHand("why", 1, null));

        System.Xml.Linq.XDocument.Parse(page[(page.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
    }

    private string PageOf(params JudgedTask[] tasks)
    {
        _class.Add("ada", tasks);
        _class.WritePages();
        return _class.Page("ada");
    }
}
