namespace NeuralNotebooks.Plotting;

internal sealed record PlaneGrid(double[] X, double[] Y)
{
    /// <summary>Equally spaced values, from a little before the first point to a little beyond the last.</summary>
    public static PlaneGrid Of(double[] x, double[] y, int count)
    {
        return new(Spread(x), Spread(y));

        double[] Spread(double[] values)
        {
            Interval range = Intervals.Around(values, 0.08);
            return Intervals.EvenlySpaced(range.From, range.To, count);
        }
    }
}
