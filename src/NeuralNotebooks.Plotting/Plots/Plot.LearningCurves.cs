using System.Text.Json.Nodes;
using Plotly.NET;
using Chart = Plotly.NET.CSharp.Chart;

namespace NeuralNotebooks.Plotting;

public static partial class Plot
{
    /// <summary>Loss and, where it was measured, accuracy over the epochs, on training and validation data.</summary>
    /// <exception cref="ArgumentException">No epoch has ended.</exception>
    public static Picture LearningCurves(History history, string title = "Learning curves")
    {
        ArgumentNullException.ThrowIfNull(history);
        EpochResult[] epochs = Checked.Some(history.Epochs, "epochs");
        List<GenericChart> panels = [Panel(epochs, "loss", legend: true, ("training", epoch => epoch.Loss), ("validation", epoch => epoch.ValidationLoss))];
        if (epochs[0].Accuracy is not null)
        {
            panels.Add(Panel(
                epochs, "accuracy (%)", legend: false, ("training", epoch => 100 * epoch.Accuracy), ("validation", epoch => 100 * epoch.ValidationAccuracy)));
        }

        FigureData figure = FigureData.Of(panels.Count == 1 ? panels[0] : Chart.Grid(panels, nRows: 1, nCols: 2, XGap: 0.18), height: 340);
        if (panels.Count == 2)
            figure = figure.WithNarrow(Stacked(figure.Layout));
        return Picture.Of(figure, InWords(epochs)).WithTitle(title);
    }

    /// <summary>On a narrow page the accuracy is below the loss.</summary>
    private static JsonObject Stacked(JsonObject wide)
    {
        JsonObject narrow = new() { ["height"] = 560 };
        foreach ((string axis, double from, double to) in new[] { ("xaxis", 0.0, 1.0), ("xaxis2", 0.0, 1.0), ("yaxis", 0.58, 1.0), ("yaxis2", 0.0, 0.42) })
        {
            narrow[axis] = wide[axis]!.DeepClone();
            narrow[axis]!["domain"] = new JsonArray(from, to);
        }
        return narrow;
    }

    private static GenericChart Panel(EpochResult[] epochs, string quantity, bool legend, params (string Name, Func<EpochResult, double?> Value)[] curves)
    {
        List<GenericChart> lines = [];
        foreach ((string name, Func<EpochResult, double?> value) in curves)
        {
            (int Epoch, double Value)[] points = [.. from epoch in epochs where value(epoch) is double number && double.IsFinite(number) select (epoch.Epoch, value(epoch)!.Value)];
            if (points.Length > 0)
            {
                lines.Add(Chart.Line<int, double, string>(
                    points.Select(point => point.Epoch).ToArray(), points.Select(point => point.Value).ToArray(), Name: name, ShowLegend: legend,
                    LineColor: Palette.Of(lines.Count), LineDash: Dash(lines.Count)));
            }
        }
        return Chart.Combine(lines).WithAxes("epoch", quantity);
    }

    private static string InWords(EpochResult[] epochs)
    {
        EpochResult last = epochs[^1];
        string loss = $"Loss over {epochs.Length} epochs: from {NumberText.Plain(epochs[0].Loss)} to {NumberText.Plain(last.Loss)}";
        if (last.ValidationLoss is double heldLoss)
            loss += $", on the validation part {NumberText.Plain(heldLoss)}";
        if (last.Accuracy is not double accuracy)
            return loss + ".";
        string right = $"Accuracy ends at {Percent(accuracy)}";
        if (last.ValidationAccuracy is double heldAccuracy)
            right += $", on the validation part {Percent(heldAccuracy)}";
        return $"{loss}. {right}.";
    }
}
