namespace NeuralNotebooks.Plotting;

/// <summary>Heights of labelled examples: those that coincide are stacked, so that a reader can count them.</summary>
internal static class StackedLabels
{
    /// <summary>Of the examples with the same place and label, the first is drawn at its label, and each further one a
    /// little farther away from the other label.</summary>
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

    /// <summary>Puts numbers only between the two labels on the axis of stacked points: points beyond a label have its
    /// value.</summary>
    public static void SetTicks(FigurePart axis, double[] labels, double[] stacked)
    {
        if (!stacked.SequenceEqual(labels))
            axis.SetTicks(Intervals.EvenlySpaced(labels.Min(), labels.Max(), 5)
                .Select(tick => (tick, NumberText.Html(tick))));
    }
}
