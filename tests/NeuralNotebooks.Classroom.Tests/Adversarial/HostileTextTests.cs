namespace NeuralNotebooks.Classroom.Tests.Adversarial;

/// <summary>Texts that attack the compiler. Their code does not run in the compiler process.</summary>
public sealed class HostileTextTests(SandboxFixture fixture)
{
    [Fact]
    public async Task Nested_overloaded_lambdas_cost_only_their_task()
    {
        fixture.SkipUnlessAvailable();
        // The compiler needs several times as long for each level as for the one inside it.
        const string Overloads =
            "T M<T>(Func<int, T> f) => f(1);\nT M<T>(Func<string, T> f) => f(\"\");\nT M<T>(Func<double, T> "
            + "f) => f(1.0);\n";
        string nested = "1.0";
        for (int level = 0; level < 12; level++)
            nested = $"M(x{level} => {nested})";
        AssignmentSource source = fixture.Source(
            [],
            new TestTask("one", "double One() => 1;", ["One()"]),
            new TestTask("two", "double Two() => 2;", ["Two()"]));

        IReadOnlyList<TaskValues> values = await fixture.Judge.EvaluateAllAsync(
            source,
            TestCell.Submitted(
                "ada", source,
                new TestCell(1, $"{Overloads}double One() => {nested};", "one"),
                new TestCell(2, "double Two() => One() + 1;", "two")),
            fixture.Options,
            TestContext.Current.CancellationToken);

        Assert.IsType<MissingValue>(values[0].Values[0]);
        Assert.Equal(new NumberValue(2), values[1].Values[0]);
    }

    [Theory]
    [Cases("(", ")", "-", "", "new int[1 + ", "].Length")]
    public async Task Text_nested_100_000_deep_is_rejected_with_a_reason(string open, string close)
    {
        fixture.SkipUnlessAvailable();
        string deep =
            string.Concat(Enumerable.Repeat(open, 100_000)) + "1" + string.Concat(Enumerable.Repeat(close, 100_000));

        TaskValues values = await fixture.AskAsync(
            new TestTask("f", "double F() => 1;", ["F()"]), $"double F() => {deep};");

        Assert.Equal(new MissingValue(MissingReason.DoesNotCompile, MissingValue.TooComplex, 1), values.Values[0]);
    }
}
