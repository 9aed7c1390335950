using NeuralNotebooks.Classroom;

namespace NeuralNotebooks.Cli;

/// <summary><c>nn grade</c>, step by step: read the sources, find the submissions, grade them, write the
/// results.</summary>
internal sealed class GradeWorkflow(Terminal terminal)
{
    public async Task<int> RunAsync(GradeRequest request, CancellationToken cancellation)
    {
        if (!Path.Exists(request.Submitted))
            return terminal.Fail(ExitCode.NotFound, $"There is no file or folder {request.Submitted}.");
        var selection = SourceSelection.Of(request.Sources);
        if (SourceProblemsView.Show(terminal, selection) is not ExitCode.Passed and var code)
            return code == ExitCode.CellFailed ? ExitCode.NotCSharp : code;

        using var kit = new JudgedKit();
        var store = new GradingStore(request.Output);
        try
        {
            StudentList students = Students(request.Submitted, store);
            List<string> reports = [];
            IReadOnlyList<Submission> found = Submission.FindAll(
                request.Submitted,
                [.. selection.Sources.Select(source => source.Name)],
                students,
                reports.Add
            );
            foreach (string line in reports)
                terminal.WriteError($"note: {line}");
            if (found.Count == 0)
                return terminal.Fail(
                    ExitCode.NotCSharp,
                    $"There is no submission of "
                        + $"{string.Join(" or ", selection.Sources.Select(source => source.Name))} in "
                        + $"{request.Submitted}: expected STUDENT/ASSIGNMENT/NOTEBOOK.ipynb, or a zip from "
                        + $"Moodle or Canvas."
                );
            if (request.IsBlind)
                (found, students) = Blind(found, students, store);
            GradingOptions options = request.Options with
            {
                KitScript = request.Options.KitScript ?? kit.Script,
            };
            IsolationKind? isolation = await IsolationAsync(options, cancellation);
            if (request.IsForReceipts)
            {
                RefusedUses refused = isolation is { } kind
                    ? await RefusedAsync(selection.Sources, found, kind, options, cancellation)
                    : RefusedUses.None;
                return ShowReceipts(
                    Receipts.Write(store.Path, selection.Sources, found, students, reports, refused),
                    store
                );
            }
            if (isolation is null)
                return ExitCode.Usage;
            await using var judge = new Judge(isolation.Value);
            ShardFile.Write(store.Path, request.Shard, found.Select(submission => submission.Key));
            Submission[] own = [.. found.Where(submission => request.Shard.Has(submission.Student))];
            if (request.Only is { } only)
                return await new RegradeWorkflow(terminal, store, judge, options).RunAsync(
                    only,
                    selection.Sources,
                    own,
                    () => Write(store, students, own, [], request.Imports),
                    cancellation
                );

            SubmissionKey[] all = [.. own.Select(submission => submission.Key)];
            string[] assignments = [.. selection.Sources.Select(source => source.Name)];
            foreach (
                SubmissionKey gone in store.Withdraw(
                    all,
                    key => request.Shard.Has(key.Student) && assignments.Contains(key.Assignment)
                )
            )
                terminal.WriteError($"note: {gone}: it is not submitted any more, and its result was removed.");
            foreach (SubmissionKey key in all.Where(store.IsDamaged))
                terminal.WriteError($"note: {store.AnswersOf(key)} is damaged. The submission is graded again.");
            var grading = new ClassGrading(selection.Sources, judge, store, options);
            IReadOnlyList<GradedRun> runs = await GradeProgress.ShowAsync(
                terminal,
                own.Length,
                progress => grading.RunAsync(own, progress, cancellation)
            );
            Write(store, students, own, runs, request.Imports);
            return GradeSummaryView.Show(terminal, store, runs);
        }
        catch (OperationCanceledException)
        {
            return terminal.Fail(
                ExitCode.Interrupted,
                $"Interrupted. The finished results are in {store.Path}. To continue, use --resume."
            );
        }
        catch (Exception e) when (e is FormatException or InvalidDataException)
        {
            return terminal.Fail(ExitCode.NotCSharp, e.Message);
        }
    }

    /// <summary>Replaces the students' names by pseudonyms. The names are stored beside the results and used only in
    /// the grades.</summary>
    private static (IReadOnlyList<Submission> Submissions, StudentList Students) Blind(
        IReadOnlyList<Submission> submissions,
        StudentList students,
        GradingStore store
    )
    {
        store.WriteNames(
            submissions
                .Select(submission => submission.Student)
                .Concat(students.Ids)
                .Concat(students.Names.Values)
                .Distinct()
        );
        return ([.. submissions.Select(submission => submission.Blind())], StudentList.Read(store.Path));
    }

    private static async Task<RefusedUses> RefusedAsync(
        IReadOnlyList<AssignmentSource> sources,
        IReadOnlyList<Submission> submissions,
        IsolationKind isolation,
        GradingOptions options,
        CancellationToken cancellation
    )
    {
        await using var judge = new Judge(isolation);
        return await RefusedUses.FindAsync(sources, submissions, judge, options, cancellation);
    }

    private int ShowReceipts(IReadOnlyList<Receipt> receipts, GradingStore store)
    {
        int absent = receipts.Count(receipt => receipt.IsAbsent);
        terminal.WriteLine(
            $"{receipts.Count(receipt => receipt.Lost == default(Points))} of {receipts.Count - absent} submissions "
                + $"lose nothing{(absent > 0 ? $", {absent} more are missing" : "")}: "
                + Path.Combine(store.Path, Receipts.FileName)
        );
        return receipts.Any(receipt => receipt.Problem is not null) ? ExitCode.CellFailed : ExitCode.Passed;
    }

    /// <summary>The sandbox for submissions. It is tested by trying to escape from it. Null if none works and the user
    /// has not allowed grading without one.</summary>
    private async Task<IsolationKind?> IsolationAsync(GradingOptions options, CancellationToken cancellation)
    {
        if (!options.IsIsolated)
        {
            terminal.WriteError(
                "warning: --no-isolation: the code of submissions can read and change whatever you can."
            );
            return IsolationKind.None;
        }
        IsolationReport report = await IsolationCheck.FindAsync(cancellation);
        if (report.IsIsolated)
        {
            IEnumerable<string> closed = report
                .Findings.Where(finding => finding.IsEnforced)
                .Select(finding => finding.Name);
            terminal.WriteLine($"Sandbox: {string.Join(", ", closed)} are out of reach.");
            return report.Kind;
        }
        foreach (
            IsolationFinding finding in report.Findings.Where(finding =>
                finding is { IsEnforced: false, IsNeeded: true }
            )
        )
            terminal.WriteError($"Not blocked for submissions: {finding.Name}. {finding.Detail}");
        terminal.WriteError(
            "Submissions are not judged without a sandbox, unless --no-isolation allows it. See nn doctor."
        );
        return null;
    }

    /// <summary>Reads the class list. The class list and the due dates are first copied from the submissions' folder to
    /// the results, where merging and the pages need them.</summary>
    private static StudentList Students(string submitted, GradingStore store)
    {
        string folder = Directory.Exists(submitted) ? submitted : Path.GetDirectoryName(Path.GetFullPath(submitted))!;
        Directory.CreateDirectory(store.Path);
        foreach (string name in (string[])[StudentList.FileName, DueDates.FileName])
        {
            string given = Path.Combine(folder, name),
                kept = Path.Combine(store.Path, name);
            if (File.Exists(given) && Path.GetFullPath(given) != kept)
                File.Copy(given, kept, overwrite: true);
        }
        return StudentList.Read(store.Path);
    }

    private void Write(
        GradingStore store,
        StudentList students,
        IEnumerable<Submission> submissions,
        IEnumerable<GradedRun> runs,
        IReadOnlyList<string> imports
    )
    {
        var files = new ResultFiles(store, students);
        files.Write(
            submissions.Select(submission => submission.Key),
            runs.Where(run => run.Duration is not null)
                .ToDictionary(run => run.Key, run => (run.Duration!.Value, run.Cpu)),
            imports
        );
        ClassReport.Write(store.Path);
        foreach (string problem in files.Problems)
            terminal.WriteError($"note: {problem}");
    }
}
