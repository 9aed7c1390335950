namespace NeuralNotebooks.Engine;

internal static class Ranking
{
    private const int MaxMatches = 500;

    public static IReadOnlyList<Completion> Order(IEnumerable<Candidate> candidates, string typed)
        => [.. candidates
            .Select(candidate => (Candidate: candidate, Fit: Fit(candidate.Text, typed)))
            .Where(entry => entry.Fit is not null)
            .OrderBy(entry => entry.Fit)
            .ThenBy(entry => entry.Candidate.Likelihood)
            .ThenBy(entry => entry.Candidate.Text, StringComparer.OrdinalIgnoreCase)
            .DistinctBy(entry => entry.Candidate.Text)
            .Take(MaxMatches)
            .Select(entry => new Completion(entry.Candidate.Text, entry.Candidate.Kind, entry.Candidate.Signature))];

    /// <summary>How well a name matches: 0 by prefix, 1 by prefix ignoring case; null if it does not match.</summary>
    private static int? Fit(string name, string typed) =>
        name.StartsWith(typed, StringComparison.Ordinal) ? 0
        : name.StartsWith(typed, StringComparison.OrdinalIgnoreCase) ? 1
        : null;
}
