namespace NeuralNotebooks.Classroom;

public sealed record CheckReport(
    AssignmentSource Source, IReadOnlyList<SourceProblem> Errors, IReadOnlyList<SourceProblem> Advice,
    IReadOnlyList<MistakeMatrix> Tasks)
{
    /// <summary>The number of tasks with probes, and of those of which nothing has run, because nothing has changed
    /// since the last check.</summary>
    public (int All, int Unchanged) Judged { get; init; }
}

public sealed record MistakeMatrix(AssignmentTask Task, IReadOnlyList<MistakeRow> Rows);

/// <summary>The row of a mistake: the probes that it fails, with the numbers of the example variant.</summary>
public sealed record MistakeRow(KnownMistake Mistake, IReadOnlyList<bool> Lost, Points Points);
