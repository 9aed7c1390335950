namespace NeuralNotebooks.Classroom.Tests;

public sealed class JudgeTests(JudgeFixture fixture) : FolderedTests
{
    [Theory]
    [FactsOf("JudgeProcesses/Answers")]
    public Task What_is_answered(string fact) =>
        fixture.CheckAsync(
            "JudgeProcesses/Answers",
            fact,
            fixture.Options with { TimeLimit = fact.Contains("never ends") ? TimeSpan.FromSeconds(5) : null },
            isExact: true);

    [Theory]
    [Cases(200, true, 201, false, Daily = 1)]
    public async Task Cells_that_use_each_other_run_before_an_answer_up_to_a_number_of_cells(int count, bool run)
    {
        AssignmentSource source = fixture.Source([], new TestTask("f", "double F() => 1;", ["F()"]));
        TestCell[] chain =
        [
            new TestCell(1, "double A1() => 1;", null),
            .. Enumerable
                .Range(2, count - 1)
                .Select(i => new TestCell(i, $"double A{i}() => A{i - 1}() + 1;", null)),
        ];

        TaskValues values = await fixture.AskAsync(
            fixture.Options, source, [.. chain, new TestCell(count + 1, $"double F() => A{count}();", "f")]);

        if (run)
            Assert.Equal([new NumberValue(count)], values.Values);
        else
            Assert.Contains(
                $"{count} cells of the student precede the answer: with more than 200, none of them runs "
                    + "before it.",
                values.Notes);
    }

    [Fact]
    public async Task Files_beside_the_source_can_be_read_by_their_names_but_notebooks_are_not_there()
    {
        Folder.File("data/numbers.csv", "1,2");
        string notebook = Folder.File("A1.ipynb", "");
        AssignmentSource source = fixture.Source(
            [
                "string Numbers() => System.IO.File.ReadAllText(\"data/numbers.csv\");",
                "bool HasSource() => System.IO.File.Exists(\"A1.ipynb\");",
            ],
            new TestTask("f", "double F(double x) => x;", ["Numbers()", "HasSource()"]));

        TaskValues values = await fixture.AskAsync(
            fixture.Options, source with { Path = notebook }, new TestCell(1, "double F(double x) => x;", "f"));

        Assert.Equal([new TextValue("1,2"), new TruthValue(false)], values.Values);
    }

    /// <summary>The compiler also ends a line at a line separator, which the search for directives does not.</summary>
    [Fact]
    public async Task No_directive_of_a_student_loads_a_file()
    {
        string file = Folder.File("secret.csx", "double secret = 5;");
        TestTask task = new("f", "double F() => 1;", ["F()"]);

        TaskValues values = await fixture.AskAsync(
            task, $"// a comment\u2028#load \"{file}\"\u2028double F() => secret;");

        Assert.Equal(MissingReason.DoesNotCompile, Assert.IsType<MissingValue>(values.Values[0]).Reason);
    }

    [Fact]
    public void Code_without_a_sandbox_is_made_of_the_source_only()
    {
        const BindingFlags any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        Assert.All(typeof(TeachersCode).GetConstructors(any), constructor => Assert.True(constructor.IsPrivate));
        Assert.Equal(
            ["Student"], typeof(TeachersCode).GetProperties(any).Where(one => one.CanWrite).Select(one => one.Name));
    }

    [Fact]
    public async Task Static_members_of_the_teachers_code_are_new_in_each_session_of_a_process()
    {
        TestTask task = new(
            "f", "static class Count { public static int Calls; }\nint F() => ++Count.Calls;", ["F() + 0 * F()"]);
        AssignmentSource source = fixture.Source([], task);
        var teachers = TeachersCode.Solution(source.Tasks[0]);

        TaskValues first = await fixture.AskAsync(fixture.Options, source, teachers),
            second = await fixture.AskAsync(fixture.Options, source, teachers);

        Assert.Equal([new IntegerValue("1")], first.Values);
        Assert.Equal(first.Values, second.Values);
    }

    [Fact]
    public async Task After_a_students_session_a_process_runs_no_other_and_none_that_has_ended_counts_as_idle()
    {
        EvaluatorSpec spec = new(Sandbox.None, JudgeFolder.Empty, new SandboxLimits(256));
        await using var slot = new JudgingSlot(core: 0);
        JudgeProcess<EvaluatorMessage> process = slot.IdleOrNew(spec);
        foreach (CodeOwner owner in new[] { CodeOwner.Teacher, CodeOwner.Teacher, CodeOwner.Student })
            Assert.Null((await StartAsync(owner)).Failure);
        await Assert.ThrowsAsync<JudgeProcessLostException>(() => StartAsync(CodeOwner.Student));
        await slot.AddIdleAsync(process);

        await using JudgeProcess<EvaluatorMessage> next = slot.IdleOrNew(spec);
        Assert.NotSame(process, next);

        Task<SessionStarted> StartAsync(CodeOwner owner) => process.AskAsync<SessionStarted>(
            new StartSession(owner, [], [], "A1", ""), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(4), Cancellation);
    }

    [Fact]
    public async Task Works_can_be_judged_at_the_same_time_and_in_several_assignments()
    {
        Nightly.Only();
        AssignmentSource one = fixture.Source([], new TestTask("f", "double F(double x) => x;", ["F(1)"])),
            two = one with { Path = one.Path.Replace("A1", "A2") };

        IReadOnlyList<TaskValues>[] values = await Task.WhenAll(Enumerable.Range(0, 3).Select(i =>
            fixture.Judge.EvaluateAllAsync(
                i % 2 == 0 ? one : two,
                i == 2
                    ? TeachersCode.Of(one.Tasks[0], new("", "double F(double x) => x + 2;"))
                    : TestCell.Submitted("ada", one, new TestCell(1, $"double F(double x) => x + {i};", "f")),
                fixture.Options, Cancellation)));

        Assert.Equal(
            Enumerable.Range(1, 3).Select(i => new NumberValue(i)), values.Select(value => value[0].Values[0]));
    }
}
