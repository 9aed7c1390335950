namespace NeuralNotebooks.Engine;

/// <summary>Selects the candidates that match the typed text and orders them by likelihood.</summary>
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

    /// <summary>How well a name matches: 0 by prefix, 1 by prefix ignoring case, 2 by the capitals of its words; null
    /// if it does not match.</summary>
    private static int? Fit(string name, string typed)
        => name.StartsWith(typed, StringComparison.Ordinal) ? 0
            : name.StartsWith(typed, StringComparison.OrdinalIgnoreCase) ? 1
            : typed.Length > 1 && FitsCapitals(name, typed) ? 2
            : null;

    /// <summary>Whether the typed text abbreviates the words of a name, such as <c>WL</c> or <c>WriL</c> for
    /// <c>WriteLine</c>.</summary>
    private static bool FitsCapitals(string name, string typed)
    {
        int at = 0;
        for (int i = 0; i < name.Length && at < typed.Length; i++)
        {
            bool begins = i == 0 || char.IsUpper(name[i]) || name[i - 1] == '_';
            bool goesOn = at > 0 && name[i - 1] == typed[at - 1] && char.IsLower(typed[at]);
            if ((begins || goesOn) && name[i] == typed[at])
                at++;
            else if (at == 0)
                return false;
        }
        return at == typed.Length && typed.Any(char.IsUpper);
    }
}
