using System.Globalization;
using System.Text;

namespace NeuralNotebooks.Classroom;

/// <summary>The page that a student gets back.</summary>
internal static class StudentPage
{
    private const int MaxNotes = 30;

    public static string Of(StudentFeedback feedback)
    {
        var body = new StringBuilder();
        body.Append(CultureInfo.InvariantCulture, $"""
            <main>
            <p class="meta">Feedback for {PageText.Plain(feedback.Student)}</p>
            <h1>{PageText.Plain(feedback.Assignment)}</h1>

            """);
        body.Append(feedback.Unread is { } reason ? Unread(reason) : Total(feedback));
        body.Append(Notes(feedback.Notes));
        foreach (string comment in feedback.Comments)
            body.Append(Note("teacher", "From your teacher", PageText.Sentence(comment)));
        if (feedback.Unread is null)
            foreach ((TaskFeedback task, int number) in feedback.Tasks.Select((task, i) => (task, i + 1)))
                body.Append(Section(task, number));
        body.Append("</main>\n");
        return ClassroomPage.Of($"{feedback.Assignment} · {feedback.Student}", body.ToString());
    }

    private static string Unread(string reason) =>
        Note("bad", "Not graded", $"Your submission could not be graded: {PageText.Sentence(reason)}");

    private static string Total(StudentFeedback feedback)
    {
        int unmarked = feedback.Tasks.Count(task => task.IsUnmarked);
        string waiting =
            unmarked == 0
                ? ""
                : string.Create(CultureInfo.InvariantCulture, $", {PageText.Count(unmarked, "task")} not yet marked");
        string penalty =
            feedback.Penalty == default ? "" : $", {Readable.Number(feedback.Penalty)} taken off as a penalty";
        var html = new StringBuilder(
            $"""
            <p class="total"><strong>{Readable.Number(feedback.Score)}</strong> of {Readable.Points(
                feedback.MaxScore
            )}{waiting}{penalty}</p>
            {ScoreBar.OfTasks(feedback.Tasks)}

            """);
        if (feedback.Tasks.Count > 1)
        {
            html.Append(
                    """<div class="table"><table><thead><tr><th>Task</th><th class="number">Points</th><th>Probes passed</th></tr></thead><tbody>"""
                )
                .Append('\n');
            foreach ((TaskFeedback task, int number) in feedback.Tasks.Select((task, i) => (task, i + 1)))
            {
                string passed =
                    task.IsUnmarked ? "not yet marked"
                    : task.Probes == 0 ? "marked by hand"
                    : string.Create(CultureInfo.InvariantCulture, $"{task.Passed} of {task.Probes}");
                html.Append(
                        CultureInfo.InvariantCulture,
                        $"""<tr><td><a href="#task-{number}">{PageText.Plain(task.Name)}</a></td><td class="number">{Readable.Number(task.Score)} of {Readable.Number(task.MaxScore)}</td><td>{passed}</td></tr>"""
                    )
                    .Append('\n');
            }

            html.Append("</tbody></table></div>\n");
        }

        if (feedback.Tasks.Any(task => task.Probes > 0))
            html.Append(
                    """<p class="sans small soft">A probe calls your code with inputs that stay hidden, and compares what it returns with the right answer.</p>"""
                )
                .Append('\n');
        return html.ToString();
    }

    private static string Section(TaskFeedback task, int number)
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"""
            <section id="task-{number}">
            <div class="head"><h2>{PageText.Plain(task.Name)}</h2><span class="points"><b>{Readable.Number(
                task.Score
            )}</b> of {Readable.Points(task.MaxScore)}</span></div>

            """);
        if (task.IsUnmarked)
            html.Append(
                    """<p class="sans soft">Not yet marked: a person reads this answer, and its points are still to come.</p>"""
                )
                .Append('\n');
        if (task.Probes == 0 && !task.IsUnmarked)
            html.Append("""<p class="sans small soft">Marked by hand.</p>""").Append('\n');
        if (task.Probes > 0)
            html.Append(
                    CultureInfo.InvariantCulture,
                    $"""{ScoreBar.OfProbes(task)}<p class="sans small soft">{Passed(task)}{(task.IsCorrected ? "; the points were set by your teacher" : "")}</p>"""
                )
                .Append('\n');
        html.Append(Kinds(task));
        foreach (string note in task.Notes)
            html.Append(CultureInfo.InvariantCulture, $"""<p class="sans"><code>{PageText.Plain(note)}</code></p>""")
                .Append('\n');
        if (task.Mistakes.Count > 0)
            html.Append(Mistakes(task.Mistakes));
        if (task.Sentence is { } sentence)
            html.Append(Note("teacher", "From your teacher", PageText.Sentence(sentence)));
        if (task.Comment is { } comment)
            html.Append(Note("teacher", "From your teacher", PageText.Sentence(comment)));
        if (
            task.Mistakes.Count == 0
            && task.Sentence is null
            && Advice.NextStep(task.Differences, task.Passed) is { } step
        )
            html.Append(Note("", "Try next", PageText.Sentence(step)));
        foreach (ShownProbe probe in task.Shown)
            html.Append(Shown(probe));
        return html.Append("</section>\n").ToString();
    }

    private static string Kinds(TaskFeedback task)
    {
        if (task.Differences.Count == 0)
            return "";
        var html = new StringBuilder("""<ul class="kinds">""").Append('\n');
        foreach (
            IGrouping<string, Difference> kind in task
                .Differences.GroupBy(difference => difference.Sentence)
                .OrderByDescending(kind => kind.Count())
                .ThenBy(kind => kind.Key, StringComparer.Ordinal)
        )
        {
            html.Append(
                    CultureInfo.InvariantCulture,
                    $"""<li><span class="count">{PageText.Count(kind.Count(), "probe")}</span><span>{PageText.Plain(Capitalized(kind.Key))}</span></li>"""
                )
                .Append('\n');
        }

        return html.Append("</ul>\n").ToString();
    }

    private static string Mistakes(IReadOnlyList<string> sentences)
    {
        string text =
            sentences.Count == 1
                ? $"<p>{PageText.Sentence(Capitalized(sentences[0]))}</p>"
                : $"<p>One of these, or more than "
                    + $"one:</p><ul>{string.Concat(sentences.Select(sentence => $"<li>{PageText.Sentence(Capitalized(sentence))}</li>"))}</ul>";
        return $"""<aside class="prompt"><p class="prompt-label">Likely mistake</p>{text}</aside>""" + "\n";
    }

    private static string Shown(ShownProbe probe)
    {
        string verdict = probe.Difference is { } difference ? PageText.Plain(difference.Sentence) : "passed";
        string picture = probe.Actual is NoAnswer
            ? $"<p>Expected {PageText.Plain(Readable.Answer(probe.Expected))}.</p>\n"
            : AnswerPicture.Of(probe.Expected, probe.Actual);
        return $"""
            <figure>
            <figcaption><b>{PageText.Plain(probe.Name)}</b>: {verdict}</figcaption>
            {picture}</figure>

            """;
    }

    private static string Notes(IReadOnlyList<string> all)
    {
        string[] notes = [.. all.Take(MaxNotes), .. all.Count > MaxNotes ? (string[])["and more."] : []];
        return notes.Length == 0
            ? ""
            : Note(
                "",
                "About your notebook",
                notes.Length == 1
                    ? PageText.Sentence(notes[0])
                    : $"<ul>{string.Concat(notes.Select(note => $"<li>{PageText.Sentence(note)}</li>"))}</ul>"
            );
    }

    private static string Note(string style, string label, string html) =>
        $"""<div class="note {style}"><p class="label">{label}</p>{(html.StartsWith('<') ? html : $"<p>{html}</p>")}</div>"""
        + "\n";

    private static string Passed(TaskFeedback task) =>
        task.Passed == task.Probes
            ? $"all {PageText.Count(task.Probes, "probe")} passed"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{task.Passed} of {PageText.Count(task.Probes, "probe")} passed"
            );

    /// <summary>Authors write a source's sentences in any style; on its own line, one begins with a capital and ends
    /// with a full stop.</summary>
    private static string Capitalized(string sentence) =>
        sentence.Length == 0
            ? ""
            : char.ToUpperInvariant(sentence[0]) + sentence[1..] + (sentence[^1] is '.' or '!' or '?' ? "" : ".");
}
