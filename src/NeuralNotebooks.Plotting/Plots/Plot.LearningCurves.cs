namespace NeuralNotebooks.Plotting;

public static partial class Plot
{
    /// <summary>Loss and, where it was measured, accuracy over the epochs, on training and validation data.</summary>
    /// <exception cref="ArgumentException">No epoch has ended.</exception>
    public static Picture LearningCurves(History history, string title = "Learning curves")
    {
        ArgumentNullException.ThrowIfNull(history);
        EpochResult[] epochs = Checked.NotEmpty(history.Epochs, "epochs");
        (string Panel, string Name, Func<EpochResult, double?> Value)[] curves =
        [
            ("loss", "training", epoch => epoch.Loss), ("loss", "validation", epoch => epoch.ValidationLoss),
            ("accuracy (%)", "training", epoch => 100 * epoch.Accuracy),
            ("accuracy (%)", "validation", epoch => 100 * epoch.ValidationAccuracy),
        ];
        return SmallMultiples(
            curves.Where(curve => epochs.Any(epoch => double.IsFinite(curve.Value(epoch) ?? double.NaN)))
                .GroupBy(curve => curve.Panel, curve => new Curve(
                    curve.Name, [.. epochs.Select(epoch => (double)epoch.Epoch)],
                    [.. epochs.Select(epoch => curve.Value(epoch) ?? double.NaN)]))
                .Select(panel => (panel.Key, panel.AsEnumerable())),
            x: "epoch", y: "", title, ownScales: true).WithCaption("");
    }
}
