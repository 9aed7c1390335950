namespace NeuralNotebooks.Assignments;

internal sealed record SubmissionContent(StudentsCode Code, IReadOnlyList<SubmissionNote> Notes)
{
    /// <summary>The answers by task, in code or in text. An unanswered task has no entry.</summary>
    public IReadOnlyDictionary<string, Answer> Answers => Code.Answers;

    /// <summary>Identifies this version of the submission: a hash of the notebook's file and of all images. Empty for a
    /// notebook that is not part of a submission.</summary>
    public string Hash { get; internal init; } = "";

    public string AllCode => string.Join("\n\n", Code.OwnCode.Select(cell => cell.Code)) + "\n";

    /// <summary>The student's id in the notebook, trimmed; null if there is none, or it equals the id of the
    /// submission's folder.</summary>
    public string? OwnId { get; internal init; }

    /// <summary>Whether that id is another student's, so that it does not count.</summary>
    public bool IsOwnIdOfOther { get; internal init; }
}
