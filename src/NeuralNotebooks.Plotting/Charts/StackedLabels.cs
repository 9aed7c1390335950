namespace NeuralNotebooks.Plotting;

/// <summary>Labels of examples that coincide, stacked so that they can be counted.</summary>
internal static class StackedLabels
{
    /// <summary>Labels at one place, the first where it is, each further one a little farther from the other
    /// label.</summary>
    public static double[] Of(double[] places, double[] labels)
    {
        if (labels.Distinct().Count() != 2)
            return labels;
        double low = labels.Min(), high = labels.Max(), step = 0.025 * (high - low);
        Dictionary<(double, double), int> seen = [];
        return [.. places.Zip(labels, (place, label) =>
        {
            int before = seen.GetValueOrDefault((place, label));
            seen[(place, label)] = before + 1;
            return label == low ? label - (before * step) : label + (before * step);
        })];
    }
}
