using NeuralNotebooks.Classroom;

namespace NeuralNotebooks.Cli;

/// <summary>What is kept of a graded submission until all are graded: its answers are in the store, and too many for the memory.</summary>
internal sealed record GradeOutcome(string Student, string Assignment, string? Problem, bool IsMarkedByHand, TimeSpan? Duration, TimeSpan Cpu)
{
    public static GradeOutcome Of(GradedRun run)
        => new(run.Submission.Student, run.Submission.Assignment, run.Submission.Problem, run.Submission.Tasks.Any(task => task.IsByHand), run.Duration, run.Cpu);
}
