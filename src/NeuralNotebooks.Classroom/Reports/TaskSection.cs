using System.Globalization;
using System.Text;

namespace NeuralNotebooks.Classroom;

/// <summary>A task on the teacher's page: distribution, mistakes, probes and groups of equal wrong answers.</summary>
internal static class TaskSection
{
    public static string Of(string assignment, TaskReport task, string anchor, GradingStore store, Sentences sentences)
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"""
            <section id="{anchor}">
            <div class="head"><h3>{PageText.Plain(task.Name)}</h3><span class="points">{Readable.Points(
                task.MaxPoints
            )}</span></div>
            {Histogram.Of(task.Points, task.MaxPoints)}
            """);
        if (task.IsByHand)
            html.Append(
                    CultureInfo.InvariantCulture,
                    $"""<p class="sans"><a href="{Uri.EscapeDataString(AnswersPage.FileName(assignment, task.Name))}">The answers side by side</a></p>"""
                )
                .Append('\n');
        if (task.Unanswered > 0)
            html.Append(
                    CultureInfo.InvariantCulture,
                    $"""<p class="sans soft">{PageText.Count(task.Unanswered, "student")} left it unanswered.</p>"""
                )
                .Append('\n');
        html.Append(Mistakes(task)).Append(Probes(task)).Append(Groups(assignment, task, store, sentences));
        return html.Append("</section>\n").ToString();
    }

    private static string Mistakes(TaskReport task)
    {
        (string Sentence, int Count)[] mistakes = [.. task.Mistakes];
        if (mistakes.Length == 0)
            return "";
        var html = new StringBuilder("<h4>Mistakes</h4>\n<ul class=\"kinds\">\n");
        foreach ((string sentence, int count) in mistakes)
            html.Append(
                    CultureInfo.InvariantCulture,
                    $"""<li><span class="count">{count} · {ReportPage.Share(count, task.Points.Count)}</span><span>{PageText.Sentence(sentence)}</span></li>"""
                )
                .Append('\n');
        return html.Append("</ul>\n").ToString();
    }

    private static string Probes(TaskReport task)
    {
        if (task.Probes.Count == 0)
            return "";
        var html = new StringBuilder(
            """<h4>Probes</h4><div class="table"><table><thead><tr><th>Probe</th><th class="number">Points</th><th>Passed</th><th>The others differ in</th></tr></thead><tbody>"""
        ).Append('\n');
        foreach (ProbeReport probe in task.Probes)
        {
            string kinds = string.Join(
                ", ",
                probe.Kinds.Select(kind => string.Create(CultureInfo.InvariantCulture, $"{kind.Kind} ({kind.Count})"))
            );
            double width = probe.Total == 0 ? 0 : 100.0 * probe.Passed / probe.Total;
            html.Append(
                    CultureInfo.InvariantCulture,
                    $"""<tr><td>{PageText.Plain(probe.Probe.Name)}<br /><code>{PageText.Plain(probe.Probe.Expression, 200)}</code></td><td class="number">{Readable.Number(probe.Probe.Points)}</td><td class="passed"><svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect class="empty" width="100" height="8"/><rect class="earned" width="{Readable.Place(width)}" height="8"/></svg>{probe.Passed} of {probe.Total}</td><td>{kinds}</td></tr>"""
                )
                .Append('\n');
        }

        return html.Append("</tbody></table></div>\n").ToString();
    }

    private static string Groups(string assignment, TaskReport task, GradingStore store, Sentences sentences)
    {
        IReadOnlyList<AnswerGroup> groups = task.Groups(sentences);
        if (groups.Count == 0)
            return "";
        AnswerGroup[] shown =
        [
            .. groups.Where(group => group.Answers.Count > 1 || group.Mistakes.Count == 0).Take(ClassReport.MaxGroups),
        ];
        var html = new StringBuilder(
            $"<h4>Equal wrong answers</h4>\n<p class=\"sans small soft\">One sentence for all of a group: "
                + $"write it into <code>{Sentences.FileName}</code>, beside the group’s number, and run "
                + $"<code>nn feedback</code> again.</p>\n"
        );
        foreach (AnswerGroup group in shown)
            html.Append(
                GroupCard.Of(assignment, task, group, store, sentences.For(assignment, task.Name, group.Pattern))
            );
        int rest = groups.Count(group => !shown.Contains(group) && group.Mistakes.Count == 0);
        if (rest > 0)
            html.Append(
                    CultureInfo.InvariantCulture,
                    $"""<p class="sans soft">{PageText.Count(rest, "more answer")}, unlike any other.</p>"""
                )
                .Append('\n');
        return html.ToString();
    }
}
