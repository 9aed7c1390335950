namespace NeuralNotebooks.Plotting;

public static partial class Plot
{
    private const int MaxBends = 8;

    /// <summary>An interactive figure of what ReLU units can make of one input: the reader drags the bends of a curve
    /// of straight pieces, and sees the units that add up to it.</summary>
    /// <param name="x">Increasing numbers, from the left end of the curve to the right one.</param>
    /// <param name="y">The values that the curve should have there; it has the first and the last.</param>
    /// <param name="bends">How many bends there are; one unit more is needed, which bends at the left end.</param>
    /// <exception cref="ArgumentException">There are not as many x as y, or fewer than two; a number is not finite, or
    /// x does not increase; or there are fewer than one or more than eight bends.</exception>
    public static Picture BendsByHand(IEnumerable<double> x, IEnumerable<double> y, int bends)
    {
        (double[] xs, double[] ys) = Checked.Points(x, y, "The points'");
        if (bends is < 1 or > MaxBends)
            throw new ArgumentException($"{bends} bends: this figure has from 1 to {MaxBends}.", nameof(bends));
        if (xs.Length < 2 || xs.Zip(xs.Skip(1)).Any(pair => pair.First >= pair.Second))
            throw new ArgumentException("x must have at least two numbers, each larger than the last.", nameof(x));
        Interval range = Intervals.Around(ys, 0.4);
        return InteractiveFigure.Of("bends", new
        {
            x = xs,
            y = ys,
            range = new[] { range.From, range.To },
            places = Intervals.EvenlySpaced(xs[0], xs[^1], bends + 2)[1..^1],
        }, $"Left: a dashed curve, and a line of straight pieces with {bends} bends, which the reader moves. Right: "
            + $"the outputs of the {bends + 1} ReLU units that add up to this line.")
            .WithCaption("Drag the bends, or choose one with Tab and use the arrow keys.");
    }
}
