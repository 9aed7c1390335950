namespace NeuralNotebooks.Classroom;

/// <summary>Computes points from stored values. It runs no code, so a class is regraded in seconds.</summary>
internal static class Scoring
{
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

    /// <summary>Returns the sentence of the mistake whose values equal the student's on every lost probe, if it would
    /// have lost at most as many other probes: otherwise it is another mistake, which agrees there by chance. Of
    /// several, the one that would have lost the fewest others is named. If no single mistake explains every lost
    /// probe, two are searched that explain them together and would have lost no others.</summary>
    private static string[] Explanations(JudgedTask task, int[] lost)
    {
        if (lost.Length == 0)
            return [];
        int[] probes = [.. Enumerable.Range(0, task.Probes.Count)];
        MistakeMatch[] found =
        [
            .. from mistake in task.Mistakes
               let same = probes.Where(i =>
                   ValueComparison.AreSame(mistake.Values[i], task.Probes[i].Actual, task.Probes[i].Probe)).ToHashSet()
               select new MistakeMatch(
                   mistake.Sentence, [.. same.Intersect(lost)], probes.Except(lost).Count(i => !same.Contains(i)))
        ];
        MistakeMatch[] alone =
            [.. found.Where(match => match.Explained.Count == lost.Length && match.Others <= lost.Length)];
        if (alone.Length > 0)
        {
            int fewest = alone.Min(match => match.Others);
            string[] best = [.. alone.Where(match => match.Others == fewest).Select(match => match.Sentence)];
            return best.Length == 1 || fewest == 0 ? best : [];
        }
        MistakeMatch[] exact = [.. found.Where(match => match.Explained.Count > 0 && match.Others == 0)];
        var pairs =
            from first in exact.Index()
            from second in exact[(first.Index + 1)..]
            where lost.All(probe => first.Item.Explained.Contains(probe) || second.Explained.Contains(probe))
            select new[] { first.Item, second };
        return [.. (pairs.FirstOrDefault() ?? []).Select(match => match.Sentence)];
    }

    /// <param name="Explained">The lost probes on which its values equal the student's.</param>
    /// <param name="Others">The number of passed probes that it would have lost.</param>
    private sealed record MistakeMatch(string Sentence, HashSet<int> Explained, int Others);
}

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

    internal int[] Lost => [.. Enumerable.Range(0, Differences.Count).Where(i => Differences[i] is not null)];

    public int Passed => Differences.Count(difference => difference is null);
}
