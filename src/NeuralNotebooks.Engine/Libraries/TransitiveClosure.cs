namespace NeuralNotebooks.Engine;

internal static class TransitiveClosure
{
    /// <summary>Returns the first items, everything that follows from them, what follows from that, and so on: each
    /// item once, in the order in which it is found.</summary>
    public static IReadOnlyList<T> Of<T>(IEnumerable<T> first, Func<T, IEnumerable<T>> next)
    {
        HashSet<T> known = [];
        List<T> found = [.. first.Where(known.Add)];
        for (int i = 0; i < found.Count; i++)
            found.AddRange([.. next(found[i]).Where(known.Add)]);
        return found;
    }
}
