namespace NeuralNotebooks.Plotting;

public static partial class Plot
{
    /// <summary>Loss and, where it was measured, accuracy over the epochs, on training and validation data.</summary>
    /// <exception cref="ArgumentException">No epoch has ended.</exception>
    public static Picture LearningCurves(History history, string title = "Learning curves")
    {
        ArgumentNullException.ThrowIfNull(history);
        EpochResult[] epochs = Checked.NotEmpty(history.Epochs, "epochs");
        LineAxes axes = new("epoch", epochs[0].Accuracy is null ? "loss" : "", LogX: false, LogY: false);
        FigurePart[] loss = [.. Curves(epochs, axes, epoch => epoch.Loss, epoch => epoch.ValidationLoss)];
        Figure figure = axes.ToFigure(loss) with { Height = 340 };
        if (epochs[0].Accuracy is not null)
        {
            PanelGrid panels = new(axes, ownScales: true);
            panels.Add("loss", loss);
            panels.Add("accuracy (%)",
                Curves(epochs, axes, epoch => 100 * epoch.Accuracy, epoch => 100 * epoch.ValidationAccuracy));
            figure = panels.ToFigure();
        }

        return Picture.Of(figure, InWords(epochs)).WithTitle(title);
    }

    private static IEnumerable<FigurePart> Curves(
        EpochResult[] epochs, LineAxes axes, params Func<EpochResult, double?>[] values) =>
        values.Zip(["training", "validation"], (value, name) => (
                Name: name, Y: epochs.Select(epoch => value(epoch) ?? double.NaN).ToArray()))
            .Where(curve => curve.Y.Any(double.IsFinite))
            .Select((curve, drawn) =>
                new LineSeries(curve.Name, epochs.Select(epoch => (double)epoch.Epoch), curve.Y, axes).ToTrace(drawn));

    private static string InWords(EpochResult[] epochs)
    {
        EpochResult last = epochs[^1];
        string loss =
            $"Loss over {epochs.Length} epochs: from {NumberText.Plain(epochs[0].Loss)} to "
            + $"{NumberText.Plain(last.Loss)}";
        if (last.ValidationLoss is double heldLoss)
            loss += $", on the validation part {NumberText.Plain(heldLoss)}";
        if (last.Accuracy is not double accuracy)
            return loss + ".";
        string right = $"Accuracy ends at {Percent(accuracy)}";
        if (last.ValidationAccuracy is double heldAccuracy)
            right += $", on the validation part {Percent(heldAccuracy)}";
        return $"{loss}. {right}.";
    }

    private static string Percent(double part) => Invariant($"{100 * part:0.0} %");
}
