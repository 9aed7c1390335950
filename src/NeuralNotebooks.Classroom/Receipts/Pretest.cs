namespace NeuralNotebooks.Classroom;

/// <summary>Checks a notebook before it is submitted. It is read and judged by the same rules as in grading, but
/// without hidden probes, and with stubs in place of the solutions.</summary>
public static class Pretest
{
    /// <summary>Judges a notebook.</summary>
    /// <param name="assignment">The assignment, from the release.</param>
    /// <param name="notebook">The student's notebook.</param>
    /// <param name="judge">The judge.</param>
    /// <param name="options">How it is judged.</param>
    /// <param name="cancellation">Cancels the check.</param>
    /// <exception cref="SubmissionException">It is not a notebook of this assignment.</exception>
    /// <exception cref="JudgeException">Judging failed, and the notebook is not the reason.</exception>
    public static Task<Receipt> RunAsync(
        AssignmentSource assignment,
        byte[] notebook,
        Judge judge,
        JudgeOptions options,
        CancellationToken cancellation
    ) =>
        RunAsync(assignment, notebook, (source, work) => judge.AnswerAsync(source, work, options, cancellation));

    /// <summary>Judges a notebook with a given function that returns the answers of its work.</summary>
    internal static async Task<Receipt> RunAsync(
        AssignmentSource assignment,
        byte[] notebook,
        Func<AssignmentSource, Work, Task<IReadOnlyList<TaskAnswers>>> ask
    )
    {
        var work = new NotebookReader(assignment, "").Read(notebook);
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
                .. assignment
                    .Tasks.Where(task => task.Questions is not null && work.Answers.ContainsKey(task.Name))
                    .SelectMany(task => answers.Where(own => own.Task == task.Name).Skip(1).Select(own =>
                        $"{task.Name}: {NoteOf(task, own.Sheet(), work)}")),
            ],
        };
    }

    /// <summary>Says whether the answers to the questions about the code will count.</summary>
    private static string NoteOf(AssignmentTask task, QuestionSheet sheet, SubmittedWork work)
    {
        QuestionAnswers answers = work.CodeAnswers.GetValueOrDefault(task.Name) ?? QuestionAnswers.None;
        return string.IsNullOrEmpty(work.OwnId)
            ? "The questions about the code are made for an id. Enter yours, and then answer them."
            : new GradedQuestions(task.Questions!.Points, sheet, answers, "").Problem
                ?? Invariant($"{answers.Choices.Count(choice => choice > 0)} of {sheet.Questions.Count} questions ")
                    + "about the code are answered.";
    }

    private static string IdNote(string? id) =>
        string.IsNullOrEmpty(id)
            ? "The notebook gives no id: enter it in the cell that begins with // STUDENT. Without it, the numbers are "
                + "the example's."
            : $"The numbers are those of “{Readable.Visible(id)}”.";

    /// <summary>For later tasks the stub replaces the solution. If the stub declares nothing, the student's answer
    /// does.</summary>
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
        // The first probe is independent of the answer. If it has no value, the session did not run.
        if (answers.Answers[0] is NoAnswer lost)
            return answers.Notes.Count > 0
                ? answers.Notes
                : [$"{new Difference(DifferenceKind.NoValue, lost).Sentence}."];
        IEnumerable<string> problems = probes
            .Where((_, i) => answers.Answers[i] is NoAnswer { Reason: NoAnswerReason.DoesNotCompile })
            .Select(probe => $"It cannot be used as the assignment declares it: {probe.Name}");
        // A NotImplementedException can come from a stub of an earlier task, which grading replaces by its solution.
        return answers.Failed is { Failure: { Detail: not "System.NotImplementedException" } failure } failed
            ? problems.Append(
                $"The cell itself fails{(failure.Line is { } line ? Invariant($" at line {line}") : "")}: "
                    + $"{failed.Message}"
            )
            : problems;
    }
}
