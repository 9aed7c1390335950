namespace NeuralNotebooks.Classroom;

/// <summary>A page for the teacher with the lost probes of a submission, each with a cell that reproduces it, for
/// example when a student objects to a grade. It shows hidden tests, so it is not in the folder of the students'
/// pages.</summary>
internal static class LostProbes
{
    private const int MaxCode = 20_000, MaxValue = 240;

    /// <summary>The link to the page, for the teacher's report.</summary>
    public static Markup Link(SubmissionKey key) =>
        Markup.Of($"""<a href="{ResultFolder.LostProbesOf(key).Link}">lost probes as cells</a>""");

    /// <summary>Writes the page, or deletes it if no probe is lost.</summary>
    public static void Write(GradingStore store, SubmissionGrade grade)
    {
        JudgedSubmission submission = grade.Submission;
        string path = ResultFolder.LostProbesOf(submission.Key).In(store.Path);
        TaskGrade[] lost =
        [
            .. grade.Tasks.Where(task => task.Task.Submitted is not null && task.Score.Lost.Length > 0),
        ];
        if (lost.Length > 0)
            NamedFile.Write(path, Of(submission, lost));
        else if (File.Exists(path))
            File.Delete(path);
    }

    /// <summary>The code of a cell that prints the expected value of a probe and the value of the student's
    /// cell.</summary>
    /// <param name="task">The task.</param>
    /// <param name="probe">The probe.</param>
    /// <param name="where">The student, the assignment and the task, for the comment in the first line.</param>
    public static string Cell(JudgedTask task, JudgedProbe probe, string where)
    {
        string expected = SymbolDisplay.FormatLiteral($"Expected: {ValueText.Of(probe.Expected)}", quote: true);
        string[] parts =
        [
            $"// {where}: {probe.Probe.Name}".ReplaceLineEndings(" "),
            StudentText.WithoutDirectives(task.Submitted ?? "").Trim('\n'),
            task.Declarations?.Trim('\n') ?? "",
            $"Console.WriteLine({expected});",
            probe.Probe.Expression,
        ];
        return string.Join('\n', parts.Where(part => part.Length > 0));
    }

    /// <summary>A value as text of limited length.</summary>
    public static Markup Value(ProbeValue value) => Markup.Text(ValueText.ShortOrReason(value), MaxValue);

    private static string Of(JudgedSubmission submission, TaskGrade[] lost) =>
        ClassroomPage.Of(
            $"{submission.Assignment} · {submission.Student}: lost probes",
            Markup.Of(
                $"""
                <main>
                <p class="meta">For the teacher only: this page shows hidden tests and expected values</p>
                <h1>{submission.Assignment} of {Markup.Text(submission.Student, 100)}: lost probes</h1>
                <p class="sans">Each cell shows what is expected and what the student’s code returns. Open the
                source of {submission.Assignment}, enter <code>{Markup.Text(submission.Student, 100)}</code> as the
                student’s id if it has a cell for one, run the cells above the task, and paste the cell below them. If
                it uses a name that another of the student’s cells declares, run that cell first. The code runs without
                a sandbox: read it before you run it.</p>
                {lost.Select(task => Section(submission, task))}
                </main>

                """
            )
        );

    private static Markup Section(JudgedSubmission submission, TaskGrade grade)
    {
        JudgedTask task = grade.Task;
        string where = $"{submission.Student}, {submission.Assignment}, {task.Name}";
        return Markup.Of(
            $"""
            <section>
            <div class="head"><h2>{task.Name}</h2><span class="points">
            <b>{Readable.Number(grade.Points)}</b> of {Readable.Points(task.Points)}</span></div>
            {grade.Score.Lost.Select(i => Probe(task.Probes[i], grade.Score.Differences[i]!))}
            </section>

            """
        );

        Markup Probe(JudgedProbe probe, Difference difference) =>
            Markup.Of(
                $"""
                <figure><figcaption><b>{probe.Probe.Name}</b>: {difference.Sentence}. Expected
                {Value(probe.Expected)}, answered {Value(probe.Actual)}.</figcaption>
                <pre>{Markup.Text(Cell(task, probe, where), MaxCode)}</pre></figure>

                """
            );
    }
}
