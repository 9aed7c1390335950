namespace NeuralNotebooks.Classroom;

/// <summary>A task on the teacher's page: distribution, mistakes, probes and groups of equal wrong answers.</summary>
internal static class TaskSection
{
    public static Markup Of(TaskReport task, string anchor, GradingStore store, Sentences sentences)
    {
        Markup link = Markup.Of($"""<a href="{MarkingPage.FileName}">Mark the answers</a>""");
        string left = task.Unanswered > 0 ? $"{Readable.Count(task.Unanswered, "student")} left it unanswered." : "";
        return Markup.Of(
            $"""
            <section id="{anchor}">
            <div class="head"><h3>{task.Name}</h3><span class="points">{Readable.Points(task.MaxPoints)}</span></div>
            {Histogram.Of(task.Points, task.MaxPoints)}
            {(task.IsByHand ? Markup.Paragraph(link, "sans") : default)}
            {Markup.Paragraph(left)}
            {Mistakes(task)}
            {(task.Probes.Count > 0 ? Probes(task) : default)}
            {Accepted(task)}
            {Groups(task, store, sentences)}
            </section>

            """
        );
    }

    private static Markup Mistakes(TaskReport task)
    {
        Markup mistakes = Markup.Kinds(
            task.Mistakes.Select(mistake =>
                (
                    Invariant($"{mistake.Count} · {Readable.Share(mistake.Count, task.Points.Count)}"),
                    Markup.Sentence(mistake.Sentence)
                )
            )
        );
        return mistakes.IsEmpty ? default : Markup.Of($"<h4>Mistakes</h4>\n{mistakes}");
    }

    private static Markup Probes(TaskReport task)
    {
        const string head =
            """<th>Probe</th><th class="number">Points</th><th>Passed</th><th>The others differ in</th>""";
        return Markup.Of($"<h4>Probes</h4>{Markup.Table(Markup.Raw(head), task.Probes.Select(Row))}");

        static Markup Row(ProbeReport probe)
        {
            string kinds = string.Join(", ", probe.Kinds.Select(kind => Invariant($"{kind.Kind} ({kind.Count})")));
            double width = probe.Total == 0 ? 0 : 100.0 * probe.Passed / probe.Total;
            Markup segments = Markup.Of(
                $"{Svg.Rectangle("empty", 0, 0, 100, 8)}{Svg.Rectangle("earned", 0, 0, width, 8)}"
            );
            return Markup.Of(
                $"""
                <td>{probe.Probe.Name}<br /><code>{Markup.Text(probe.Probe.Expression, 200)}</code></td>
                <td class="number">{Readable.Number(probe.Probe.Points)}</td>
                <td class="passed">{Svg.Bar(100, 8, segments)}{probe.Passed} of {probe.Total}</td><td>{kinds}</td>
                """
            );
        }
    }

    private static Markup Accepted(TaskReport task)
    {
        Markup groups = Markup.Kinds(
            task.Accepted.CountBy(group => group)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group =>
                    (Readable.Count(group.Value, "student"), Markup.Of($"group <code>{group.Key}</code>"))
                )
        );
        return groups.IsEmpty
            ? default
            : Markup.Of($"<h4>Accepted, by <code>{Adjustments.Accepted}</code></h4>\n{groups}");
    }

    private static Markup Groups(TaskReport task, GradingStore store, Sentences sentences)
    {
        IReadOnlyList<AnswerGroup> groups = task.Groups(sentences);
        if (groups.Count == 0)
            return default;
        AnswerGroup[] shown =
        [
            .. groups.Where(group => group.Answers.Count > 1 || group.Mistakes.Count == 0).Take(ClassReport.MaxGroups),
        ];
        int rest = groups.Count(group => !shown.Contains(group) && group.Mistakes.Count == 0);
        return Markup.Of(
            $"""
            <h4>Equal wrong answers</h4>
            <p class="sans small soft">One sentence for all of a group: write it into <code>{Sentences.FileName}</code>,
            beside the group’s number, and run <code>nn feedback</code> again. An answer that is right after all: a line
            with the group’s number in <code>{Adjustments.Accepted}</code> (first line: <code>group,comment</code>)
            earns all of them its probes when you grade again with <code>--resume</code>.</p>
            {shown.Select(Card)}
            {Markup.Paragraph(rest > 0 ? $"{Readable.Count(rest, "more answer")}, unlike any other." : "")}
            """
        );

        Markup Card(AnswerGroup group) =>
            GroupCard.Of(task, group, store, sentences.For(task, group));
    }
}
