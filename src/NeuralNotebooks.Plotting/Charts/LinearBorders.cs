namespace NeuralNotebooks.Plotting;

/// <summary>The borders between the classes of a layer of two inputs, which are straight lines.</summary>
internal static class LinearBorders
{
    /// <summary>The visible part of each border.</summary>
    /// <param name="layer">The layer. Its activation does not change which score is the largest.</param>
    /// <param name="grid">The rectangle that is visible.</param>
    public static IEnumerable<FigurePart> Of<T>(Dense<T> layer, PlaneGrid grid)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Form[] scores = [.. Enumerable.Range(0, layer.Units).Select(unit => new Form(
            double.CreateChecked(layer.Weights[unit, 0]), double.CreateChecked(layer.Weights[unit, 1]),
            double.CreateChecked(layer.Biases[unit, 0])))];
        // A single unit has its border where its score is 0.
        if (scores.Length == 1)
            scores = [.. scores, default];
        Form[] inside =
        [
            new(1, 0, -grid.X[0]), new(-1, 0, grid.X[^1]), new(0, 1, -grid.Y[0]), new(0, -1, grid.Y[^1]),
        ];
        for (int i = 0; i < scores.Length; i++)
            for (int j = i + 1; j < scores.Length; j++)
            {
                // On a border two scores are equal, and no other one is larger.
                Form one = scores[i];
                IEnumerable<Form> largest = scores.Where((_, k) => k != i && k != j).Select(other => one - other);
                if (Segment(one - scores[j], [.. inside, .. largest]) is { } ends)
                    yield return Line([ends.From, ends.To], Stroke(Palette.Ink, 1.5), showLegend: false)
                        .With(new() { ["hoverinfo"] = "skip" });
            }
    }

    /// <summary>The part of the line border = 0 on which no other form is negative.</summary>
    private static (Point From, Point To)? Segment(Form border, Form[] positive)
    {
        double square = border.X * border.X + border.Y * border.Y;
        if (square == 0)
            return null;
        Point foot = (-border.X * border.Constant / square, -border.Y * border.Constant / square);
        double from = double.NegativeInfinity, to = double.PositiveInfinity;
        foreach (Form form in positive)
        {
            // Along the line, foot + t · (−border.Y, border.X), the form is value + t · slope.
            double value = form.At(foot), slope = form.Y * border.X - form.X * border.Y;
            if (slope > 0)
                from = Math.Max(from, -value / slope);
            else if (slope < 0)
                to = Math.Min(to, -value / slope);
            else if (value < 0)
                return null;
        }

        return from < to ? (On(from), On(to)) : null;

        Point On(double t) => (foot.X - t * border.Y, foot.Y + t * border.X);
    }

    /// <summary>X · x + Y · y + Constant.</summary>
    private readonly record struct Form(double X, double Y, double Constant)
    {
        public static Form operator -(Form left, Form right) =>
            new(left.X - right.X, left.Y - right.Y, left.Constant - right.Constant);

        public double At(Point point) => X * point.X + Y * point.Y + Constant;
    }
}
