namespace NeuralNotebooks.Classroom.Tests.Feedback;

public sealed class StudentPageTests : IDisposable
{
    private readonly GradedClass _class = new();

    public void Dispose() => _class.Dispose();

    [Fact]
    public void Says_the_score_how_many_probes_passed_and_the_kinds_of_difference()
    {
        string page = PageOf(
            GradedClass.Task(
                "gate",
                [GradedClass.List(1, 2), 3, 4],
                [
                    GradedClass.List(1, 2),
                    -3,
                    new NoAnswer(NoAnswerReason.Threw, "System.IndexOutOfRangeException", 5),
                ]
            )
        );

        page.ShouldContain(
            "<strong>1</strong> of 3 points",
            "1 of 3 probes passed",
            "The sign is opposite.",
            "IndexOutOfRangeException was thrown at line 5 of your cell."
        );
    }

    [Fact]
    public void Shows_the_digest_of_the_answers_that_were_graded()
    {
        GradedSubmission submission = _class.Add("ada", GradedClass.ByHand("why", 2, "It is so."));
        _class.Store.Write(submission with { Digest = "3f2a-91bc-07de" });
        _class.WritePages();

        Assert.Contains("digest of the answers <code>3f2a-91bc-07de</code>", _class.Page("ada"));
    }

    [Fact]
    public void Gives_the_sentence_of_the_mistake_in_place_of_a_general_step()
    {
        string page = PageOf(
            GradedClass.Task(
                "gate",
                [GradedClass.List(1, 2)],
                [GradedClass.List(2, 1)],
                GradedClass.Mistake("the inputs are swapped: use `y`", GradedClass.List(2, 1))
            )
        );

        page.ShouldContain("Likely mistake", "The inputs are swapped: use <code>y</code>.");
        page.ShouldNotContain("Try next");
    }

    [Theory]
    [InlineData(NoAnswerReason.DoesNotCompile, "run everything from the top")]
    [InlineData(NoAnswerReason.TimeLimit, "a loop whose condition never becomes false")]
    public void What_hides_the_rest_is_the_next_step(NoAnswerReason reason, string step) =>
        Assert.Contains(
            step,
            PageOf(
                GradedClass.Task(
                    "gate",
                    [1, 2],
                    [7, new NoAnswer(reason)]
                )
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_factor_in_one_of_several_wrong_values_is_not_the_next_step() =>
        Assert.Contains(
            "Choose inputs so small",
            PageOf(
                GradedClass.Task(
                    "gate",
                    [GradedClass.List(1, 2), GradedClass.List(3, 4), GradedClass.List(5, 6)],
                    [GradedClass.List(3, 6), GradedClass.List(3, 5), GradedClass.List(1, 6)]
                )
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void What_is_not_yet_marked_by_hand_says_so()
    {
        GradedTask task = GradedClass.ByHand("why", 2, "because");
        PageOf(task).ShouldContain("Not yet marked");

        _class.File("adjust.csv", "student,task,points,comment\nada,why,1.5,Nearly: say *why*. 2 * x * y\n");
        string marked = PageOf(task);

        Assert.DoesNotContain("Not yet marked", marked, StringComparison.OrdinalIgnoreCase);
        marked.ShouldContain("Nearly: say <em>why</em>. 2 * x * y", "<strong>1.5</strong> of 2 points");
    }

    [Fact]
    public void A_penalty_is_deducted_and_shown()
    {
        _class.File("adjust.csv", "student,task,points,comment\nada,A1,0.5,one day late\n");
        string page = PageOf(GradedClass.Task("gate", [1], [1]));

        page.ShouldContain("<strong>0.5</strong> of 1 point, 0.5 taken off as a penalty", "one day late");
    }

    [Fact]
    public void Notes_for_the_student_are_shown_and_a_submission_that_could_not_be_read_has_a_page()
    {
        _class.Add("ada", "It is not JSON.", [new("The cell of gate was restored.")]);
        _class.WritePages();

        _class.Page("ada").ShouldContain("could not be graded: It is not JSON.", "The cell of gate was restored.");
    }

    [Fact]
    public void A_shown_probe_that_passed_adds_no_picture()
    {
        GradedTask task = GradedClass.Task("gate", [2], [2]);

        string page = PageOf(task with { Probes = [task.Probes[0] with { IsShown = true }] });

        page.ShouldNotContain("<figure>");
    }

    [Fact]
    public void A_shown_probe_shows_both_values()
    {
        GradedTask task = GradedClass.Task("gate", [-2.5], [7.25]);
        string page = PageOf(task with { Probes = [task.Probes[0] with { IsShown = true }] });

        page.ShouldContain("aria-label=\"Expected −2.5, yours 7.25.\"");
    }

    [Fact]
    public void Markup_in_names_and_sentences_is_text()
    {
        const string attack = "</title><script>alert(1)</script><img src=x onerror=alert(2)>\u202e";
        _class.File("adjust.csv", $"student,task,points,comment\nada,gate,1,{attack}\n");
        string page = PageOf(
            GradedClass.Task(
                "gate",
                ["x"],
                [attack],
                GradedClass.Mistake(attack, attack)
            ) with
            {
                Probes = [new(attack, attack, 1, null, true)],
            }
        );

        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
        page.ShouldNotContain("\u202e");
        page.ShouldContain("default-src 'none'");
    }

    [Fact]
    public void Is_well_formed()
    {
        GradedTask task = GradedClass.Task(
            "gate",
            [
                GradedClass.List(1, 2, 3),
                GradedClass.Matrix(
                    new double[,]
                    {
                        { 1, 2 },
                        { 3, 4 },
                    }
                ),
                GradedClass.List([.. Enumerable.Range(0, 300).Select(i => (double)i)]),
                1,
            ],
            [
                GradedClass.List(1, double.NaN, -3),
                GradedClass.Matrix(
                    new double[,]
                    {
                        { 1, 2 },
                        { double.PositiveInfinity, 5 },
                    }
                ),
                GradedClass.List(new double[300]),
                new NoAnswer(NoAnswerReason.TimeLimit),
            ]
        );
        string page = PageOf(
            task with
            {
                Probes = [.. task.Probes.Select(probe => probe with { IsShown = true })],
            },
            GradedClass.ByHand("why", 1, null)
        );

        System.Xml.Linq.XDocument.Parse(page[(page.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
    }

    private string PageOf(params GradedTask[] tasks)
    {
        _class.Add("ada", tasks);
        _class.WritePages();
        return _class.Page("ada");
    }
}
