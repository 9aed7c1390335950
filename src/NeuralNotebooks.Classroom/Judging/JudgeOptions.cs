namespace NeuralNotebooks.Classroom;

/// <summary>How work is judged.</summary>
public record JudgeOptions
{
    /// <summary>Whether the code is the teacher's own, such as the reference and the mistakes: it may use everything,
    /// and tasks share a process.</summary>
    public bool IsTrusted { get; init; }

    /// <summary>CPU time for the session of one task; null for the default: 20 times the reference's, but at least 10
    /// seconds.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>CPU time that the reference needed, for the default limit.</summary>
    public TimeSpan ReferenceTime { get; init; }

    /// <summary>CPU time for the session of one task.</summary>
    internal TimeSpan SessionLimit
    {
        get
        {
            TimeSpan least = TimeSpan.FromSeconds(10),
                byReference = 20 * ReferenceTime;
            return TimeLimit ?? (byReference > least ? byReference : least);
        }
    }

    /// <summary>The managed heap of a judged process.</summary>
    public int MemoryMegabytes { get; init; } = 512;

    /// <summary>The kit.csx that sessions import: one without Probe; null for the one beside the source.</summary>
    public string? KitScript { get; init; }
}
