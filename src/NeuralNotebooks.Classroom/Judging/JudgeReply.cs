namespace NeuralNotebooks.Classroom;

/// <summary>The reply to a <see cref="JudgeRequest"/>.</summary>
/// <param name="Answers">The answers to the probes; to questions about the code, the value of their program.</param>
/// <param name="Questions">The questions that may be asked; null for probes, and if the cell cannot be judged.</param>
internal sealed record JudgeReply(TaskAnswers Answers, CodeQuestions? Questions)
{
    /// <summary>Chooses the questions that are asked.</summary>
    /// <remarks>The program ran in the student's process, which could have returned made-up values. It chooses neither
    /// the questions nor their order, and right is what the unchanged copy of the function has returned: who makes up
    /// values gets questions about these values, and has to answer them. If the values differ from those in the
    /// student's notebook, so do the right choices.</remarks>
    public QuestionSheet Sheet() =>
        Questions is not null ? Questions.Choose(Runs(Answers.Answers.Single()))
        : Answers.Answers.Single() is NoAnswer none
            ? new(
                0,
                [],
                $"There is no question about the code: {new Difference(DifferenceKind.NoValue, none).Sentence}."
            )
        : throw new InvalidOperationException("A value without questions.");

    /// <summary>The texts that the runs of the program have noted; null if the value has another form.</summary>
    private static IReadOnlyList<string>[]? Runs(Answer value)
    {
        if (value is not ListAnswer { Items: var runs })
            return null;
        IReadOnlyList<string>?[] texts = [.. runs.Select(TextsOf)];
        return texts.Contains(null) ? null : [.. texts.OfType<IReadOnlyList<string>>()];

        static IReadOnlyList<string>? TextsOf(Answer run) =>
            run is ListAnswer { Items: var notes } && notes.All(note => note is TextAnswer)
                ? [.. notes.Select(note => ((TextAnswer)note).Value)]
                : null;
    }
}
