namespace NeuralNotebooks.Classroom;

/// <summary>The feedback page for a student. It shows neither hidden probes nor their values, but only the kinds of
/// differences. Their order does not reveal which probe has which difference.</summary>
internal static class StudentPage
{
    private const int MaxNotes = 30, MaxLines = 200, MaxLine = 400;

    public static string Of(SubmissionGrade grade)
    {
        JudgedSubmission submission = grade.Submission;
        return ClassroomPage.Of(
            $"{submission.Assignment} · {submission.Folder}",
            Markup.Of(
                $"""
                <main>
                <p class="meta">Feedback for {submission.Folder}</p>
                <h1>{submission.Assignment}</h1>
                {(submission.StudentProblem is { } reason ? Unread(reason) : default)}
                {(grade.Score is null ? default : Total(grade))}
                {Notes(submission.StudentNotes)}
                {FromTeacher(grade.Comment)}
                {grade.Tasks.Select(Section)}
                </main>

                """));
    }

    private static Markup Unread(string reason) =>
        Markup.Note("bad", "Not graded", Markup.Of($"Your submission could not be graded: {Markup.Sentence(reason)}"));

    private static Markup FromTeacher(string? text) =>
        string.IsNullOrEmpty(text) ? default : Markup.Note("teacher", "From your teacher", Markup.Sentence(text));

    private static Markup Total(SubmissionGrade grade)
    {
        int unmarked = grade.Tasks.Count(task => task.IsUnmarked);
        string waiting = unmarked == 0 ? "" : $" so far, {Readable.Count(unmarked, "task")} not yet marked";
        string penalty = grade.Penalty == default ? "" : $", {grade.Penalty.ForPage} deducted as a penalty";
        string explanation = grade.Tasks.Any(task => task.Task.Probes.Count > 0)
            ? "A probe calls your code with hidden inputs, and compares the result with the right answer."
            : "";
        return Markup.Of(
            $"""
            <p class="total"><strong>{(grade.Score ?? default).ForPage}</strong> of {Readable.Points(
                grade.Submission.MaxPoints)}{waiting}{penalty}</p>
            {(grade.Tasks.Count > 1 ? Overview(grade.Tasks) : default)}
            {Markup.Paragraph(explanation, "sans small soft")}
            """);
    }

    private static Markup Overview(IReadOnlyList<TaskGrade> tasks) =>
        Markup.Table(
            Markup.Raw("""<th>Task</th><th class="number">Points</th><th>Probes passed</th>"""),
            tasks.Select(
                (grade, i) =>
                {
                    JudgedTask task = grade.Task;
                    string passed =
                        grade.IsUnmarked ? "not yet marked"
                        : task.Probes.Count == 0 ? task.Submitted is null ? "not answered" : "marked by hand"
                        : Invariant($"{grade.Score.Passed} of {task.Probes.Count}");
                    return Markup.Of(
                        $"""
                        <td><a href="#task-{i + 1}">{Markup.Sentence(task.Title)}</a></td>
                        <td class="number">{grade.Points.ForPage} of {task.Points.ForPage}</td>
                        <td>{passed}</td>
                        """);
                }));

    private static Markup Section(TaskGrade grade, int index)
    {
        (JudgedTask task, TaskScore score) = (grade.Task, grade.Score);
        Markup earned = Markup.Of($"<b>{grade.Points.ForPage}</b> of {Readable.Points(task.Points)}");
        Difference[] differences =
            [.. score.ForStudent().OrderBy(difference => difference.Sentence, StringComparer.Ordinal)];
        string? step = score.Mistakes.Count == 0 ? DifferenceWords.NextStep(differences, score.Passed) : null;
        // Only the compiler's messages are shown. They cannot contain values that the student's code has computed.
        IReadOnlyList<string> notes = task.Probes.Any(probe =>
            probe.Actual is MissingValue { Reason: MissingReason.DoesNotCompile or MissingReason.Forbidden })
            ? task.Notes
            : [];
        return Markup.Of(
            $"""
            <section id="task-{index + 1}">
            <div class="head"><h2>{Markup.Sentence(task.Title)}</h2><span class="points">{earned}</span></div>
            <div class="answered">{Answer(task)}<div>
            {Passed(grade)}
            {Kinds(differences)}
            {notes.Select(note => Markup.Of($"<p class=\"sans\"><code>{note}</code></p>\n"))}
            {Mistakes(score.Mistakes)}
            {FromTeacher(grade.Comment)}
            {(step is null ? default : Markup.Note("", "Try next", Markup.Sentence(step)))}
            </div></div>
            {score.Lost.Where(i => task.Probes[i].Probe.IsShown)
                .Select(i => Shown(task.Probes[i], score.Differences[i]!))}
            </section>

            """);
    }

    /// <summary>The student's answer, with the numbers of its lines, to which the verdicts refer.</summary>
    private static Markup Answer(JudgedTask task)
    {
        if (task.Submitted is null)
            return default;
        string[] lines = Region.Lines(task.Submitted);
        IEnumerable<Markup> numbered = lines.Take(MaxLines).Select((line, i) => Markup.Of(
            $"""<span class="line">{i + 1}</span>{Markup.Text(line, MaxLine)}"""));
        return Markup.Of($"""<pre class="code">{Markup.Join("\n", numbered)}</pre>""");
    }

    private static Markup Passed(TaskGrade grade)
    {
        (int probes, int passed) = (grade.Task.Probes.Count, grade.Score.Passed);
        if (grade.IsUnmarked)
            return Markup.Paragraph("Not yet marked: a person will read this answer and give it points.");
        if (probes == 0)
            return Markup.Paragraph(
                grade.Task.Submitted is null ? "Not answered." : "Marked by hand.", "sans small soft");
        string part = passed == probes ? "all" : Invariant($"{passed} of");
        bool isCorrected = !grade.Task.IsByHand && grade.Points != grade.Score.Points;
        string corrected = isCorrected ? "; the points were set by your teacher" : "";
        return Markup.Paragraph($"{part} {Readable.Count(probes, "probe")} passed{corrected}", "sans small soft");
    }

    private static Markup Kinds(Difference[] differences) =>
        Markup.Kinds(
            differences.GroupBy(difference => difference.Sentence).OrderByDescending(kind => kind.Count())
                .ThenBy(kind => kind.Key, StringComparer.Ordinal)
                .Select(kind => (Readable.Count(kind.Count(), "probe"), (Markup)Capitalized(kind.Key))));

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

    private static Markup Shown(JudgedProbe graded, Difference difference)
    {
        (Probe probe, ProbeValue expected, ProbeValue actual) = graded;
        Markup values = actual is MissingValue
            ? Markup.Paragraph($"Expected {ValueText.Short(expected)}.")
            : DifferenceTable.Of(expected, actual, probe);
        return Markup.Of(
            $"""
            <figure>
            <figcaption><b>{probe.Name}</b>: {difference.Sentence}</figcaption>
            {values}</figure>

            """);
    }

    private static Markup Notes(string[] all)
    {
        Markup[] notes = [.. all.Take(MaxNotes).Select(Markup.Sentence)];
        if (all.Length > MaxNotes)
            notes = [.. notes, "and more."];
        return notes.Length == 0
            ? default
            : Markup.Note("", "About your notebook", notes.Length == 1 ? notes[0] : Markup.List(notes));
    }

    /// <summary>Adds a capital letter and a full stop to a sentence of a source, which its author may have written
    /// without them.</summary>
    private static string Capitalized(string sentence) =>
        sentence.Length == 0 ? "" : StudentSentences.Ended(char.ToUpperInvariant(sentence[0]) + sentence[1..]);
}
