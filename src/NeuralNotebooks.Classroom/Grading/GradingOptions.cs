namespace NeuralNotebooks.Classroom;

public sealed record GradingOptions : JudgeOptions
{
    public int Jobs { get; init; } = Environment.ProcessorCount;

    public bool Resume { get; init; }

    public bool IsIsolated { get; init; } = true;

    /// <summary>The options that the values depend on.</summary>
    internal string Limits =>
        (TimeLimit is { } limit ? Invariant($"{limit.TotalSeconds} s") : "default time")
        + Invariant($", {MemoryMegabytes} MB, {(IsIsolated ? "isolated" : "not isolated")}");
}
