namespace NeuralNotebooks.Classroom;

/// <summary>Groups the wrong answers to a task.</summary>
/// <remarks>
/// An answer has several descriptions: the mistakes that explain it, its values, and the relations of its values to
/// the expected ones, which can be equal even if the variants differ. The groups are formed greedily: the description
/// that most of the remaining answers share forms the next group. Descriptions shared by several variants come before
/// those shared only within one variant. Answers that share only the kinds of their differences form a group if their
/// variants differ, and if all of them with the same variant have equal values.
/// </remarks>
internal sealed class AnswerGrouping
{
    private readonly List<AnswerGroup> _groups = [];
    private readonly List<WrongAnswer> _rest;

    private AnswerGrouping(IEnumerable<WrongAnswer> answers) => _rest = [.. answers];

    /// <summary>The groups, the largest first.</summary>
    /// <param name="answers">The wrong answers.</param>
    public static IReadOnlyList<AnswerGroup> Of(IReadOnlyList<WrongAnswer> answers)
    {
        bool hasVariants = AnswerGroup.HasVariants(answers);
        var grouping = new AnswerGrouping(answers);
        grouping.TakeAll(shared =>
            shared.Pattern.Relation != Relation.Kind
            && (!hasVariants || shared.Pattern.Relation == Relation.Mistake || shared.IsAcrossVariants)
        );
        grouping.TakeAll(shared =>
            shared.Pattern.Relation == Relation.Kind
            && shared.IsAcrossVariants
            && HasOneAnswerForEachVariant(shared.Answers)
        );
        grouping.TakeAll(shared => shared.Pattern.Relation != Relation.Kind);
        return
        [
            .. grouping._groups
                .Concat(grouping._rest.Select(answer => new AnswerGroup(answer.Patterns[0], [answer])))
                .OrderByDescending(group => group.Answers.Count)
                .ThenBy(group => group.Pattern.Key, StringComparer.Ordinal),
        ];
    }

    /// <summary>Takes groups out of the remaining answers, the largest first, until none is left that meets a
    /// condition.</summary>
    private void TakeAll(Func<AnswerGroup, bool> isGroup)
    {
        while (Largest(isGroup) is { } group)
        {
            _groups.Add(group);
            _rest.RemoveAll(group.Answers.ToHashSet().Contains);
        }
    }

    /// <summary>The largest group of at least two remaining answers that share a description and meet a condition; null
    /// if there is none.</summary>
    private AnswerGroup? Largest(Func<AnswerGroup, bool> isGroup) =>
        (
            from answer in _rest
            from pattern in answer.Patterns.Distinct()
            group answer by pattern into sharing
            where sharing.Count() > 1
            let shared = new AnswerGroup(sharing.Key, [.. sharing])
            where isGroup(shared)
            orderby shared.Answers.Count descending, shared.Pattern.Relation, shared.Pattern.Key
            select shared
        ).FirstOrDefault();

    private static bool HasOneAnswerForEachVariant(IEnumerable<WrongAnswer> answers) =>
        answers
            .GroupBy(answer => answer.Reference)
            .All(same =>
                same.Select(answer => answer.Patterns.First(pattern => pattern.Relation == Relation.Value))
                    .Distinct()
                    .Count() == 1
            );
}
