namespace NeuralNotebooks.Classroom;

/// <summary>A class's results in one task.</summary>
/// <param name="assignment">The name of its assignment.</param>
/// <param name="task">The task from one student's results.</param>
internal sealed class TaskReport(string assignment, JudgedTask task)
{
    public string Name { get; } = task.Name;

    public Points MaxPoints { get; } = task.Points;

    public bool IsByHand { get; } = task.IsByHand;

    public IReadOnlyList<ProbeReport> Probes { get; } = [.. task.Probes.Select(probe => new ProbeReport(probe.Probe))];

    /// <summary>The points of each student.</summary>
    public List<Points> Points { get; } = [];

    /// <summary>The number of answers that a person still has to mark.</summary>
    public int Unmarked { get; private set; }

    /// <summary>The number of students without an answer.</summary>
    public int Unanswered { get; private set; }

    /// <summary>The wrong answers.</summary>
    public List<WrongAnswer> Wrong { get; } = [];

    /// <summary>The group of each answer that the teacher has accepted.</summary>
    public List<string> Accepted { get; } = [];

    /// <param name="student">The student.</param>
    /// <param name="grade">The student's points for this task.</param>
    /// <param name="elsewhere">The student's points for the other tasks.</param>
    public void Add(string student, TaskGrade grade, double elsewhere)
    {
        Points.Add(grade.Points);
        Unmarked += grade.IsUnmarked ? 1 : 0;
        if (grade.AcceptedGroup is { } group)
            Accepted.Add(group);
        if (IsByHand)
            return;
        foreach (ProbeReport probe in Probes)
            probe.Add(student, grade, elsewhere);
        if (grade.Task.Probes.Any(probe => probe.Actual is MissingValue { Reason: MissingReason.NotAnswered }))
            Unanswered++;
        else if (AnswerPattern.Of(assignment, grade.Task, grade.Score) is { Count: > 0 } patterns)
            Wrong.Add(new(student, patterns, AnswerPattern.HashOfExpected(grade.Task), grade.Score.Mistakes));
    }

    /// <summary>How often each text occurs, the most frequent first.</summary>
    public static IEnumerable<(string Text, int Count)> Counted(IEnumerable<string> texts) =>
        texts
            .CountBy(text => text)
            .OrderByDescending(text => text.Value)
            .ThenBy(text => text.Key, StringComparer.Ordinal)
            .Select(text => (text.Key, text.Value));
}

/// <summary>A class's results at one probe.</summary>
/// <param name="probe">The probe.</param>
internal sealed class ProbeReport(Probe probe)
{
    private readonly List<Difference> _differences = [];
    private readonly Dictionary<string, ProbeResult> _results = [];

    public Probe Probe { get; } = probe;

    /// <summary>Whether each student passed it, and the student's points for everything else.</summary>
    public IReadOnlyDictionary<string, ProbeResult> Results => _results;

    /// <summary>The number of values that passed.</summary>
    public int Passed => _results.Values.Count(result => result.HasPassed);

    /// <summary>The number of students whose results contain the probe. Some may not, if the assignment has changed
    /// between two runs of grading.</summary>
    public int Total => _results.Count;

    /// <summary>How the other values differ, the most frequent first.</summary>
    public IEnumerable<(string Kind, int Count)> Kinds =>
        TaskReport.Counted(_differences.Select(difference => DifferenceWords.Of(difference).Label));

    public void Add(string student, TaskGrade grade, double elsewhere)
    {
        int at = grade.Task.Probes.TakeWhile(probe => probe.Probe.Name != Probe.Name).Count();
        if (at == grade.Task.Probes.Count)
            return;
        Difference? difference = grade.Score.Differences[at];
        if (difference is not null)
            _differences.Add(difference);
        double earned = difference is null ? (double)Probe.Points : 0;
        Add(student, difference is null, elsewhere + (double)grade.Score.Points - earned);
    }

    public void Add(string student, bool hasPassed, double rest) => _results[student] = new(hasPassed, rest);
}

/// <summary>A student's result at one probe.</summary>
/// <param name="HasPassed">Whether the value is right.</param>
/// <param name="Rest">The student's points for everything else.</param>
internal readonly record struct ProbeResult(bool HasPassed, double Rest);
