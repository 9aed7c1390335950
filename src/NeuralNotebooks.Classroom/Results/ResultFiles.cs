namespace NeuralNotebooks.Classroom;

/// <summary>Writes the files of grades for people and for learning platforms from the results in a store. Durations are
/// in a separate file, so that the other files are reproducible.</summary>
public sealed class ResultFiles(GradingStore store)
{
    public const string Grades = AssignmentFiles.Grades, Report = "report.xml", Times = "times.csv";

    internal const string TimesColumns = "assignment,student_id,seconds,cpu_seconds";

    /// <summary>Whether grades are written, too, in which a task is not marked yet, with the points so far. Otherwise
    /// they are empty, so that no platform imports them as final.</summary>
    public bool IsPartial { get; init; }

    /// <param name="submissions">The submissions. Those without results are left out.</param>
    /// <param name="durations">The durations of submissions graded in this run. If none was, the file of an earlier run
    /// stays.</param>
    public WrittenResults Write(
        IEnumerable<SubmissionKey> submissions,
        IReadOnlyDictionary<SubmissionKey, (TimeSpan Duration, TimeSpan Cpu)>? durations = null,
        params IReadOnlyList<string> platforms)
    {
        var stored = new ClassGrades(store);
        var grades = new GradesTable(stored.Adjustments.Students);
        var report = new GradesReport();
        var imports = new PlatformImport(stored.Adjustments.Students);
        var notes = new TableNotes(store, stored.Adjustments);
        List<string> damaged = [], notGraded = [];
        HashSet<SubmissionKey> asked = [.. submissions];
        var written = new List<SubmissionKey>();
        int byHand = 0, unmarked = 0;
        foreach (SubmissionGrade grade in stored.Read(damaged.Add))
        {
            notes.Add(grade); // The tables may have rows about the results of other assignments.
            SubmissionKey key = grade.Submission.Key;
            if (!asked.Contains(key))
                continue;
            NamedFile.Update(store.Folder.ResultOf(key), PrairieLearnResult.Of(grade));
            if (grade.Submission.Code.Length > 0)
                NamedFile.Update(store.Folder.CodeOf(key), grade.Submission.Code);
            byHand += grade.Submission.Problem is null && grade.Tasks.Any(task => task.Task.IsByHand) ? 1 : 0;
            unmarked += grade.IsComplete ? 0 : 1;
            grades.Add(grade, IsPartial || grade.IsComplete);
            report.Add(grade);
            imports.Add(grade, IsPartial || grade.IsComplete);
            written.Add(key);
            if (grade.Submission.Problem is { } problem)
                notGraded.Add($"{key} could not be graded: {problem}");
        }
        grades.AddAbsent(ShardFile.Read(store.Path)?.Shard ?? Shard.Whole);

        Write(Grades, grades.ToCsv());
        Write(Report, report.ToXml());
        if (durations is { Count: > 0 })
            Write(Times, Csv.Write(written.Where(durations.ContainsKey).Select(TimesOf), TimesColumns));
        IEnumerable<string> known = PlatformImport.Names.Where(name =>
            Directory.EnumerateFiles(store.Path, $"{name}*.csv").Any());
        foreach ((string name, string text) in platforms.Union(known).SelectMany(imports.FilesFor))
            Write(name, text);
        string state = IsPartial ? "have the points so far" : "are empty; --partial writes the points so far";
        string[] incomplete = unmarked == 0 ? [] :
        [
            $"{unmarked} of {byHand} submissions with tasks for marking are not marked yet. Their grades {state}. To "
                + $"mark: nn assign mark {store.Path} --open",
        ];
        return new([.. notes.ToMessages(), .. damaged, .. incomplete], notGraded);

        string[] TimesOf(SubmissionKey key) =>
            [
                Csv.Text(key.Assignment), Csv.Text(key.Folder),
                Seconds(durations[key].Duration), Seconds(durations[key].Cpu),
            ];
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);

    private void Write(string name, string text) => NamedFile.Write(Path.Combine(store.Path, name), text);
}

/// <param name="Problems">Messages for the teacher, such as one about a misspelt task in <c>adjust.csv</c>.</param>
/// <param name="NotGraded">The submissions that could not be graded, with the reason.</param>
public sealed record WrittenResults(IReadOnlyList<string> Problems, IReadOnlyList<string> NotGraded);
