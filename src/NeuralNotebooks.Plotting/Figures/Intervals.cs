namespace NeuralNotebooks.Plotting;

internal static class Intervals
{
    extension(Interval range)
    {
        public double Length => range.To - range.From;

        public bool Contains(double value) => value >= range.From && value <= range.To;

        /// <summary>Longer at both ends, by a part of its length.</summary>
        public Interval ExpandedBy(double part) => (range.From - part * range.Length, range.To + part * range.Length);

        public double Clamp(double value) => Math.Clamp(value, range.From, range.To);
    }

    public static double[] EvenlySpaced(double from, double to, int count) =>
        [.. Enumerable.Range(0, count - 1).Select(i => from + (to - from) * i / (count - 1)), to];

    public static Interval Of(IEnumerable<double> values) => (values.Min(), values.Max());

    /// <summary>The interval from the smallest to the largest number, longer at both ends by a part of its length, or
    /// by 1 where all numbers are equal.</summary>
    public static Interval Around(IEnumerable<double> values, double part)
    {
        Interval range = Of(values);
        return range.Length > 0 ? range.ExpandedBy(part) : (range.From - 1, range.To + 1);
    }
}
