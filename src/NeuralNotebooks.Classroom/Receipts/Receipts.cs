namespace NeuralNotebooks.Classroom;

/// <summary>Writes the receipts of a class: a file in the folder of each submission's results, and a page with the
/// points that would be lost. No submission runs.</summary>
/// <remarks>Answers are compiled in a sandbox to find forbidden types and members.</remarks>
public static class Receipts
{
    /// <summary>The page's name.</summary>
    public const string FileName = "receipts.html";

    /// <summary>Writes the receipts and the page.</summary>
    /// <param name="folder">The folder of the results.</param>
    /// <param name="sources">The assignments.</param>
    /// <param name="submissions">The submissions.</param>
    /// <param name="students">The class.</param>
    /// <param name="reports">Messages about files that belong to no submission.</param>
    /// <param name="forbidden">The forbidden types and members that answers use.</param>
    /// <returns>The receipts, those with the most lost points first.</returns>
    public static IReadOnlyList<Receipt> Write(
        string folder,
        IReadOnlyList<AssignmentSource> sources,
        IEnumerable<Submission> submissions,
        StudentList students,
        IReadOnlyList<string> reports,
        ForbiddenUses forbidden
    )
    {
        List<Receipt> receipts =
        [
            .. submissions.Select(submission =>
                WriteReceipt(new(folder), SourceOf(submission), submission, forbidden)
            ),
        ];
        receipts.AddRange([
            .. from source in sources
            from student in students.Ids
            where !receipts.Exists(one => students[one.Student].Id == student && one.Assignment == source.Name)
            select Receipt.OfAbsent(source, students.NameInResults(student)),
        ]);
        Receipt[] sorted =
        [
            .. receipts
                .OrderByDescending(receipt => receipt.Lost)
                .ThenBy(receipt => receipt.Notes.Count == 0)
                .ThenBy(receipt => receipt.Student, StringComparer.Ordinal),
        ];
        NamedFile.Write(Path.Combine(folder, FileName), Page(sorted, reports, ForbiddenSection(sources, forbidden)));
        return sorted;

        AssignmentSource SourceOf(Submission submission) =>
            sources.Single(source => source.Name == submission.Assignment);
    }

    /// <summary>Writes the receipt of a submission, and its code.</summary>
    private static Receipt WriteReceipt(
        ResultFolder folder,
        AssignmentSource source,
        Submission submission,
        ForbiddenUses forbidden
    )
    {
        ReadSubmission read = SubmissionReader.TryRead(source, submission);
        Receipt receipt = Receipt.Of(source, read).With(forbidden);
        SubmissionKey key = new(receipt.Student, receipt.Assignment);
        NamedFile.Write(
            folder.ReceiptOf(key),
            string.Concat(receipt.Lines().Select(line => line + "\n"))
        );
        if (read.Content is { } content)
            NamedFile.Write(
                folder.CodeOf(key),
                string.Join("\n\n", content.Code.Cells.Select(cell => cell.Code)) + "\n"
            );
        return receipt;
    }

    private static string Page(Receipt[] receipts, IReadOnlyList<string> reports, Markup forbidden)
    {
        Markup head = Markup.Raw(
            """
            <th class="number">Lost</th><th>Student</th><th>Assignment</th><th>What is lost, and why</th><th>Notes</th>
            """
        );
        int losing = receipts.Count(receipt => receipt.Lost > default(Points));
        return ClassroomPage.Of(
            "Receipts",
            Markup.Of(
                $"""
                <main class="wide">
                <p class="meta">For the teacher: nothing has been run or judged yet</p>
                <h1>Receipts</h1>
                <p class="sans soft">{Readable.Count(receipts.Length, "submission")} expected; {Readable.Count(
                    losing,
                    "submission"
                )} would lose points whatever the answers are.</p>
                {(reports.Count == 0 ? default : Markup.Note("bad", "Problems", Markup.List(reports.Select(Text))))}
                {forbidden}
                {Markup.Table(head, receipts.Select(Row))}
                </main>

                """
            )
        );
    }

    /// <summary>The section about forbidden types and members: how many students use each, and how to allow
    /// it.</summary>
    private static Markup ForbiddenSection(IReadOnlyList<AssignmentSource> sources, ForbiddenUses forbidden)
    {
        ForbiddenSymbol[] uses = [.. forbidden.All];
        return uses.Length == 0
            ? default
            : Markup.Of(
                $"""
                <h2>Not allowed in answers</h2>
                <p class="sans">To allow one, write its id into the source, into a cell whose first line is
                <code>// ALLOWED</code> with the name of the task: <code>// ALLOWED {uses[0].Task}</code>, and below it
                <code>// {uses[0].Id}</code></p>
                {Markup.Table(
                    Markup.Raw("""<th class="number">Students</th><th>Task</th><th>What they use</th>"""),
                    uses.Select(use =>
                        Markup.Of(
                            $"""
                            <td class="number">{use.Students}</td><td>{use.Assignment}: {use.Task}</td>
                            <td><code>{use.Id}</code>{(IsForbidden(use) ? ", which the source forbids" : "")}</td>
                            """
                        )
                    )
                )}

                """
            );

        bool IsForbidden(ForbiddenSymbol use) =>
            sources.Single(source => source.Name == use.Assignment)
                .Tasks.Single(task => task.Name == use.Task)
                .Forbidden.Contains(use.Id);
    }

    private static Markup Row(Receipt receipt)
    {
        string[] lost =
        [
            .. receipt.Problem is { } problem
                ? [problem]
                : receipt
                    .Tasks.Where(task => !task.Counts)
                    .SelectMany(task => task.Place is null
                        ? [$"{task.Name} is not answered ({Readable.Points(task.Points)})."]
                        : task.Problems.Select(problem => $"{task.Name}: {problem}")),
        ];
        string most = Readable.Number(Points.Sum(receipt.Tasks.Select(task => task.Points)));
        return Markup.Of(
            $"""
            <td class="number">{Readable.Number(receipt.Lost)} of {most}</td><td>{receipt.Student}</td>
            <td>{receipt.Assignment}</td><td>{Markup.List(lost.Select(Text))}</td>
            <td>{Markup.List(receipt.Notes.Select(Text))}</td>
            """
        );
    }

    private static Markup Text(string text) => Markup.Text(text);
}
