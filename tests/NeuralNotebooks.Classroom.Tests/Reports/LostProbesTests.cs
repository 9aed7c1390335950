namespace NeuralNotebooks.Classroom.Tests.Reports;

public sealed class LostProbesTests : IDisposable
{
    private readonly GradedClass _class = new();

    public void Dispose() => _class.Dispose();

    [Fact]
    public async Task A_cell_that_reproduces_a_lost_probe_runs_and_shows_both_values()
    {
        JudgedTask task = Lost("double F(double x)\n{\n    return -x;\n}");
        using var session = new CSharpSession(new SessionOptions());
        var shown = new Shown();

        await session.ExecuteAsync(
            LostProbes.Cell(task, task.Probes[1], "ada, A1, gate"),
            1,
            shown,
            TestContext.Current.CancellationToken
        );

        Assert.Equal("Expected: 6", shown.Text.Trim());
        Assert.Equal("-6", shown.Result);
    }

    [Fact]
    public void Text_of_a_student_is_escaped_and_ends_no_comment_or_text_of_the_cell()
    {
        JudgedTask task = Lost(
            "</pre><script>alert(1)</script>\n#r \"evil.dll\"\n#!import evil.csx",
            new TextValue("\");\nEvil(\"")
        );
        _class.Add("ada", task);
        ClassReport.Write(_class.Path);

        _class.Read("lost/ada/A1.html").ShouldNotContain("<script");
        string cell = LostProbes.Cell(task, task.Probes[1], "ada\nEvil();");
        cell.ShouldStartWith("// ada Evil();: at 3\n");
        cell.ShouldNotContain("evil.dll");
        cell.ShouldContain("""Console.WriteLine("Expected: \"\");\nEvil(\"\"");""");
    }

    private static JudgedTask Lost(string code, ProbeValue? expected = null) =>
        GradedClass.Task("gate", [0], [0]) with
        {
            Submitted = code,
            Declarations = "double two = 2;",
            Probes =
            [
                new(new("at 0", "F(0)", 1), GradedClass.Number(0), GradedClass.Number(0)),
                new(new("at 3", "F(3 * two)", 1), expected ?? GradedClass.Number(6), GradedClass.Number(-6)),
            ],
        };

    private sealed class Shown : IOutputSink
    {
        public string Text { get; private set; } = "";

        public string? Result { get; private set; }

        public void Emit(Output output)
        {
            if (output is StreamOutput text)
                Text += text.Text;
            else if (output is ExecuteResult result)
                Result = result.Data.Text(MimeBundle.PlainText);
        }

        public void Update(string displayId, MimeBundle data)
        {
        }

        public void Clear(bool wait)
        {
        }
    }
}
