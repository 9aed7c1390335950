namespace NeuralNotebooks.Classroom.Tests.Judging;

public sealed class ForbiddenIdsTests(JudgeFixture fixture) : FolderedTests
{
    [Fact]
    public async Task All_forbidden_symbols_in_answers_are_listed_although_nothing_runs()
    {
        string written = Folder.At("written");
        AssignmentSource source = fixture.Source(
            [],
            new TestTask("f", "int F() => 1;", ["F()"]) { Forbidden = ["M:System.Math.Abs"] },
            new TestTask("g", "int G() => 1;", ["G()"]) { Allowed = ["T:System.IO.File"] },
            new TestTask("h", "int H() => 1;", ["H()"])
        );
        string code = $"int f = W(); static int W() {{ System.IO.File.WriteAllText(@\"{written}\", \"\"); return 1; }}";
        var judged = new CodeToJudge(
            "ada",
            [
                new(1, code + " int F() => Math.Abs(f) + System.Diagnostics.Process.GetProcesses().Length;", "f"),
                new(2, code + " int G() => f;", "g"),
                new(3, "int H() => does not compile", "h"),
            ]
        );

        Assert.Superset(
            new HashSet<string> { "T:System.IO.File", "T:System.Diagnostics.Process", "M:System.Math.Abs" },
            (await ForbiddenIdsAsync("f")).ToHashSet()
        );
        Assert.Empty(await ForbiddenIdsAsync("g"));
        Assert.Empty(await ForbiddenIdsAsync("h"));
        Assert.False(File.Exists(written));

        Task<IReadOnlyList<string>> ForbiddenIdsAsync(string task) =>
            fixture.Judge.ForbiddenIdsAsync(
                new(source, judged, source.Tasks.Single(one => one.Name == task), fixture.Options),
                Cancellation
            );
    }
}
