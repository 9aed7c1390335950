namespace NeuralNotebooks.Cli;

/// <summary><c>nn grade</c>, step by step: read the sources, find the submissions, grade them, write the
/// results.</summary>
internal sealed class GradeWorkflow(Terminal terminal)
{
    public required string Submitted { get; init; }

    public required IReadOnlyList<string> Sources { get; init; }

    public required string Output { get; init; }

    public required Shard Shard { get; init; }

    /// <summary>A student, or a student and a task with a colon between them; null for the whole class.</summary>
    public required string? Only { get; init; }

    public required bool IsBlind { get; init; }

    public required IReadOnlyList<string> Imports { get; init; }

    public required bool IsPartial { get; init; }

    public required GradingOptions Options { get; init; }

    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        if (!Path.Exists(Submitted))
            return terminal.Fail(ExitCode.NotFound, $"There is no file or folder {Submitted}.");
        var selection = SourceSelection.Of(Sources);
        int code = SourceProblemsView.Show(terminal, selection, withErrors: ExitCode.UnusableInput);
        if (code != ExitCode.Passed)
            return code;
        var store = new GradingStore(Output);
        try
        {
            return await RunAsync(selection.Sources, store, cancellation);
        }
        catch (OperationCanceledException)
        {
            return terminal.Fail(
                ExitCode.Interrupted,
                $"Interrupted. The finished results are in {store.Path}. To continue, use --resume.");
        }
        catch (Exception e) when (e is FormatException or InvalidDataException)
        {
            return terminal.Fail(ExitCode.UnusableInput, e.Message);
        }
    }

    private async Task<int> RunAsync(
        IReadOnlyList<AssignmentSource> sources, GradingStore store, CancellationToken cancellation)
    {
        StudentList students = Students(store);
        string[] assignments = [.. sources.Select(source => source.Name)];
        IReadOnlyList<Submission> submissions =
            SubmissionSearch.Find(Submitted, assignments, students, terminal.WriteNote);
        if (submissions.Count == 0)
            return terminal.Fail(
                ExitCode.UnusableInput,
                $"There is no submission of {string.Join(" or ", assignments)} in "
                    + $"{Submitted}: expected STUDENT/ASSIGNMENT/NOTEBOOK.ipynb, or a zip from Moodle "
                    + "or Canvas.");
        // A folder contains either names or pseudonyms: results of both kinds would list every student twice.
        if (IsBlind && !students.IsAnonymous && store.List().Count > 0)
            return terminal.Fail(
                ExitCode.Usage, $"The results in {store.Path} have names: choose another --output for --blind.");
        if (students.IsAnonymous && !IsBlind)
            terminal.WriteNote($"The results in {store.Path} have no names: --blind applies to this command, too.");
        using var kit = new JudgedKit();
        GradingOptions options = Options with { KitScript = kit.Script };
        IsolationKind? sandbox = await new SandboxSelection(terminal).FindAsync(options.IsIsolated, cancellation);
        if (sandbox is null)
            return ExitCode.Usage;
        if (IsBlind || students.IsAnonymous)
        {
            // The names are stored beside the results and used only in the grades.
            IEnumerable<string> names = submissions.Select(submission => submission.Student);
            IEnumerable<string> ofClass = students.Ids.Select(students.FolderOf);
            store.WriteNames(names.Concat(ofClass).Concat(students.Names.Values).Distinct());
            students = StudentList.Read(store.Path);
            submissions = [.. submissions.Select(submission => submission.Blind())];
        }

        await using var judge = new SandboxedJudge(sandbox.Value);
        Submission[] own = [.. submissions.Where(submission => Shard.Has(submission.Student))];
        if (Only is { } only)
            return await new RegradeWorkflow(terminal, store, judge, options).RunAsync(
                only, sources, students, own, () => Write(store, own, []), cancellation);
        ShardFile.Write(store.Path, Shard, submissions.Select(submission => submission.Key));
        NoteChanges(store, assignments, own);
        var grading = new ClassGrading(sources, judge, store, options);
        IReadOnlyList<GradedRun> runs = await GradeProgress.ShowAsync(
            terminal, own.Length, progress => grading.RunAsync(own, progress, cancellation));
        foreach (GradedRun run in runs.Where(run => run.WasDamaged))
            terminal.WriteNote($"{store.Folder.AnswersOf(run.Key)} was damaged. The submission was graded again.");
        Write(store, own, runs);
        return GradeSummaryView.Show(terminal, store, runs);
    }

    private void NoteChanges(GradingStore store, string[] assignments, IEnumerable<Submission> submissions)
    {
        foreach (SubmissionKey gone in store.Withdraw(
                [.. submissions.Select(submission => submission.Key)],
                key => Shard.Has(key.Student) && assignments.Contains(key.Assignment)))
            terminal.WriteNote($"{gone}: it is not submitted any more, and its result was removed.");
    }

    /// <summary>Reads the class list. The class list and the due dates are first copied from the submissions' folder to
    /// the results, where merging and the pages need them.</summary>
    private StudentList Students(GradingStore store)
    {
        string folder = Directory.Exists(Submitted) ? Submitted : Path.GetDirectoryName(Path.GetFullPath(Submitted))!;
        Directory.CreateDirectory(store.Path);
        foreach (string name in (string[])[StudentList.FileName, DueDates.FileName])
        {
            string given = Path.Combine(folder, name),
                kept = Path.Combine(store.Path, name);
            if (File.Exists(given) && Path.GetFullPath(given) != kept)
                File.Copy(given, kept, overwrite: true);
            else if (!File.Exists(given) && File.Exists(kept))
                terminal.WriteNote($"{kept} is used, since there is no {given}.");
        }
        return StudentList.Read(store.Path);
    }

    private void Write(GradingStore store, IEnumerable<Submission> submissions, IEnumerable<GradedRun> runs)
    {
        var files = new ResultFiles(store) { IsPartial = IsPartial };
        files.Write(
            submissions.Select(submission => submission.Key),
            runs.Where(run => run.Duration is not null)
                .ToDictionary(run => run.Key, run => (run.Duration!.Value, run.Cpu)),
            Imports);
        ClassReport.Write(store.Path);
        foreach (string problem in files.Problems)
            terminal.WriteNote(problem);
    }
}
