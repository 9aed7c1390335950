namespace NeuralNotebooks.Classroom;

/// <summary>A student's wrong answer to a task.</summary>
/// <param name="Student">The student's id.</param>
/// <param name="Patterns">The descriptions of the answer.</param>
/// <param name="Reference">A hash of the expected answers.</param>
/// <param name="Mistakes">The sentences of the mistakes that explain it.</param>
internal sealed record WrongAnswer(
    string Student,
    IReadOnlyList<AnswerPattern> Patterns,
    string Reference,
    IReadOnlyList<string> Mistakes
);

/// <summary>Students who gave the same wrong answer.</summary>
/// <param name="Pattern">What they have in common.</param>
/// <param name="Answers">Their answers.</param>
internal sealed record AnswerGroup(AnswerPattern Pattern, IReadOnlyList<WrongAnswer> Answers)
{
    /// <summary>Whether different answers are expected of them.</summary>
    public bool IsAcrossVariants => HasVariants(Answers);

    /// <summary>The sentences of the mistakes that explain the answer of one of them.</summary>
    public IReadOnlyList<string> Mistakes { get; } =
    [.. Answers.SelectMany(answer => answer.Mistakes).Distinct(StringComparer.Ordinal)];

    /// <summary>Groups the wrong answers to a task, the largest group first.</summary>
    /// <remarks>
    /// An answer has several descriptions: the mistakes that explain it, its values, and their relations to the
    /// student's own reference, which stay the same where the variant does not. The description that most answers share
    /// forms the first group, and so on; one that holds across variants comes before one that only students of the same
    /// variant share. Answers that share no more than the kinds of their differences are a group where the variants
    /// differ, and nobody with the same variant gave another answer.
    /// </remarks>
    /// <param name="answers">The wrong answers.</param>
    public static IReadOnlyList<AnswerGroup> Of(IReadOnlyList<WrongAnswer> answers)
    {
        List<AnswerGroup> groups = [];
        List<WrongAnswer> rest = [.. answers];
        bool hasVariants = HasVariants(answers);
        while (
            Largest(sharing =>
                sharing.Key.Relation != Relation.Kind
                && (!hasVariants || sharing.Key.Relation == Relation.Mistake || HasVariants(sharing))
            )
                is { } pattern
        )
            Take(pattern);
        while (
            Largest(sharing =>
                sharing.Key.Relation == Relation.Kind && HasVariants(sharing) && HasOneAnswerForEach(sharing)
            )
                is { } pattern
        )
            Take(pattern);
        while (Largest(sharing => sharing.Key.Relation != Relation.Kind) is { } pattern)
            Take(pattern);
        groups.AddRange(rest.Select(answer => new AnswerGroup(answer.Patterns[0], [answer])));
        return
        [
            .. groups
                .OrderByDescending(group => group.Answers.Count)
                .ThenBy(group => group.Pattern.Key, StringComparer.Ordinal),
        ];

        AnswerPattern? Largest(Func<IGrouping<AnswerPattern, WrongAnswer>, bool> isGroup)
            => (from answer in rest
                from pattern in answer.Patterns
                group answer by pattern into sharing
                where sharing.Count() > 1 && isGroup(sharing)
                orderby sharing.Count() descending, sharing.Key.Relation, sharing.Key.Key
                select sharing.Key).FirstOrDefault();

        void Take(AnswerPattern pattern)
        {
            HashSet<WrongAnswer> taken = [.. rest.Where(answer => answer.Patterns.Contains(pattern))];
            if (taken.Count == 0)
                return;
            groups.Add(new(pattern, [.. taken]));
            rest.RemoveAll(taken.Contains);
        }
    }

    private static bool HasVariants(IEnumerable<WrongAnswer> answers) =>
        answers.Select(answer => answer.Reference).Distinct().Skip(1).Any();

    private static bool HasOneAnswerForEach(IEnumerable<WrongAnswer> answers) =>
        answers
            .GroupBy(answer => answer.Reference)
            .All(same =>
                same.Select(answer => answer.Patterns.First(pattern => pattern.Relation == Relation.Value))
                    .Distinct()
                    .Count() == 1
            );
}
