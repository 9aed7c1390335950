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
/// <param name="Pattern">The description that their answers have in common.</param>
/// <param name="Answers">Their answers.</param>
internal sealed record AnswerGroup(AnswerPattern Pattern, IReadOnlyList<WrongAnswer> Answers)
{
    /// <summary>Whether the expected answers of these students differ, because they have different variants.</summary>
    public bool IsAcrossVariants => HasVariants(Answers);

    /// <summary>The sentences of all mistakes that explain an answer of the group.</summary>
    public IReadOnlyList<string> Mistakes { get; } =
    [.. Answers.SelectMany(answer => answer.Mistakes).Distinct(StringComparer.Ordinal)];

    /// <summary>Groups the wrong answers to a task, the largest group first.</summary>
    /// <remarks>
    /// An answer has several descriptions: the mistakes that explain it, its values, and the relations of its values to
    /// the expected ones, which can be equal even if the variants differ. The groups are formed greedily: the
    /// description that most of the remaining answers share forms the next group. Descriptions shared by several
    /// variants come before those shared only within one variant. Answers that share only the kinds of their
    /// differences form a group if their variants differ, and if all of them with the same variant have equal values.
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
