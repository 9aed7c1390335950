using NeuralNotebooks.Classroom;

namespace NeuralNotebooks.Cli;

/// <summary>What stays in memory of a graded submission; its answers, too many to keep, are in the store.</summary>
internal sealed record GradeOutcome(
    SubmissionKey Key,
    string? Problem,
    bool IsMarkedByHand,
    TimeSpan? Duration,
    TimeSpan Cpu
)
{
    public static GradeOutcome Of(GradedRun run) =>
        new(
            run.Submission.Key,
            run.Submission.Problem,
            run.Submission.Tasks.Any(task => task.IsByHand),
            run.Duration,
            run.Cpu
        );
}
