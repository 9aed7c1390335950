namespace NeuralNotebooks.Classroom;

/// <summary>The part of a submitted notebook that is graded.</summary>
/// <param name="Code">The student's own code, for the judge.</param>
/// <param name="Answers">The answers by task, in code or in text. An unanswered task has no entry.</param>
/// <param name="Notes">Notes about restored, moved or ignored cells.</param>
/// <param name="Digest">A short hash of the answers and of the student's other code.</param>
internal sealed record SubmissionContent(
    CodeToJudge Code,
    IReadOnlyDictionary<string, SubmittedAnswer> Answers,
    IReadOnlyList<SubmissionNote> Notes,
    string Digest
)
{
    /// <summary>Identifies this version of the submission: a hash of the notebook's file and of all images. Empty for a
    /// notebook that is not part of a submission.</summary>
    public string Hash { get; internal init; } = "";

    /// <summary>The answers to questions about the code of tasks, by task. A task without them has no entry.</summary>
    public IReadOnlyDictionary<string, QuestionAnswers> AnswersAboutCode { get; internal init; } =
        new Dictionary<string, QuestionAnswers>();

    /// <summary>The notebook's path in the submission; empty for a notebook that is not part of one.</summary>
    public string File { get; internal init; } = "";

    /// <summary>The student's id in the notebook, trimmed; null if there is none, or it equals the id of the
    /// submission's folder.</summary>
    public string? OwnId { get; internal init; }
}

/// <summary>A notebook's answer to a task.</summary>
/// <param name="Text">The text of its cells.</param>
/// <param name="Place">Where it is, such as "cell 7".</param>
/// <param name="Images">The images that the text shows, by their names in the text.</param>
internal sealed record SubmittedAnswer(string Text, string Place, IReadOnlyDictionary<string, SubmittedImage> Images);
