namespace NeuralNotebooks.Plotting;

/// <summary>Places items along a line, in a given order and with minimum distances.</summary>
internal static class IsotonicRegression
{
    /// <summary>The places that make Σ weight · (place − wanted)² smallest while neighbours keep their
    /// distance.</summary>
    /// <remarks>
    /// With the distances subtracted, the condition "at least at this distance from the item before" becomes "not less
    /// than the item before":
    /// isotonic regression, solved by pooling adjacent violators (Barlow et al., "Statistical Inference under Order
    /// Restrictions", 1972).
    /// </remarks>
    /// <param name="items">The weight of each, and weight · wanted.</param>
    /// <param name="distance">The distance of an item, by its index, from the one before.</param>
    public static double[] Of((double Weight, double Sum)[] items, Func<int, double> distance)
    {
        double[] taken = new double[items.Length];
        Stack<(double Weight, double Sum, int Count)> pools = [];
        for (int i = 0; i < items.Length; i++)
        {
            taken[i] = i == 0 ? 0 : taken[i - 1] + distance(i);
            (double weight, double sum) = items[i];
            (double Weight, double Sum, int Count) pool = (weight, sum - weight * taken[i], 1);
            while (pools.TryPeek(out var before) && before.Sum / before.Weight > pool.Sum / pool.Weight)
            {
                pools.Pop();
                pool = (before.Weight + pool.Weight, before.Sum + pool.Sum, before.Count + pool.Count);
            }
            pools.Push(pool);
        }
        IEnumerable<double> means =
            pools.Reverse().SelectMany(pool => Enumerable.Repeat(pool.Sum / pool.Weight, pool.Count));
        return [.. means.Zip(taken, (mean, room) => mean + room)];
    }
}
