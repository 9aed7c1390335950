namespace NeuralNotebooks.Plotting;

public static partial class Plot
{
    /// <summary>Loss and, where it was measured, accuracy over the epochs, on training and validation data.</summary>
    /// <exception cref="ArgumentException">No epoch has ended.</exception>
    public static Picture LearningCurves(History history, string title = "Learning curves")
    {
        ArgumentNullException.ThrowIfNull(history);
        EpochResult[] epochs = Checked.NotEmpty(history.Epochs, "epochs");
        List<Trace> traces =
            [.. Curves(epochs, 0, ("training", epoch => epoch.Loss), ("validation", epoch => epoch.ValidationLoss))];
        Layout layout = new("epoch", "loss");
        Figure figure = new(traces, layout) { Height = 340 };
        if (epochs[0].Accuracy is not null)
        {
            traces.AddRange(Curves(
                epochs, 1, ("training", epoch => 100 * epoch.Accuracy), (
                    "validation", epoch => 100 * epoch.ValidationAccuracy)));
            layout.SetAxes(1, new("epoch"), new("accuracy (%)"));
            layout.SetGrid(1, 2, xGap: 0.18, yGap: 0);
            // On a narrow page the accuracy is below the loss.
            Layout narrow = new() { Height = 560 };
            narrow.SetAxes(0, new("epoch") { Domain = (0, 1) }, new("loss") { Domain = (0.58, 1) });
            narrow.SetAxes(1, new("epoch") { Domain = (0, 1) }, new("accuracy (%)") { Domain = (0, 0.42) });
            figure = figure with { Narrow = narrow };
        }
        return Picture.Of(figure, InWords(epochs)).WithTitle(title);
    }

    private static IEnumerable<Trace> Curves(
        EpochResult[] epochs, int panel, params (string Name, Func<EpochResult, double?> Value)[] curves) =>
        curves.Select(curve => (
                curve.Name,
                Points: epochs.Select(epoch => ((double)epoch.Epoch, Y: curve.Value(epoch) ?? double.NaN))
                    .Where(point => double.IsFinite(point.Y)).ToArray()))
            .Where(curve => curve.Points.Length > 0)
            .Select((curve, drawn) => new LineTrace(curve.Points, new(Palette.Of(drawn), dash: Palette.Dash(drawn)))
            {
                Name = curve.Name,
                ShowLegend = panel == 0,
                Axes = panel,
            });

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
