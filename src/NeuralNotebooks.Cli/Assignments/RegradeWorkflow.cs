using NeuralNotebooks.Classroom;

namespace NeuralNotebooks.Cli;

/// <summary><c>nn grade --only</c>: regrades one student, and shows the teacher all details.</summary>
internal sealed class RegradeWorkflow(Terminal terminal, GradingStore store, Judge judge, GradingOptions options)
{
    /// <param name="only">STUDENT or STUDENT:TASK.</param>
    /// <param name="sources">The assignments.</param>
    /// <param name="submissions">All submissions.</param>
    /// <param name="write">Writes the results of the class after those of the student are stored.</param>
    /// <param name="cancellation">Cancels the grading.</param>
    public async Task<int> RunAsync(
        string only,
        IReadOnlyList<AssignmentSource> sources,
        IReadOnlyList<Submission> submissions,
        Action write,
        CancellationToken cancellation
    )
    {
        bool IsOf(string student) => submissions.Any(submission => submission.Student == student);
        int colon = IsOf(only) ? -1 : only.LastIndexOf(':');
        string student = colon < 0 ? only : only[..colon];
        string? task = colon < 0 ? null : only[(colon + 1)..];
        if (!IsOf(student))
            return terminal.Fail(ExitCode.NotFound, $"There is no submission of {student}.");
        AssignmentSource[] asked =
        [
            .. sources.Where(source => task is null || source.Tasks.Any(known => known.Name == task)),
        ];
        if (asked.Length == 0)
            return terminal.Fail(
                ExitCode.Usage,
                $"--only {only}: there is no task {task}. There are "
                    + $"{string.Join(", ", sources.SelectMany(source => source.Tasks).Select(known => known.Name))}."
            );

        // The other tasks lose their probes, so that they are not graded.
        AssignmentSource[] reduced =
        [
            .. asked.Select(source =>
                task is null
                    ? source
                    : source with
                    {
                        Tasks =
                        [
                            .. source.Tasks.Select(known => known.Name == task ? known : known with { Probes = [] }),
                        ],
                    }
            ),
        ];
        var grading = new ClassGrading(reduced, judge, store, options with { Resume = false });
        int code = ExitCode.Passed;
        foreach (
            Submission submission in submissions.Where(submission =>
                submission.Student == student && reduced.Any(source => source.Name == submission.Assignment)
            )
        )
        {
            JudgedSubmission graded = (await grading.GradeAsync(submission, null, cancellation)).Submission;
            if (task is null)
                store.Write(graded);
            Show(graded, task);
            if (graded.Problem is not null)
                code = ExitCode.CellFailed;
        }
        if (task is null)
            write();
        return code;
    }

    private void Show(JudgedSubmission submission, string? only)
    {
        terminal.WriteLine($"{submission.Key}");
        if (submission.Problem is { } problem)
            terminal.WriteLine($"  could not be graded: {problem}");
        foreach (SubmissionNote note in submission.Notes)
            terminal.WriteLine($"  {note.Text}");
        foreach (JudgedTask task in submission.Tasks.Where(task => only is null || task.Name == only))
            Show(task);
    }

    private void Show(JudgedTask task)
    {
        TaskScore score = task.Score();
        terminal.WriteLine("");
        terminal.WriteLine(
            task.IsByHand
                ? $"{task.Name}: {task.Points} points, by hand"
                : $"{task.Name}: {score.Points} of {task.Points} points"
        );
        terminal.WriteLine(Indented(task.Submitted ?? "(not answered)"));
        foreach (((Probe probe, Answer expected, Answer answer), Difference? difference) in
            task.Probes.Zip(score.Differences))
        {
            terminal.WriteLine(
                $"  {(difference is null ? "passed" : $"lost ({difference.Sentence})")}: {probe.Name}"
            );
            terminal.WriteLine(Indented(probe.Expression));
            terminal.WriteLine($"      expected {AnswerText.Of(expected)}");
            if (difference is not null)
                terminal.WriteLine($"      answered {AnswerText.Of(answer)}");
        }
        foreach (string mistake in score.Mistakes)
            terminal.WriteLine($"  {(score.Mistakes.Count == 1 ? "likely" : "possible")}: {mistake}");
        foreach (string note in task.Notes)
            terminal.WriteLine($"  {note}");
        if (task.Transcript.Length > 0)
            terminal.WriteLine("  transcript:\n" + Indented(task.Transcript));
    }

    private static string Indented(string text) =>
        "      " + text.TrimEnd().Replace("\n", "\n      ", StringComparison.Ordinal);
}
