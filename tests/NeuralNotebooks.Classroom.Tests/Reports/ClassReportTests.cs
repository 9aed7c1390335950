namespace NeuralNotebooks.Classroom.Tests.Reports;

public sealed class ClassReportTests : IDisposable
{
    private readonly GradedClass _class = new();

    public void Dispose() => _class.Dispose();

    [Fact]
    public void Lists_what_a_teacher_should_look_at()
    {
        for (int i = 0; i < 5; i++)
            _class.Add(
                $"s{i}",
                null,
                i == 2 ? [new("The notebook is in the name of “eve”.", IsForTeacher: true)] : [],
                GradedClass.Task(
                    "gate",
                    [1, 2, 3],
                    [1, i < 2 ? 2 : new NoAnswer(NoAnswerReason.TimeLimit), 4]
                )
            );
        _class.Add("s9", "The file is not JSON.", []);
        ClassReport.Write(_class.Path);

        string page = _class.Read("index.html");

        page.ShouldContain(
            "“probe 0” of gate: it does not tell",
            "“probe 2” of gate: what is asked",
            "3 runs of gate: <span class=\"soft\">s2, s3, s4</span>",
            "The file is not JSON. <span class=\"soft\">s9</span>",
            "The notebook is in the name of “eve”. <span class=\"soft\">s2</span>"
        );
    }

    [Fact]
    public void A_sentence_reaches_the_pages_of_all_who_gave_the_answer_and_of_nobody_else()
    {
        Report(4, i => Gate(x: i + 2, x => i == 3 ? 0 : -x));
        WriteSentence("Follow the minus sign, please.");
        _class.WritePages();

        Assert.All(
            (string[])["s0", "s1", "s2"],
            student => _class.Page(student).ShouldContain("Follow the minus sign, please.")
        );
        _class.Page("s3").ShouldNotContain("Follow the minus sign");
    }

    [Fact]
    public void A_sentence_survives_regrading_even_when_its_group_becomes_empty()
    {
        Report(3, i => Gate(x: i + 2, x => -x));
        WriteSentence("Follow, please, the “minus”.");
        ClassReport.Write(_class.Path);
        _class.Read("sentences.csv").ShouldContain(",3,\"Follow, please, the “minus”.\"\n");
        byte[] mark = System.Text.Encoding.UTF8.GetPreamble();
        Assert.Equal(mark, File.ReadAllBytes(Path.Combine(_class.Path, "sentences.csv"))[..mark.Length]);

        Report(3, i => Gate(x: i + 2, x => x));

        _class.Read("sentences.csv").ShouldContain(",0,\"Follow, please, the “minus”.\"\n");
    }

    [Fact]
    public void Text_of_a_student_is_escaped_and_bounded()
    {
        string attack = "<script>alert(1)</script>" + new string('x', 100_000);
        _class.Add("ada", GradedClass.Task("gate", ["right"], [attack]));
        _class.Add(
            "eve",
            GradedClass.Task(
                "gate",
                ["right"],
                [new RecordAnswer(new Dictionary<string, Answer> { [attack] = GradedClass.Number(1) })]
            )
        );
        _class.Add(
            "bob",
            GradedClass.Task("gate", ["right"], [new NoAnswer(NoAnswerReason.Threw, attack)]),
            GradedClass.ByHand("why", 1, attack)
        );
        ClassReport.Write(_class.Path);

        Assert.All((string[])["index.html", "marking.html"], name =>
        {
            Assert.DoesNotContain("<script>alert", _class.Read(name), StringComparison.OrdinalIgnoreCase);
            Assert.InRange(_class.Read(name).Length, 1_000, 100_000);
        });
    }

    [Fact]
    public void Is_the_same_whatever_the_culture_and_well_formed()
    {
        Report(12, i => Gate(x: i + 0.5, x => x + i % 3));
        string page = _class.Read("index.html");
        using IDisposable comma = DecimalComma.Begin();
        ClassReport.Write(_class.Path);

        Assert.Equal(page, _class.Read("index.html"));
        System.Xml.Linq.XDocument.Parse(page[(page.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
    }

    /// <summary>Writes the report of a class of students s0, s1, … with one task.</summary>
    private void Report(int students, Func<int, GradedTask> task)
    {
        for (int i = 0; i < students; i++)
            _class.Add($"s{i}", task(i));
        ClassReport.Write(_class.Path);
    }

    /// <summary>A task with one probe, whose value depends on the student's variant x.</summary>
    private static GradedTask Gate(double x, Func<double, double> answer) =>
        GradedClass.Task("gate", [GradedClass.List(x)], [GradedClass.List(answer(x))]);

    private void WriteSentence(string sentence)
    {
        string[] lines = _class.Read("sentences.csv").Split('\n');
        lines[1] += $"\"{sentence}\"";
        _class.File("sentences.csv", string.Join('\n', lines));
    }
}
