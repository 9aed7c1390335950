namespace NeuralNotebooks.Classroom;

/// <summary>The page that a student gets back.</summary>
internal static class StudentPage
{
    private const int MaxNotes = 30;

    public static string Of(StudentFeedback feedback) =>
        ClassroomPage.Of(
            $"{feedback.Assignment} · {feedback.Student}",
            Markup.Of(
                $"""
                <main>
                <p class="meta">Feedback for {feedback.Student}{Digest(feedback.Digest)}</p>
                <h1>{feedback.Assignment}</h1>
                {(feedback.Unread is { } reason ? Unread(reason) : Total(feedback))}
                {Notes(feedback.Notes)}
                {FromTeacher(feedback.Comment)}
                {feedback.Tasks.Where(_ => feedback.Unread is null).Select(Section)}
                </main>

                """
            )
        );

    private static Markup Digest(string? digest) =>
        digest is null ? default : Markup.Of($" · digest of the answers <code>{digest}</code>");

    private static Markup Unread(string reason) =>
        Markup.Note(
            "bad",
            "Not graded",
            Markup.Of($"Your submission could not be graded: {Markup.Sentence(reason)}")
        );

    private static Markup FromTeacher(string? text) =>
        string.IsNullOrEmpty(text) ? default : Markup.Note("teacher", "From your teacher", Markup.Sentence(text));

    private static Markup Total(StudentFeedback feedback)
    {
        int unmarked = feedback.Tasks.Count(task => task.IsUnmarked);
        string waiting = unmarked == 0 ? "" : $", {Readable.Count(unmarked, "task")} not yet marked";
        string penalty =
            feedback.Penalty == default ? "" : $", {Readable.Number(feedback.Penalty)} taken off as a penalty";
        string explanation = feedback.Tasks.Any(task => task.Probes > 0)
            ? "A probe calls your code with inputs that stay hidden, and compares what it returns with the right "
                + "answer."
            : "";
        return Markup.Of(
            $"""
            <p class="total"><strong>{Readable.Number(feedback.Score)}</strong> of {Readable.Points(
                feedback.MaxScore
            )}{waiting}{penalty}</p>
            {ScoreBar.OfTasks(feedback.Tasks)}
            {(feedback.Tasks.Count > 1 ? Overview(feedback.Tasks) : default)}
            {Markup.Paragraph(explanation, "sans small soft")}
            """
        );
    }

    private static Markup Overview(IReadOnlyList<TaskFeedback> tasks) =>
        Markup.Table(
            Markup.Raw("""<th>Task</th><th class="number">Points</th><th>Probes passed</th>"""),
            tasks.Select(
                (task, i) =>
                {
                    string passed =
                        task.IsUnmarked ? "not yet marked"
                        : task.Probes == 0 ? "marked by hand"
                        : Invariant($"{task.Passed} of {task.Probes}");
                    return Markup.Of(
                        $"""
                        <td><a href="#task-{i + 1}">{task.Name}</a></td>
                        <td class="number">{Readable.Number(task.Score)} of {Readable.Number(task.MaxScore)}</td>
                        <td>{passed}</td>
                        """
                    );
                }
            )
        );

    private static Markup Section(TaskFeedback task, int index)
    {
        string? step = task.Mistakes.Count == 0 && task.Sentence is null
            ? DifferenceWords.NextStep(task.Differences, task.Passed)
            : null;
        return Markup.Of(
            $"""
            <section id="task-{index + 1}">
            <div class="head"><h2>{task.Name}</h2><span class="points"><b>{Readable.Number(
                task.Score
            )}</b> of {Readable.Points(task.MaxScore)}</span></div>
            {Passed(task)}
            {Kinds(task)}
            {task.Notes.Select(note => Markup.Of($"<p class=\"sans\"><code>{note}</code></p>\n"))}
            {Mistakes(task.Mistakes)}
            {FromTeacher(task.Sentence)}{FromTeacher(task.Comment)}
            {(step is null ? default : Markup.Note("", "Try next", Markup.Sentence(step)))}
            {task.Shown.Select(Shown)}
            </section>

            """
        );
    }

    private static Markup Passed(TaskFeedback task)
    {
        if (task.IsUnmarked)
            return Markup.Paragraph("Not yet marked: a person reads this answer, and its points are still to come.");
        if (task.Probes == 0)
            return Markup.Paragraph("Marked by hand.", "sans small soft");
        string passed = task.Passed == task.Probes ? "all" : Invariant($"{task.Passed} of");
        string corrected = task.IsCorrected ? "; the points were set by your teacher" : "";
        Markup sentence = $"{passed} {Readable.Count(task.Probes, "probe")} passed{corrected}";
        return Markup.Of($"{ScoreBar.OfProbes(task)}{Markup.Paragraph(sentence, "sans small soft")}");
    }

    private static Markup Kinds(TaskFeedback task) =>
        Markup.Kinds(
            task.Differences.GroupBy(difference => difference.Sentence)
                .OrderByDescending(kind => kind.Count())
                .ThenBy(kind => kind.Key)
                .Select(kind => (Readable.Count(kind.Count(), "probe"), (Markup)Capitalized(kind.Key)))
        );

    private static Markup Mistakes(IReadOnlyList<string> sentences)
    {
        if (sentences.Count == 0)
            return default;
        Markup[] mistakes = [.. sentences.Select(sentence => Markup.Sentence(Capitalized(sentence)))];
        Markup text = mistakes.Length == 1
            ? Markup.Block(mistakes[0])
            : Markup.Of($"<p>One of these, or more than one:</p>{Markup.List(mistakes)}");
        return Markup.Of($"""<aside class="prompt"><p class="prompt-label">Likely mistake</p>{text}</aside>""");
    }

    private static Markup Shown(ShownProbe probe)
    {
        Markup picture = probe.Actual is NoAnswer
            ? Markup.Paragraph($"Expected {AnswerText.Short(probe.Expected)}.")
            : AnswerPicture.Of(probe.Expected, probe.Actual);
        return Markup.Of(
            $"""
            <figure>
            <figcaption><b>{probe.Name}</b>: {probe.Difference.Sentence}</figcaption>
            {picture}</figure>

            """
        );
    }

    private static Markup Notes(IReadOnlyList<string> all)
    {
        Markup[] notes = [.. all.Take(MaxNotes).Select(Markup.Sentence)];
        if (all.Count > MaxNotes)
            notes = [.. notes, "and more."];
        return notes.Length == 0
            ? default
            : Markup.Note("", "About your notebook", notes.Length == 1 ? notes[0] : Markup.List(notes));
    }

    /// <summary>Authors write a source's sentences in any style; on its own line, one begins with a capital and ends
    /// with a full stop.</summary>
    private static string Capitalized(string sentence) =>
        sentence.Length == 0
            ? ""
            : char.ToUpperInvariant(sentence[0]) + sentence[1..] + (sentence[^1] is '.' or '!' or '?' ? "" : ".");
}
