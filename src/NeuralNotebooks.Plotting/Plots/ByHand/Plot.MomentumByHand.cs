namespace NeuralNotebooks.Plotting;

public static partial class Plot
{
    /// <summary>An interactive figure of Momentum on f = ½(λ₁x² + λ₂y²): the reader drags the learning rate α and the
    /// averaging factor β on a map of the factor by which a step reduces the distance, and sees the path.</summary>
    /// <param name="curvatures">λ₁ of the gentle direction and λ₂ of the steep one.</param>
    /// <param name="from">The first point of the path.</param>
    /// <param name="title">The title.</param>
    /// <exception cref="ArgumentException">The curvatures are not positive and increasing, or a coordinate of the first
    /// point is 0 or not finite.</exception>
    public static Picture MomentumByHand((double Gentle, double Steep) curvatures, Point from, string title = "")
    {
        (double gentle, double steep) = curvatures;
        if (!(gentle > 0 && gentle < steep && double.IsFinite(steep)))
            throw new ArgumentException(
                $"The curvatures are {NumberText.Plain(gentle)} and {NumberText.Plain(steep)}: they must be positive, "
                + "the gentle one first.", nameof(curvatures));
        if (!double.IsFinite(from.X) || !double.IsFinite(from.Y) || from.X == 0 || from.Y == 0)
            throw new ArgumentException(
                $"The path begins at ({NumberText.Plain(from.X)}, {NumberText.Plain(from.Y)}): both coordinates must "
                + "be finite and other than 0, since they set the part of the plane that is drawn.", nameof(from));
        double root = Math.Sqrt(steep / gentle), least = (root - 1) / (root + 1);
        return InteractiveFigure.Of("momentum", new
        {
            curvatures = new[] { gentle, steep },
            least,
            palette = new[] { Palette.Green, Palette.Pink },
            from = new[] { from.X, from.Y },
            // The best rate without averaging.
            start = new { alpha = 2 / (gentle + steep), beta = 0 },
        }, "Left: a map of the learning rate α and the average β, of a stronger green where a step of Momentum leaves "
                + "a smaller part of the distance, and a point that the reader moves. Beyond the solid line the path "
                + "explodes, beyond the dashed one x overshoots, beyond the dotted one y changes sign in every step. "
                + $"Right: the path from ({NumberText.Html(from.X)}, {NumberText.Html(from.Y)}) in the ravine of "
                + $"curvatures {NumberText.Html(gentle)} along x and {NumberText.Html(steep)} along y.")
            .WithTitle(title)
            .WithCaption("Drag the point, tap beside it, or use the arrow keys.");
    }
}
