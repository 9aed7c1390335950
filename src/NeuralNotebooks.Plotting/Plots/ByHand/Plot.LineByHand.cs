namespace NeuralNotebooks.Plotting;

public static partial class Plot
{
    /// <summary>An interactive figure of a line through points: the reader drags (w, b) on the loss surface, and sees
    /// the line, the squares of some errors, the loss and its derivatives. Buttons take steps of gradient descent, and
    /// the path shows those that were taken.</summary>
    /// <param name="x">The points' x.</param>
    /// <param name="y">The points' y.</param>
    /// <param name="ranges">The ranges of the slope w and of the height b at x = 0.</param>
    /// <param name="learningRate">The learning rate of gradient descent.</param>
    /// <param name="start">(w, b) at the start; (0, 0) if it is omitted.</param>
    /// <param name="names">What x and y are, with their units.</param>
    /// <remarks>The loss is <see cref="HalfSquaredError{T}"/>. On each contour, the difference to the smallest loss is
    /// four times that on the next contour inwards. Of many points only every k-th has a square, since squares that
    /// cover each other cannot be distinguished.</remarks>
    /// <exception cref="ArgumentException">There are not as many x as y, a number is not finite, a range is empty, or
    /// all x are equal, so that no line is the best.</exception>
    public static Picture LineByHand(
        IEnumerable<double> x, IEnumerable<double> y, (Interval W, Interval B) ranges, double learningRate,
        Point? start = null, (string X, string Y)? names = null)
    {
        (string xName, string yName) = names ?? ("x", "y");
        (double[] xs, double[] ys) = Checked.Points(x, y, "The points'");
        (Interval w, Interval b) = (Checked.Range(ranges.W), Checked.Range(ranges.B));
        if (xs.Max() - xs.Min() <= 1e-6 * xs.Max(Math.Abs))
            throw new ArgumentException("All x are equal: many lines are equally good, none is the best.", nameof(x));
        Checked.Finite("The learning rate", learningRate);
        Checked.Finite("A coordinate of the start", start?.X ?? 0, start?.Y ?? 0);
        int[] steps = [1, 10, 100];
        return InteractiveFigure.Of("line", new
        {
            x = xs,
            y = ys,
            rate = learningRate,
            steps,
            names = new[] { xName, yName },
            ranges = new { w = new[] { w.From, w.To }, b = new[] { b.From, b.To } },
            start = new { w = start?.X ?? 0, b = start?.Y ?? 0 },
        }, "Left: contours of the loss over w and b, a cross at the least loss, and a point that the reader moves. "
            + $"Right: {yName} over {xName}, {xs.Length} points, the line that the point on the left stands for, and "
            + "the squares of its errors.",
            steps.Select(count => ($"{count}", count == 1 ? "One step" : $"{count} steps")))
            .WithCaption("Drag the green point, tap beside it, or move it with the arrow keys.");
    }
}
