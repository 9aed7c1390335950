namespace NeuralNotebooks.Classroom.Tests.Adversarial;

/// <summary>Code that attacks the grader. The task allows symbols that are otherwise forbidden, so that the sandbox
/// itself is tested. Attacks in <see cref="Attacks"/> are not repeated here.</summary>
public sealed class HostileCodeTests(SandboxFixture fixture)
{
    private static readonly TestTask _task = new("f", "double F(double x) => 2 * x;", ["F(0)", "F(2)"])
    {
        Allowed = ["N:System"],
    };

    private JudgeOptions Options => fixture.Options with { TimeLimit = TimeSpan.FromSeconds(6), MemoryMegabytes = 400 };

    [Theory]
    [FactsOf("Adversarial/HostileCode")]
    public Task Hostile_code_costs_only_its_probe(string fact)
    {
        fixture.SkipUnlessAvailable();
        if (fact.EndsWith("(nightly)", StringComparison.Ordinal))
            Nightly.Only();
        return fixture.CheckAsync("Adversarial/HostileCode", fact, Options);
    }

    [Fact]
    public async Task Processes_without_end_cost_only_their_probe()
    {
        Nightly.Only();
        fixture.SkipUnlessAvailable();
        TaskValues values = await fixture.AskAsync(
            _task,
            """
            double F(double x)
            {
                for (int i = 0; i < (x == 0 ? 10_000 : 0); i++)
                    System.Diagnostics.Process.Start(Environment.ProcessPath!, ["--info"]);
                return 2 * x;
            }
            """,
            Options);
        MissingReason[] reasons =
            [MissingReason.Threw, MissingReason.TimeLimit, MissingReason.ProcessEnded, MissingReason.MemoryLimit];
        Assert.Contains(Assert.IsType<MissingValue>(values.Values[0]).Reason, reasons);
        Assert.Equal(new NumberValue(4), values.Values[1]);
    }

    [Theory]
    [Cases(
        "Directory.GetFileSystemEntries(\"/tmp\").Any(entry => !\"{root}/\".StartsWith(entry + \"/\"))",
        "Directory.Exists(\"{root}/notebooks\") || Directory.Exists(\"{home}\")")]
    public async Task A_session_cannot_see_the_folders_of_the_grader(string look)
    {
        Nightly.Only();
        fixture.SkipUnlessAvailable();
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile),
            seen = look.Replace("{root}", Repository.Root).Replace("{home}", home);
        TaskValues values = await fixture.AskAsync(
            _task, $"using System.IO;\ndouble F(double x) => {seen} ? 1 : 0;", Options);
        Assert.Equal(new NumberValue(0), values.Values[0]);
    }
}
