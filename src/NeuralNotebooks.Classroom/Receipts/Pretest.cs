namespace NeuralNotebooks.Classroom;

/// <summary>What a student can know before handing in: the notebook is read and its sessions are judged as in grading,
/// under the same rules, but without hidden probes and with stubs in place of the solutions.</summary>
public static class Pretest
{
    /// <summary>Judges a notebook.</summary>
    /// <param name="assignment">The assignment, from the release.</param>
    /// <param name="notebook">The student's notebook.</param>
    /// <param name="judge">The judge.</param>
    /// <param name="options">How it is judged.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="SubmissionException">It is not a notebook of this assignment.</exception>
    /// <exception cref="JudgeException">It could not be judged, whatever is in it.</exception>
    public static Task<Receipt> RunAsync(
        AssignmentSource assignment,
        byte[] notebook,
        Judge judge,
        JudgeOptions options,
        CancellationToken cancellation
    ) =>
        RunAsync(assignment, notebook, (source, work) => judge.AnswerAsync(source, work, options, cancellation));

    /// <summary>The same, wherever the answers are asked.</summary>
    internal static async Task<Receipt> RunAsync(
        AssignmentSource assignment,
        byte[] notebook,
        Func<AssignmentSource, Work, Task<IReadOnlyList<TaskAnswers>>> ask
    )
    {
        var work = SubmittedWork.Of(assignment, "", notebook);
        IReadOnlyList<TaskAnswers> answers = await ask(
            assignment with
            {
                Tasks = [.. assignment.Tasks.Select(task => WithReference(task, work))],
            },
            work.Work with
            {
                Student = work.OwnId ?? "",
            }
        );
        var receipt = Receipt.Of(assignment, "", work);
        return receipt with
        {
            LacksId =
                string.IsNullOrEmpty(work.OwnId) && assignment.Cells.Any(cell => cell.Role == CellRole.Student),
            Tasks =
            [
                .. receipt.Tasks.Select(
                    (task, i) =>
                        task.Place is not null && answers.FirstOrDefault(own => own.Task == task.Name) is { } own
                            ? task with
                            {
                                Problems = [.. ProblemsOf(own, assignment.Tasks[i].Probes)],
                            }
                            : task
                ),
            ],
            Notes =
            [
                .. assignment
                    .Cells.Where(cell => cell.Role == CellRole.Student)
                    .Select(_ => IdNote(work.OwnId)),
                .. receipt.Notes,
                .. answers.Where(own => own.Answers[0] is not NoAnswer).SelectMany(own => own.Notes).Distinct(),
            ],
        };
    }

    private static string IdNote(string? id) =>
        string.IsNullOrEmpty(id)
            ? "The notebook gives no id: enter it in the cell that begins with // STUDENT. Without it, the numbers are "
                + "the example's."
            : $"The numbers are those of “{Readable.Visible(id)}”.";

    /// <summary>The stub holds the place of the solution for later tasks, unless it declares nothing.</summary>
    private static AssignmentTask WithReference(AssignmentTask task, SubmittedWork work) =>
        !task.IsText
        && DeclaredNames.Of(task.Stub).Count == 0
        && work.Answers.TryGetValue(task.Name, out SubmittedAnswer? answer)
            ? task with
            {
                Reference = answer.Text,
            }
            : task;

    private static IEnumerable<string> ProblemsOf(TaskAnswers answers, IReadOnlyList<Probe> probes)
    {
        // The first probe asks nothing of the answer.
        if (answers.Answers[0] is NoAnswer lost)
            return answers.Notes.Count > 0
                ? answers.Notes
                : [$"{new Difference(DifferenceKind.NoValue, lost).Sentence}."];
        IEnumerable<string> problems = probes
            .Where((_, i) => answers.Answers[i] is NoAnswer { Reason: NoAnswerReason.DoesNotCompile })
            .Select(probe => $"It cannot be used as the assignment declares it: {probe.Name}");
        // A stub above it may have failed, which is the right answer when it is graded.
        return answers.Failed is { Failure: { Detail: not "System.NotImplementedException" } failure } failed
            ? problems.Append(
                $"The cell itself fails{(failure.Line is { } line ? Invariant($" at line {line}") : "")}: "
                    + $"{failed.Message}"
            )
            : problems;
    }
}
