namespace NeuralNotebooks.Plotting;

public static partial class Plot
{
    /// <summary>An interactive figure of Momentum on f = ½(λ₁x² + λ₂y²): the reader drags the learning rate α and the
    /// averaging factor β on a map of the factor by which a step reduces the distance, and sees the path.</summary>
    /// <param name="curvatures">λ₁ of the gentle direction and λ₂ of the steep one.</param>
    /// <param name="from">The first point of the path.</param>
    /// <param name="start">α and β at the start; the best rate without averaging (β = 0) if they are omitted.</param>
    /// <param name="title">The title.</param>
    /// <remarks>The smallest factor of plain descent is (κ − 1)/(κ + 1) with κ = λ₂/λ₁, and that of Momentum is (√κ −
    /// 1)/(√κ + 1).</remarks>
    /// <exception cref="ArgumentException">The curvatures are not positive and increasing, or a coordinate of the first
    /// point is 0 or not finite.</exception>
    public static Picture MomentumByHand(
        (double Gentle, double Steep) curvatures, Point from, (double Alpha, double Beta)? start = null,
        string title = "")
    {
        Ravine ravine = new(curvatures);
        if (!double.IsFinite(from.X) || !double.IsFinite(from.Y) || from.X == 0 || from.Y == 0)
            throw new ArgumentException(
                $"The path begins at ({NumberText.Plain(from.X)}, {NumberText.Plain(from.Y)}): both coordinates must "
                + "be finite and other than 0, since they set the part of the plane that is drawn.", nameof(from));
        (double Alpha, double Beta) at = start ?? (2 / (ravine.Gentle + ravine.Steep), 0);
        return MomentumFigure.Of(ravine, from, at).WithTitle(title);
    }
}
