namespace NeuralNotebooks.Classroom;

/// <summary>The table of an assignment on the teacher's page: below each task the groups of equal wrong answers, with
/// their share of the class and the mistake that explains them.</summary>
/// <param name="report">The assignment.</param>
/// <param name="anchor">The HTML id of its section.</param>
/// <param name="store">The results.</param>
internal sealed class MistakeTable(AssignmentReport report, string anchor, GradingStore store)
{
    private const int MaxGroups = 30, MaxProbes = 8, MaxNames = 20, MaxCode = 4_000;

    private readonly Dictionary<ProbeReport, ProbeQuality?> _qualities = Qualities(report);

    public Markup Of() =>
        Markup.Table(
            Markup.Raw(
                """<th>Task</th><th class="number">Students</th><th class="number">Share</th><th>Answers</th>"""
            ),
            report.Tasks.SelectMany(Rows),
            "table mistakes"
        );

    /// <summary>The names of students, collapsed if there are many.</summary>
    public static Markup Students(IEnumerable<string> students)
    {
        Markup[] all = [.. students.Select(student => Markup.Text(student, 100))];
        Markup names = Markup.Join(", ", all);
        return all.Length <= MaxNames
            ? Markup.Of($"""<span class="soft">{names}</span>""")
            : Markup.Details(Readable.Count(all.Length, "student"), names);
    }

    private IEnumerable<Markup> Rows(TaskReport task, int index)
    {
        yield return Row(task, Name(task, index), task.Points.Count, Summary(task));
        if (task.Unanswered > 0)
            yield return Row(task, "", task.Unanswered, "not answered");
        IReadOnlyList<AnswerGroup> groups = AnswerGrouping.Of(task.Wrong);
        foreach (AnswerGroup group in groups.Take(MaxGroups))
            yield return Row(task, "", group.Answers.Count, Group(task, group));
        int rest = groups.Skip(MaxGroups).Sum(group => group.Answers.Count);
        if (rest > 0)
            yield return Row(task, "", rest, "other wrong answers");
        foreach (var accepted in task.Accepted.CountBy(group => group).OrderBy(group => group.Key))
            yield return Row(
                task,
                "",
                accepted.Value,
                Markup.Of($"accepted, by <code>{Adjustments.Accepted}</code>: group <code>{accepted.Key}</code>")
            );
    }

    private static Markup Row(TaskReport task, Markup name, int students, Markup answers) =>
        Markup.Of(
            $"""
            <td>{name}</td><td class="number">{students}</td>
            <td class="number">{Readable.Share(students, task.Points.Count)}</td><td>{answers}</td>
            """
        );

    private Markup Name(TaskReport task, int index) =>
        Markup.Of($"""<b id="{anchor}-{index + 1}">{task.Name}</b>""");

    private static Dictionary<ProbeReport, ProbeQuality?> Qualities(AssignmentReport report)
    {
        ProbeReport[] probes = [.. report.Tasks.SelectMany(task => task.Probes)];
        return probes.Zip(ProbeQuality.Of(probes)).ToDictionary();
    }

    private Markup Summary(TaskReport task)
    {
        string Share(Func<Points, bool> which) => Readable.Share(task.Points.Count(which), task.Points.Count);
        Markup probes = Markup.List(
            task.Probes.Select(probe =>
            {
                string kinds = string.Join(", ", probe.Kinds.Select(kind => Invariant($"{kind.Kind} ({kind.Count})")));
                string discrimination = _qualities[probe]?.Discrimination is { } r
                    ? Invariant($"; discrimination {r:0.00}").Replace('-', '−')
                    : "";
                Markup advice = _qualities[probe]?.Advice is { } sentence
                    ? Markup.Of($""". <span class="soft">{sentence}</span>""")
                    : default;
                return Markup.Of(
                    $"""
                    {probe.Probe.Name}, {Readable.Points(probe.Probe.Points)}: {probe.Passed} of {probe.Total}
                    passed{(kinds.Length > 0 ? $"; the others differ in {kinds}" : "")}{discrimination}{advice}
                    """
                );
            })
        );
        Markup unmarked = task.Unmarked == 0
            ? default
            : Markup.Of(
                $"""; {Readable.Count(task.Unmarked, "answer")} <a href="{MarkingPage.FileName}">to be marked</a>"""
            );
        return Markup.Of(
            $"""
            mean {ReportPage.Mean(task.Points)} of {Readable.Points(task.MaxPoints)}; all points:
            {Share(points => points >= task.MaxPoints)}, none: {Share(points => points == default)}{unmarked}
            {(probes.IsEmpty ? default : Markup.Details(Readable.Count(task.Probes.Count, "probe"), probes))}
            """
        );
    }

    private Markup Group(TaskReport task, AnswerGroup group)
    {
        string first = group.Answers[0].Student;
        JudgedTask? sample = store
            .Read(new(first, report.Name))
            ?.Tasks.FirstOrDefault(graded => graded.Name == task.Name);
        Markup sentence =
            group.Mistakes.Count > 0 ? Markup.Join("; or ", group.Mistakes.Select(Markup.Sentence))
            : sample?.Probes.All(probe => probe.Actual is MissingValue) == true
                ? LostProbes.Value(sample.Probes[0].Actual)
            : "no mistake of the source explains it";
        return Markup.Of(
            $"""
            {sentence} <span class="soft">· group <code>{group.Pattern.Key}</code></span>
            {(sample is null ? default : Markup.Details("Answer of one student", Values(group, sample)))}
            {Students(group.Answers.Select(answer => answer.Student))} · {LostProbes.Link(new(first, report.Name))}
            """
        );
    }

    /// <summary>The values of one student of the group. Those of other students with the same variant are
    /// equal.</summary>
    private static Markup Values(AnswerGroup group, JudgedTask sample)
    {
        JudgedProbe[] lost = [.. sample.Score().Lost.Select(i => sample.Probes[i])];
        Markup values = Markup.List(
            lost.Take(MaxProbes).Select(probe =>
                Markup.Of(
                    $"""
                    {probe.Probe.Name}: expected {LostProbes.Value(probe.Expected)}, answered
                    {LostProbes.Value(probe.Actual)}
                    """
                )
            )
        );
        string more = lost.Length > MaxProbes ? $"And {Readable.Count(lost.Length - MaxProbes, "more probe")}. " : "";
        Markup alike = Alike(group) is { } sentence && lost.Any(probe => probe.Actual is not MissingValue)
            ? Markup.Of($"These are the values of {Markup.Text(group.Answers[0].Student, 100)}. {sentence}")
            : default;
        Markup code = Markup.Of($"<pre>{Markup.Text(sample.Submitted ?? "", MaxCode)}</pre>");
        return Markup.Of($"{values}{Markup.Paragraph(Markup.Of($"{more}{alike}"), "small soft")}{code}");
    }

    private static string? Alike(AnswerGroup group) =>
        !group.IsAcrossVariants
            ? null
            : group.Pattern.Relation switch
            {
                Relation.Mistake => "The others have other variants; the mistake is the same.",
                Relation.Value => "The others gave the same values, although other values were expected of them.",
                Relation.Factor =>
                    "The others have other variants: their numbers are the same multiples of the expected ones.",
                Relation.Place =>
                    "The others have other variants: their numbers are the same entries of the expected ones.",
                Relation.Offset =>
                    "The others have other variants: their numbers differ by the same amounts from what is "
                        + "expected of them.",
                _ => "The others have other variants and other values: the same probes are lost, in the same way.",
            };
}
