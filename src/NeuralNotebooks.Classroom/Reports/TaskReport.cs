namespace NeuralNotebooks.Classroom;

/// <param name="task">The task from one student's results.</param>
internal sealed class TaskReport(string assignment, JudgedTask task)
{
    private readonly Dictionary<string, AnswerGroup> _groups = [];

    public string Name { get; } = task.Name;

    public string Title { get; } = task.Title;

    public Points MaxPoints { get; } = task.Points;

    public IReadOnlyList<ProbeReport> Probes { get; } = [.. task.Probes.Select(probe => new ProbeReport(probe.Probe))];

    public List<Points> Points { get; } = [];

    public int Unmarked { get; private set; }

    public int Unanswered { get; private set; }

    public IEnumerable<AnswerGroup> Wrong =>
        _groups.Values.OrderByDescending(group => group.Students.Count)
            .ThenBy(group => group.Key, StringComparer.Ordinal);

    /// <summary>The group of each answer that the teacher has accepted.</summary>
    public List<string> Accepted { get; } = [];

    public void Add(string student, TaskGrade grade)
    {
        if (grade.IsUnmarked)
            Unmarked++;
        else
            Points.Add(grade.Points);
        if (grade.AcceptedGroup is { } accepted)
            Accepted.Add(accepted);
        if (grade.Task.IsByHand)
            return;
        foreach (ProbeReport probe in Probes)
            probe.Add(grade);
        if (grade.Task.Probes.Any(probe => probe.Actual is MissingValue { Reason: MissingReason.NotAnswered }))
            Unanswered++;
        else if (AnswerKeys.Of(assignment, grade.Task, grade.Score) is [var key, ..])
        {
            if (!_groups.TryGetValue(key, out AnswerGroup? group))
                _groups.Add(key, group = AnswerGroup.Of(key, grade.Task, grade.Score));
            group.Students.Add(student);
        }
    }
}

internal sealed class ProbeReport(Probe probe)
{
    private readonly List<Difference> _differences = [];

    public Probe Probe { get; } = probe;

    public int Passed => Total - _differences.Count;

    /// <summary>The number of students whose results contain the probe. Some may not, if the assignment has changed
    /// between two runs of grading.</summary>
    public int Total { get; private set; }

    /// <summary>How the other values differ, the most frequent first.</summary>
    public IEnumerable<string> Kinds =>
        _differences.CountBy(difference => DifferenceWords.Of(difference).Label).OrderByDescending(kind => kind.Value)
            .ThenBy(kind => kind.Key, StringComparer.Ordinal)
            .Select(kind => Invariant($"{kind.Key} ({kind.Value})"));

    public void Add(TaskGrade grade)
    {
        int at = grade.Task.Probes.TakeWhile(probe => probe.Probe.Name != Probe.Name).Count();
        if (at == grade.Task.Probes.Count)
            return;
        Total++;
        if (grade.Score.Differences[at] is { } difference)
            _differences.Add(difference);
    }
}
