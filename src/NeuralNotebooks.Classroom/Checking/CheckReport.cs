namespace NeuralNotebooks.Classroom;

/// <summary>The result of checking an assignment.</summary>
/// <param name="Source">The assignment.</param>
/// <param name="Errors">Problems that must be solved before the release.</param>
/// <param name="Advice">Suggestions for improvement.</param>
/// <param name="Tasks">For each task with probes, the probes that each mistake fails.</param>
public sealed record CheckReport(
    AssignmentSource Source, IReadOnlyList<SourceProblem> Errors, IReadOnlyList<SourceProblem> Advice,
    IReadOnlyList<MistakeMatrix> Tasks);

/// <summary>A matrix that shows which probes of a task its known wrong solutions fail.</summary>
/// <param name="Rows">One for each mistake, in the source's order.</param>
public sealed record MistakeMatrix(AssignmentTask Task, IReadOnlyList<MistakeRow> Rows);

/// <summary>The row of a mistake: the probes that it fails, with the numbers of the example variant.</summary>
/// <param name="Lost">For each probe, whether the mistake fails it.</param>
/// <param name="Points">The points that it loses.</param>
public sealed record MistakeRow(KnownMistake Mistake, IReadOnlyList<bool> Lost, Points Points);
