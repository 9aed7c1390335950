namespace NeuralNotebooks.Cli;

/// <summary>Finds out what a misspelt option or command probably means.</summary>
internal static class Spelling
{
    private const int MaxDistance = 3;

    /// <returns>A sentence to add to an error message; empty if no name is similar to the word.</returns>
    public static string Suggestion(Command command, string word)
    {
        IGrouping<int, string>? similar = command.Options.Concat<Symbol>(command.Subcommands)
            .Where(known => !known.Hidden)
            .Select(known => known.Name)
            .GroupBy(name => Distance(word, name)).MinBy(alike => alike.Key);
        return similar is { Key: <= MaxDistance } ? $" Did you mean {string.Join(" or ", similar)}?" : "";
    }

    /// <summary>How many characters must be inserted, removed or replaced to make one word of another: their
    /// Levenshtein distance.</summary>
    private static int Distance(string one, string other)
    {
        int[] distances = [.. Enumerable.Range(0, other.Length + 1)];
        foreach ((int i, char character) in one.Index())
        {
            int diagonal = distances[0];
            distances[0] = i + 1;
            for (int j = 1; j < distances.Length; j++)
                (diagonal, distances[j]) = (
                    distances[j],
                    Math.Min(
                        Math.Min(distances[j - 1], distances[j]) + 1,
                        diagonal + (character == other[j - 1] ? 0 : 1)));
        }
        return distances[^1];
    }
}
