namespace NeuralNotebooks.Classroom;

/// <summary>A class's results in one task.</summary>
internal sealed class TaskReport
{
    private readonly string _assignment;
    private readonly Dictionary<string, int> _mistakes = [],
        _accepted = [];

    public TaskReport(string assignment, GradedTask task)
    {
        _assignment = assignment;
        (Name, MaxPoints, IsByHand) = (task.Name, task.Points, task.IsByHand);
        Probes = [.. task.Probes.Select(probe => new ProbeReport(probe))];
    }

    public string Name { get; }

    public Points MaxPoints { get; }

    public bool IsByHand { get; }

    public IReadOnlyList<ProbeReport> Probes { get; }

    /// <summary>The points of each student.</summary>
    public List<Points> Points { get; } = [];

    /// <summary>How many answers a person still has to mark.</summary>
    public int Unmarked { get; private set; }

    /// <summary>How many have no answer at all.</summary>
    public int Unanswered { get; private set; }

    /// <summary>The students whose run reached a limit or ended its process.</summary>
    public List<(string Student, NoAnswerReason Reason)> Limits { get; } = [];

    /// <summary>The students whose answers use something that is not allowed, and the first such thing.</summary>
    public List<(string Student, string Id)> Refused { get; } = [];

    public List<WrongAnswer> Wrong { get; } = [];

    /// <summary>The groups that the teacher has accepted, with the number of their students.</summary>
    public IReadOnlyDictionary<string, int> Accepted => _accepted;

    /// <summary>How many answers each known mistake explains, the most frequent first.</summary>
    public IEnumerable<(string Sentence, int Count)> Mistakes =>
        _mistakes
            .OrderByDescending(mistake => mistake.Value)
            .ThenBy(mistake => mistake.Key, StringComparer.Ordinal)
            .Select(mistake => (mistake.Key, mistake.Value));

    /// <summary>The wrong answers, grouped.</summary>
    public IReadOnlyList<AnswerGroup> Groups(Sentences sentences) =>
        AnswerGroup.Of(Wrong, sentences.GroupsOf(_assignment, Name));

    public void Add(GradedSubmission submission, TaskGrade grade)
    {
        Points.Add(grade.Points);
        Unmarked += grade.IsUnmarked ? 1 : 0;
        if (IsByHand)
            return;
        if (grade.AcceptedGroup is { } group)
            _accepted[group] = _accepted.GetValueOrDefault(group) + 1;
        foreach (ProbeReport probe in Probes)
            probe.Add(grade);
        NoAnswerReason[] reasons = [.. grade.Task.Answers.OfType<NoAnswer>().Select(none => none.Reason).Distinct()];
        if (reasons is [NoAnswerReason.NotAnswered])
        {
            Unanswered++;
            return;
        }

        Refused.AddRange(
            grade
                .Task.Answers.OfType<NoAnswer>()
                .Where(none => none is { Reason: NoAnswerReason.Forbidden, Detail: not null })
                .Select(none => (submission.Student, none.Detail!))
                .Distinct()
        );
        Limits.AddRange(
            reasons
                .Where(reason =>
                    reason
                        is NoAnswerReason.TimeLimit
                            or NoAnswerReason.MemoryLimit
                            or NoAnswerReason.ProcessEnded
                            or NoAnswerReason.TooLarge
                )
                .Select(reason => (submission.Student, reason))
        );
        foreach (string mistake in grade.Score.Mistakes)
            _mistakes[mistake] = _mistakes.GetValueOrDefault(mistake) + 1;
        if (AnswerPattern.Of(_assignment, grade.Task, grade.Score) is { Count: > 0 } patterns)
            Wrong.Add(
                new(submission.Student, patterns, AnswerPattern.HashOf(grade.Task.Reference), grade.Score.Mistakes)
            );
    }
}

/// <summary>A class's results at one probe.</summary>
/// <param name="probe">The probe.</param>
internal sealed class ProbeReport(Probe probe)
{
    private readonly Dictionary<string, int> _kinds = [];

    public Probe Probe { get; } = probe;

    public int Passed { get; private set; }

    /// <summary>How many students were asked: the assignment may have changed between two submissions.</summary>
    public int Total { get; private set; }

    /// <summary>How the other answers differ, the most frequent first.</summary>
    public IEnumerable<(string Kind, int Count)> Kinds =>
        _kinds
            .OrderByDescending(kind => kind.Value)
            .ThenBy(kind => kind.Key, StringComparer.Ordinal)
            .Select(kind => (kind.Key, kind.Value));

    public void Add(TaskGrade grade)
    {
        int i = grade.Task.Probes.Select(probe => probe.Name).ToList().IndexOf(Probe.Name);
        if (i < 0)
            return;
        Total++;
        if (grade.Score.Differences[i] is { } difference)
            _kinds[DifferenceLabel.Of(difference)] = _kinds.GetValueOrDefault(DifferenceLabel.Of(difference)) + 1;
        else
            Passed++;
    }
}
