namespace NeuralNotebooks.Classroom;

public sealed record GradingOptions : JudgeOptions
{
    public int Jobs { get; init; } = Environment.ProcessorCount;

    public bool Resume { get; init; }

    /// <summary>The conditions of judging that the values depend on, and whether there is a sandbox.</summary>
    internal string Limits(bool isIsolated) =>
        (TimeLimit is { } limit ? Invariant($"{limit.TotalSeconds} s") : "default time")
        + Invariant($", {MemoryMegabytes} MB, {(isIsolated ? "isolated" : "not isolated")}");
}
