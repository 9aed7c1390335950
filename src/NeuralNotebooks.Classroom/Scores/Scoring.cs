namespace NeuralNotebooks.Classroom;

/// <summary>Computes points from stored values. It runs no code, so a class is regraded in seconds.</summary>
internal static class Scoring
{
    /// <summary>Scores the values of a task's probes.</summary>
    public static TaskScore Score(this JudgedTask task)
    {
        Difference?[] differences =
            [.. task.Probes.Select(probe => ValueComparison.Between(probe.Expected, probe.Actual, probe.Probe))];
        MarkCommonFactor(task, differences);
        var points = Points.Sum(
            task.Probes.Where((_, i) => differences[i] is null).Select(probe => probe.Probe.Points));
        var score = new TaskScore(points, differences, []);
        return score with { Mistakes = Explanations(task, score.Lost) };
    }

    /// <summary>Finds a common factor of several probes that each return one number. In a single number it cannot be
    /// seen, because any number is a multiple of any other.</summary>
    private static void MarkCommonFactor(JudgedTask task, Difference?[] differences)
    {
        const double rounding = 1e-6;
        double[] factors =
        [
            .. from probe in task.Probes
               let expected = probe.Expected as NumericValue
               let given = probe.Actual as NumericValue
               where expected is { Rounded: not 0 } && given is not null
               select given.Rounded / expected.Rounded,
        ];
        bool isCommon =
            factors.Length > 1 && ValueComparison.IsFactor(factors[0])
            && factors.All(factor => Math.Abs(factor - factors[0]) <= rounding * Math.Abs(factor));
        for (int i = 0; i < differences.Length && isCommon; i++)
            if (differences[i]?.Kind == DifferenceKind.Value
                && task.Probes[i].Expected is NumericValue { Rounded: not 0 })
                differences[i] = new(DifferenceKind.Scale);
    }

    /// <summary>Returns the sentences of the mistakes whose values equal the student's on every lost probe: of several,
    /// those that equal them on the most probes, since the answer does not have a mistake that would have lost others.
    /// If no single mistake explains every lost probe, two are searched that explain them together.</summary>
    private static string[] Explanations(JudgedTask task, int[] lost)
    {
        if (lost.Length == 0)
            return [];
        MistakeMatch[] found =
        [
            .. from mistake in task.Mistakes
               let explained = Enumerable.Range(0, task.Probes.Count)
                   .Where(i => ValueComparison.AreSame(mistake.Values[i], task.Probes[i].Actual, task.Probes[i].Probe))
                   .ToHashSet()
               where explained.Overlaps(lost)
               select new MistakeMatch(mistake.Sentence, explained)
        ];
        var alone = found.Where(mistake => mistake.Explained.IsSupersetOf(lost)).ToArray();
        int most = alone.Select(mistake => mistake.Explained.Count).DefaultIfEmpty().Max();
        var pairs =
            from first in found.Index()
            from second in found[(first.Index + 1)..]
            where lost.All(probe => first.Item.Explained.Contains(probe) || second.Explained.Contains(probe))
            select new[] { first.Item, second };
        MistakeMatch[] explaining = alone.Length > 0
            ? [.. alone.Where(mistake => mistake.Explained.Count == most)]
            : pairs.MaxBy(pair => pair.Sum(mistake => mistake.Explained.Count)) ?? [];
        return [.. explaining.Select(mistake => mistake.Sentence)];
    }

    /// <summary>A known mistake, and the probes on which its values equal the student's.</summary>
    private sealed record MistakeMatch(string Sentence, HashSet<int> Explained);
}

/// <summary>The score of an answer to a task.</summary>
/// <param name="Points">The points of the passed probes.</param>
/// <param name="Differences">For each probe, how the value differs; null if it passed.</param>
/// <param name="Mistakes">Sentences of the mistakes that explain all lost probes. Several are alternatives, or explain
/// them together.</param>
internal sealed record TaskScore(Points Points, IReadOnlyList<Difference?> Differences, IReadOnlyList<string> Mistakes)
{
    /// <summary>The differences of the lost probes, with the details that a student may see. Code could reveal the
    /// arguments of probes by the types and lines of its exceptions, so only a few types and one line are
    /// shown.</summary>
    internal IEnumerable<Difference> ForStudent()
    {
        HashSet<string?> types = [];
        int? line = null;
        foreach (Difference difference in Differences.OfType<Difference>())
        {
            if (difference.Cause is not { Reason: MissingReason.Threw } cause)
            {
                yield return difference;
                continue;
            }
            line ??= cause.Line;
            bool isNamed = types.Contains(cause.Detail) || (types.Count < MaxTypes && types.Add(cause.Detail));
            yield return difference with
            {
                Cause = new(cause.Reason, isNamed ? cause.Detail : null, cause.Line == line ? line : null),
            };
        }
    }

    private const int MaxTypes = 2;

    /// <summary>The indices of the lost probes.</summary>
    internal int[] Lost => [.. Enumerable.Range(0, Differences.Count).Where(i => Differences[i] is not null)];

    /// <summary>The number of probes that passed.</summary>
    public int Passed => Differences.Count(difference => difference is null);
}
