namespace NeuralNotebooks.Classroom;

/// <param name="Errors">Problems that must be solved before the release.</param>
/// <param name="Tasks">For each task with probes, the probes that each mistake fails.</param>
public sealed record CheckReport(
    AssignmentSource Source, IReadOnlyList<SourceProblem> Errors, IReadOnlyList<SourceProblem> Advice,
    IReadOnlyList<MistakeMatrix> Tasks);

/// <summary>A matrix that shows which probes of a task its known wrong solutions fail.</summary>
public sealed record MistakeMatrix(AssignmentTask Task, IReadOnlyList<MistakeRow> Rows);

/// <summary>The row of a mistake: the probes that it fails, with the numbers of the example variant.</summary>
/// <param name="Lost">For each probe, whether the mistake fails it.</param>
public sealed record MistakeRow(KnownMistake Mistake, IReadOnlyList<bool> Lost, Points Points);
