namespace NeuralNotebooks.Classroom;

/// <summary>How a class is graded.</summary>
public sealed record GradingOptions : JudgeOptions
{
    /// <summary>How many submissions are judged at the same time.</summary>
    public int Jobs { get; init; } = Environment.ProcessorCount;

    /// <summary>Whether stored results are reused if none of the inputs on which they depend has changed.</summary>
    public bool Resume { get; init; }

    /// <summary>Whether judged processes are isolated.</summary>
    public bool IsIsolated { get; init; } = true;

    /// <summary>The options that the values depend on.</summary>
    internal string Limits =>
        (TimeLimit is { } limit ? Invariant($"{limit.TotalSeconds} s") : "default time")
        + Invariant($", {MemoryMegabytes} MB, {(IsIsolated ? "isolated" : "not isolated")}");
}
