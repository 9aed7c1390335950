namespace NeuralNotebooks.Assignments;

public record JudgeOptions
{
    /// <summary>The limit of CPU time for the session of one task. Null stands for the default: 20 times the
    /// solution's CPU time, but at least 10 seconds.</summary>
    public TimeSpan? TimeLimit { get; init; }

    public TimeSpan SolutionTime { get; init; }

    internal TimeSpan SessionLimit => TimeLimit ?? TimeSpan.FromSeconds(Math.Max(10, 20 * SolutionTime.TotalSeconds));

    public int MemoryMegabytes { get; init; } = 512;

    /// <summary>The kit.csx that sessions import: that of students, without the functions for hidden tests. Null for
    /// the one in the source's folder.</summary>
    public string? KitScript { get; init; }
}
