namespace NeuralNotebooks.Cli;

/// <summary><c>nn grade --only</c>: regrades one student, and shows the teacher all details.</summary>
internal sealed class RegradeWorkflow(Terminal terminal, GradingStore store, GraderJudge judge, GradingOptions options)
{
    /// <param name="students">The class, by whose ids the student may be named.</param>
    public async Task<int> RunAsync(
        string only, IReadOnlyList<AssignmentSource> sources, StudentList students,
        IReadOnlyList<Submission> submissions, Action write, CancellationToken cancellation)
    {
        Submission[] Of(string student) =>
            [
                .. submissions.Where(submission =>
                    submission.Id.Text == student || students.IsNameOf(student, submission.Folder)),
            ];
        int colon = Of(only).Length > 0 ? -1 : only.LastIndexOf(':');
        string student = colon < 0 ? only : only[..colon];
        string? task = colon < 0 ? null : only[(colon + 1)..];
        AssignmentSource[] asked =
            [.. sources.Where(source => task is null || source.Tasks.Any(known => known.Name == task))];
        if (asked.Length == 0)
            return terminal.Fail(
                ExitCode.Usage,
                $"--only {only}: there is no task {task}. There are "
                    + $"{string.Join(", ", sources.SelectMany(source => source.Tasks).Select(known => known.Name))}.");
        Submission[] own = [.. Of(student).Where(one => asked.Any(source => source.Name == one.Assignment))];
        if (own.Length == 0)
            return terminal.Fail(ExitCode.NotFound, $"There is no submission of {only}.");

        var grading = new ClassGrading(asked, judge, store, options);
        int code = ExitCode.Passed;
        foreach (Submission submission in own)
        {
            (IReadOnlyList<string> details, bool isGraded) = await grading.RegradeAsync(submission, task, cancellation);
            foreach (string line in details)
                terminal.WriteLine(line);
            if (!isGraded)
                code = ExitCode.Failed;
        }
        if (task is null)
            write();
        return code;
    }
}
