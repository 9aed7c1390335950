using System.Globalization;
using System.Text;

namespace NeuralNotebooks.Classroom;

/// <summary>Students who gave the same wrong answer, what it was, and what explains it.</summary>
internal static class GroupCard
{
    private const int MaxProbes = 8, MaxValue = 240, MaxCode = 4_000;

    public static string Of(string assignment, TaskReport task, AnswerGroup group, GradingStore store, string? sentence)
    {
        int count = group.Answers.Count;
        string answers = Answers(assignment, task, group, store);
        if (group.Mistakes.Count > 0)
            answers = $"<details><summary>What they answered</summary>\n{answers}</details>\n";
        string explained =
            group.Mistakes.Count == 0
                ? "and no mistake explains it"
                : $"explained: {string.Join("; or ", group.Mistakes.Select(PageText.Sentence))}";
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"""
            <div class="group{(group.Mistakes.Count == 0 ? " open" : "")}">
            <p class="head"><span><b>{PageText.Count(
                count,
                "student"
            )}</b> gave this, {explained}</span><span class="points">{ReportPage.Share(
                count,
                task.Points.Count
            )} · group <code>{group.Pattern.Key}</code></span></p>
            {answers}<p>{Attention.Students([.. group.Answers.Select(answer => answer.Student)])}</p>

            """);
        if (sentence is not null)
            html.Append(
                    CultureInfo.InvariantCulture,
                    $"""<div class="note teacher"><p class="label">On their pages</p><p>{PageText.Sentence(sentence)}</p></div>"""
                )
                .Append('\n');
        return html.Append("</div>\n").ToString();
    }

    /// <summary>The lost probes of one of them.</summary>
    private static string Answers(string assignment, TaskReport task, AnswerGroup group, GradingStore store)
    {
        string student = group.Answers[0].Student;
        if (store.Read(student, assignment)?.Tasks.FirstOrDefault(graded => graded.Name == task.Name) is not { } sample)
            return "";
        TaskScore score = sample.Score();
        int[] lost = [.. Enumerable.Range(0, sample.Probes.Count).Where(i => score.Differences[i] is not null)];
        var html = new StringBuilder(
            """<div class="table"><table><thead><tr><th>Probe</th><th>Expected</th><th>Answer</th></tr></thead><tbody>"""
        ).Append('\n');
        foreach (int i in lost.Take(MaxProbes))
            html.Append(
                    CultureInfo.InvariantCulture,
                    $"""<tr><td>{PageText.Plain(sample.Probes[i].Name)}</td><td>{Value(sample.Reference[i])}</td><td>{Value(sample.Answers[i])}</td></tr>"""
                )
                .Append('\n');
        html.Append("</tbody></table></div>\n");
        string more = lost.Length > MaxProbes ? $"and {PageText.Count(lost.Length - MaxProbes, "more probe")}. " : "";
        if (lost.Any(i => sample.Answers[i] is not NoAnswer) && Alike(group) is { } alike)
            more += $"These are the values of {PageText.Plain(student, 100)}. {alike}";
        if (more.Length > 0)
            html.Append(CultureInfo.InvariantCulture, $"""<p class="small soft">{more}</p>""").Append('\n');
        if (sample.Submitted is { } code)
            html.Append(
                CultureInfo.InvariantCulture,
                $"<details><summary>The cell of "
                    + $"{PageText.Plain(student, 100)}</summary><pre>{PageText.Plain(code, MaxCode)}</pre></details>\n"
            );
        return html.ToString();
    }

    /// <summary>In what way the answers of students with different variants are the same.</summary>
    private static string? Alike(AnswerGroup group) =>
        !group.IsAcrossVariants
            ? null
            : group.Pattern.Relation switch
            {
                Relation.Mistake => "The others have other variants; the mistake is the same.",
                Relation.Value => "The others gave the same values, although other values were expected of them.",
                Relation.Factor =>
                    "The others have other variants: their numbers are the same multiples of what is expected of them.",
                Relation.Place =>
                    "The others have other variants: their numbers are the same entries of what is expected of them.",
                Relation.Offset =>
                    "The others have other variants: their numbers differ by the same amounts from what is "
                        + "expected of them.",
                _ => "The others have other variants and other values: the same probes are lost, in the same way.",
            };

    private static string Value(Answer answer)
    {
        string text = answer is NoAnswer none
            ? $"{DifferenceLabel.Of(none.Reason)}{(none.Detail is { Length: > 0 } detail ? $": {detail}" : "")}{(none.Line is { } line ? string.Create(CultureInfo.InvariantCulture, $", line {line}") : "")}"
            : Readable.Answer(answer);
        return PageText.Plain(text, MaxValue);
    }
}
