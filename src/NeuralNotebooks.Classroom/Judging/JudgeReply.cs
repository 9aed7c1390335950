namespace NeuralNotebooks.Classroom;

/// <summary>The reply to a <see cref="JudgeRequest"/>.</summary>
/// <param name="Values">The values of the probes; for questions about the code, the value of their program.</param>
/// <param name="Questions">The questions that may be asked; null for probes, and if the cell cannot be judged.</param>
internal sealed record JudgeReply(TaskValues Values, CodeQuestions? Questions)
{
    /// <summary>Chooses the questions that are asked.</summary>
    /// <remarks>The program ran in the student's process, which could have returned made-up values. It chooses neither
    /// the questions nor their order, and right is what the unchanged copy of the function has returned: who makes up
    /// values gets questions about these values, and has to answer them. If the values differ from those in the
    /// student's notebook, so do the right choices.</remarks>
    public QuestionSheet Sheet() =>
        Questions is not null ? Questions.Choose(Runs(Values.Values.Single()))
        : Values.Values.Single() is MissingValue none
            ? new(
                0, [], $"There is no question about the code: {new Difference(DifferenceKind.NoValue, none).Sentence}.")
        : throw new InvalidOperationException("A value without questions.");

    /// <summary>The texts that the runs of the program have noted; null if the value has another form.</summary>
    private static IReadOnlyList<string>[]? Runs(ProbeValue value)
    {
        if (value is not ListValue { Items: var runs })
            return null;
        IReadOnlyList<string>?[] texts = [.. runs.Select(TextsOf)];
        return texts.Contains(null) ? null : [.. texts.OfType<IReadOnlyList<string>>()];

        static IReadOnlyList<string>? TextsOf(ProbeValue run) =>
            run is ListValue { Items: var notes } && notes.All(note => note is TextValue)
                ? [.. notes.Select(note => ((TextValue)note).Value)]
                : null;
    }
}
