namespace NeuralNotebooks.Classroom;

/// <summary>A student's wrong answer to a task.</summary>
/// <param name="Student">The student's id.</param>
/// <param name="Patterns">The descriptions of the answer.</param>
/// <param name="Reference">A hash of the expected values.</param>
/// <param name="Mistakes">The sentences of the mistakes that explain it.</param>
internal sealed record WrongAnswer(
    string Student,
    IReadOnlyList<AnswerPattern> Patterns,
    string Reference,
    IReadOnlyList<string> Mistakes
);

/// <summary>Students whose wrong answers are described in the same way.</summary>
/// <param name="Pattern">The description that their answers have in common.</param>
/// <param name="Answers">Their answers.</param>
internal sealed record AnswerGroup(AnswerPattern Pattern, IReadOnlyList<WrongAnswer> Answers)
{
    /// <summary>Whether the expected values of these students differ, because they have different variants.</summary>
    public bool IsAcrossVariants => HasVariants(Answers);

    /// <summary>The sentences of all mistakes that explain an answer of the group.</summary>
    public IReadOnlyList<string> Mistakes { get; } =
    [.. Answers.SelectMany(answer => answer.Mistakes).Distinct(StringComparer.Ordinal)];

    /// <summary>Whether the expected values of several students differ.</summary>
    public static bool HasVariants(IEnumerable<WrongAnswer> answers) =>
        answers.Select(answer => answer.Reference).Distinct().Skip(1).Any();
}
