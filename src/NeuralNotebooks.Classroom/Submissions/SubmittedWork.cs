namespace NeuralNotebooks.Classroom;

/// <summary>The part of a submitted notebook that is graded.</summary>
/// <param name="Work">The student's own code, for the judge.</param>
/// <param name="Answers">The answers by task, in code or in text. An unanswered task has no entry.</param>
/// <param name="Notes">Notes about restored, moved or ignored cells.</param>
public sealed record SubmittedWork(
    Work Work,
    IReadOnlyDictionary<string, SubmittedAnswer> Answers,
    IReadOnlyList<SubmissionNote> Notes
)
{
    /// <summary>The content of the notebook's file.</summary>
    public byte[] Content { get; private init; } = [];

    /// <summary>Identifies this version of the submission: a hash of the notebook's file and of all images.</summary>
    public string Hash =>
        HexHash.Of(
            string.Join(
                '\n',
                Answers
                    .OrderBy(answer => answer.Key, StringComparer.Ordinal)
                    .SelectMany(answer => answer.Value.Images.Select(image => $"{image.Key} {image.Value.FileName}"))
                    .Prepend(HexHash.Of(Content))
            )
        );

    /// <summary>The images that count toward the limit so far.</summary>
    internal ImageLimit Images { get; init; } = new(_ => { });

    /// <summary>The notebook's path in the submission.</summary>
    public string File { get; private init; } = "";

    /// <summary>A short hash of the answers and of the student's other code.</summary>
    public string Digest { get; internal init; } = "";

    /// <summary>The student's id in the notebook, trimmed; null if there is none, or it equals the id of the
    /// submission's folder.</summary>
    public string? OwnId { get; internal init; }

    /// <summary>Finds the answers in the submission's notebook with the most answers. If several have equally many, the
    /// most probable one counts.</summary>
    /// <exception cref="SubmissionException">There is no notebook of this assignment that can be read.</exception>
    public static SubmittedWork Of(AssignmentSource source, Submission submission)
    {
        IReadOnlyList<SubmittedFile> notebooks = submission.Notebooks();
        (SubmittedWork Work, SubmittedFile File)? best = null;
        SubmissionException? problem = null;
        foreach (SubmittedFile file in notebooks)
        {
            try
            {
                byte[] content = file.Read();
                SubmittedWork work = Of(source, submission.Id, content) with
                {
                    Content = content,
                    File = file.Path,
                };
                if (best is null || work.Answers.Count > best.Value.Work.Answers.Count)
                    best = (work, file);
            }
            catch (SubmissionException e)
            {
                problem ??= e;
            }
        }
        if (best is not var (chosen, from))
            throw problem!;
        chosen = Attached.WithFiles(chosen, source, new(() => submission.FilesNextTo(from)));
        string counts = $"There are {notebooks.Count} notebooks: {from.Name} counts.";
        return notebooks.Count == 1 ? chosen : chosen with { Notes = [new(counts), .. chosen.Notes] };
    }

    /// <summary>Finds the answers in a submitted notebook.</summary>
    /// <exception cref="SubmissionException">The file is not a notebook of this assignment.</exception>
    public static SubmittedWork Of(AssignmentSource source, string student, byte[] notebook) =>
        new NotebookReader(source, student).Read(notebook);
}

/// <summary>A notebook's answer to a task.</summary>
/// <param name="Text">The text of its cells.</param>
/// <param name="Place">Where it is, such as "cell 7".</param>
/// <param name="Images">The images that the text shows, by their names in the text.</param>
public sealed record SubmittedAnswer(string Text, string Place, IReadOnlyDictionary<string, SubmittedImage> Images);
