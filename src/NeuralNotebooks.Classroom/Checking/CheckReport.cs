namespace NeuralNotebooks.Classroom;

/// <summary>The result of checking an assignment.</summary>
/// <param name="Source">The assignment.</param>
/// <param name="Errors">What makes it unfit to be handed out.</param>
/// <param name="Advice">What could be better.</param>
/// <param name="Tasks">For each task with probes, which of them each mistake fails.</param>
public sealed record CheckReport(
    AssignmentSource Source,
    IReadOnlyList<SourceProblem> Errors,
    IReadOnlyList<SourceProblem> Advice,
    IReadOnlyList<MistakeMatrix> Tasks
);

/// <summary>The known wrong solutions of a task against its probes.</summary>
/// <param name="Task">The task.</param>
/// <param name="Rows">One for each mistake, in the source's order.</param>
public sealed record MistakeMatrix(AssignmentTask Task, IReadOnlyList<MistakeRow> Rows);

/// <summary>A mistake against the probes of its task, with the numbers of the example variant.</summary>
/// <param name="Mistake">The mistake.</param>
/// <param name="Lost">For each probe, whether the mistake fails it.</param>
/// <param name="Points">What it loses.</param>
public sealed record MistakeRow(KnownMistake Mistake, IReadOnlyList<bool> Lost, Points Points);
