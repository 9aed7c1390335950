namespace NeuralNotebooks.Plotting;

public static partial class Plot
{
    /// <summary>An interactive figure of gradient descent on f = ½(λ₁u² + λ₂v²): the reader drags the learning rate α,
    /// and sees the errors u and v after each step as bars. The best rate, 2/(λ₁ + λ₂), and the limit, 2/λ₂, are
    /// marked.</summary>
    /// <param name="curvatures">λ₁ of the flat direction and λ₂ of the steep one.</param>
    /// <param name="start">The learning rate at the start.</param>
    /// <param name="title">The title.</param>
    /// <exception cref="ArgumentException">The curvatures are not positive and in this order, or the learning rate is
    /// not between 0 and the limit.</exception>
    public static Picture DescentByHand((double Flat, double Steep) curvatures, double start, string title = "")
    {
        (double flat, double steep) = curvatures;
        if (!(flat > 0 && flat <= steep && double.IsFinite(steep)))
            throw new ArgumentException(
                $"The curvatures are {NumberText.Plain(flat)} and {NumberText.Plain(steep)}: they must be positive, "
                + "the flat one first.", nameof(curvatures));
        if (!(start >= 0 && start <= 2 / steep))
            throw new ArgumentException(
                $"The learning rate {NumberText.Plain(start)} is not between 0 and {NumberText.Plain(2 / steep)}.",
                nameof(start));
        return InteractiveFigure.Of("descent", new
        {
            curvatures = new[] { flat, steep },
            start = new { alpha = start },
        }, "Left: the part of the error that a step of gradient descent leaves in a steep and in a flat direction, "
                + "over the learning rate α, which the reader moves; the best rate and the limit are marked. Right: "
                + "both errors after each step, as bars. The curvatures are "
                + $"{NumberText.Html(steep)} and {NumberText.Html(flat)}.",
                ("best", "Best α"))
            .WithTitle(title)
            .WithCaption("Drag the point to the left or right, tap beside it, or use the arrow keys.");
    }
}
