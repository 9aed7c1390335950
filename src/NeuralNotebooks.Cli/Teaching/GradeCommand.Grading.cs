namespace NeuralNotebooks.Cli;

/// <content>The steps: read the sources, find the submissions, grade them, write the results.</content>
internal sealed partial class GradeCommand
{
    private async Task<int> RunAsync(ParseResult given, CancellationToken cancellation)
    {
        string submitted = given.GetRequiredValue(_submitted);
        if (!Path.Exists(submitted))
            return Terminal.Fail(ExitCode.NotFound, $"There is no file or folder {submitted}.");
        var selection = SourceSelection.Of(given.GetRequiredValue(_sources));
        int code = SourceProblemsView.Show(Terminal, selection, withErrors: ExitCode.UnusableInput);
        if (code != ExitCode.Passed)
            return code;
        var store = new GradingStore(given.GetRequiredValue(_output));
        try
        {
            return await RunAsync(given, submitted, selection.Sources, store, cancellation);
        }
        catch (OperationCanceledException)
        {
            return Terminal.Fail(
                ExitCode.Interrupted,
                $"Interrupted. The finished results are in {store.Path}. To continue, use --resume.");
        }
    }

    private async Task<int> RunAsync(
        ParseResult given, string submitted, IReadOnlyList<AssignmentSource> sources, GradingStore store,
        CancellationToken cancellation)
    {
        Shard shard = given.GetRequiredValue(_shard);
        StudentList students = Students(submitted, store);
        string[] assignments = [.. sources.Select(source => source.Name)];
        IReadOnlyList<Submission> submissions =
            SubmissionSearch.Find(submitted, assignments, students, Terminal.WriteNote);
        if (submissions.Count == 0)
            return Terminal.Fail(
                ExitCode.UnusableInput,
                $"There is no submission of {string.Join(" or ", assignments)} in "
                    + $"{submitted}: expected STUDENT/ASSIGNMENT/NOTEBOOK.ipynb, or a zip from Moodle "
                    + "or Canvas.");
        using var kit = new JudgeKit(Workplace.Kit);
        GradingOptions options = OptionsOf(given) with { KitScript = kit.Script };
        if (await new SandboxSelection(Terminal).FindAsync(!given.GetValue(_noIsolation), cancellation)
            is not { } sandbox)
            return ExitCode.Usage;
        await using var judge = new GraderJudge(sandbox);
        Submission[] own = [.. submissions.Where(submission => shard.Has(submission.Folder))];
        if (given.GetValue(_only) is { } only)
            return await new RegradeWorkflow(Terminal, store, judge, options).RunAsync(
                only, sources, students, own, () => Write(given, store, own, []), cancellation);
        ShardFile.Write(store.Path, shard, submissions.Select(submission => submission.Key));
        NoteChanges(store, shard, assignments, own);
        var grading = new ClassGrading(sources, judge, store, options);
        IReadOnlyList<GradedRun> runs = await GradeProgress.ShowAsync(
            Terminal, own.Length, progress => grading.RunAsync(own, progress, cancellation));
        foreach (GradedRun run in runs.Where(run => run.WasDamaged))
            Terminal.WriteNote($"{store.Folder.AnswersOf(run.Key)} was damaged. The submission was graded again.");
        Write(given, store, own, runs);
        return Summarize(store, runs);
    }

    private void NoteChanges(GradingStore store, Shard shard, string[] assignments, IEnumerable<Submission> submissions)
    {
        foreach (SubmissionKey gone in store.Withdraw(
                [.. submissions.Select(submission => submission.Key)],
                key => shard.Has(key.Folder) && assignments.Contains(key.Assignment)))
            Terminal.WriteNote($"{gone}: it is not submitted any more, and its result was removed.");
    }

    /// <summary>Reads the class list. The class list and the due dates are first copied from the submissions' folder to
    /// the results, where merging and the pages need them.</summary>
    private StudentList Students(string submitted, GradingStore store)
    {
        string folder = Directory.Exists(submitted) ? submitted : Path.GetDirectoryName(Path.GetFullPath(submitted))!;
        Directory.CreateDirectory(store.Path);
        foreach (string name in (string[])[StudentList.FileName, DueDates.FileName])
        {
            string given = Path.Combine(folder, name),
                kept = Path.Combine(store.Path, name);
            if (File.Exists(given) && Path.GetFullPath(given) != kept)
                File.Copy(given, kept, overwrite: true);
            else if (!File.Exists(given) && File.Exists(kept))
                Terminal.WriteNote($"{kept} is used, since there is no {given}.");
        }
        return StudentList.Read(store.Path);
    }

    private void Write(
        ParseResult given, GradingStore store, IEnumerable<Submission> submissions, IEnumerable<GradedRun> runs)
    {
        WrittenResults written = ResultsStep.Write(
            store, given.GetValue(_partial), submissions.Select(submission => submission.Key),
            runs.Where(run => run.Duration is not null)
                .ToDictionary(run => run.Key, run => (run.Duration!.Value, run.Cpu)),
            given.GetValue(_imports) ?? []);
        foreach (string problem in written.Problems)
            Terminal.WriteNote(problem);
    }

    private int Summarize(GradingStore store, IReadOnlyList<GradedRun> runs)
    {
        GradedRun[] failed =
            [.. runs.Where(run => run.Problem is not null).OrderBy(run => run.Key, SubmissionKey.Ordinal)];
        foreach (GradedRun run in failed)
            Terminal.WriteError($"{run.Key} could not be graded: {run.Problem}");
        int kept = runs.Count(run => run.Duration is null);
        Terminal.WriteLine(
            $"{runs.Count - failed.Length} of {runs.Count} submissions "
                + $"graded{(kept > 0 ? $", {kept} of them unchanged" : "")}. Results: "
                + $"{Path.Combine(store.Path, ClassReport.FileName)}");
        if (failed.Length < runs.Count)
            Terminal.WriteLine($"Next: nn feedback {ShellPath.Quoted(store.Path)}");
        return failed.Length > 0 ? ExitCode.Failed : ExitCode.Passed;
    }
}
