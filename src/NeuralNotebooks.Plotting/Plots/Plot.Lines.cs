using Plotly.NET;
using Chart = Plotly.NET.CSharp.Chart;

namespace NeuralNotebooks.Plotting;

/// <summary>One line for each picture of the course. Each says in words what it shows; <see cref="Picture.WithAlternativeText"/> says it otherwise.</summary>
public static partial class Plot
{
    /// <summary>Named series over 0, 1, 2, …: <c>Plot.Lines([("training", a), ("validation", b)], x: "epoch", y: "loss")</c>.</summary>
    /// <param name="series">A name and the values of each line.</param>
    /// <param name="x">What the horizontal axis shows, with its unit.</param>
    /// <param name="y">What the vertical axis shows, with its unit.</param>
    /// <param name="title">What stands above.</param>
    /// <param name="logX">Whether the horizontal axis is logarithmic; the values then begin at 1.</param>
    /// <param name="logY">Whether the vertical axis is logarithmic.</param>
    /// <exception cref="ArgumentException">There is no series, one is empty, or one has a value that the axis cannot show.</exception>
    public static Picture Lines(
        IEnumerable<(string Name, IEnumerable<double> Y)> series, string x = "step", string y = "value", string title = "", bool logX = false, bool logY = false) =>
        Lines(Checked.Some(series, "series").Select(line =>
        {
            double[] values = Checked.Numbers(line.Y, $"The series '{line.Name}'");
            return (line.Name, Enumerable.Range(logX ? 1 : 0, values.Length).Select(i => (double)i), (IEnumerable<double>)values);
        }), x, y, title, logX, logY);

    /// <summary>Named series over values of their own: <c>Plot.Lines([("ratio", alphas, ratios)], x: "α", y: "ratio", logX: true)</c>.</summary>
    /// <exception cref="ArgumentException">As above, or a series has more values on one axis than on the other.</exception>
    public static Picture Lines(
        IEnumerable<(string Name, IEnumerable<double> X, IEnumerable<double> Y)> series, string x = "x", string y = "y", string title = "", bool logX = false,
        bool logY = false)
    {
        var lines = Checked.Some(series, "series").Select(line => (
            line.Name,
            X: Checked.Numbers(line.X, $"The horizontal axis of '{line.Name}'", positive: logX),
            Y: Checked.Numbers(line.Y, $"The series '{line.Name}'", positive: logY))).ToArray();
        foreach (var line in lines)
        {
            if (line.X.Length != line.Y.Length)
                throw new ArgumentException($"The series '{line.Name}' has {line.X.Length} values on the horizontal axis and {line.Y.Length} on the vertical: they must be as many.", nameof(series));
        }

        GenericChart chart = Chart.Combine(lines.Select((line, k) => Chart.Line<double, double, string>(
            line.X, line.Y, Name: Styling.Verbatim(line.Name), ShowMarkers: line.X.Length <= 12, LineColor: Palette.Of(k), LineDash: Dash(k))));
        chart = chart.WithAxes(x, y);
        if (logX)
            chart = chart.WithXAxis(Styling.Logarithmic(lines.Min(line => line.X.Min()), lines.Max(line => line.X.Max())));
        if (logY)
            chart = chart.WithYAxis(Styling.Logarithmic(lines.Min(line => line.Y.Min()), lines.Max(line => line.Y.Max())));
        string courses = string.Join("; ", lines.Select(line =>
            $"{line.Name} goes from {NumberText.Plain(line.Y[0])} at {NumberText.Plain(line.X[0])} to {NumberText.Plain(line.Y[^1])} at {NumberText.Plain(line.X[^1])}"));
        string scales = (logX, logY) switch { (true, true) => ", both axes logarithmic", (true, false) => ", horizontal axis logarithmic", (false, true) => ", vertical axis logarithmic", _ => "" };
        return Picture.Of(chart, $"Line chart of {y} over {x}{scales}: {courses}.").WithTitle(title);
    }

    private static string Percent(double part) => FormattableString.Invariant($"{100 * part:0.0} %");

    // Lines differ in more than colour, so that a grey print can be read.
    private static StyleParam.DrawingStyle Dash(int number) => (number % 4) switch
    {
        0 => StyleParam.DrawingStyle.Solid,
        1 => StyleParam.DrawingStyle.Dash,
        2 => StyleParam.DrawingStyle.Dot,
        _ => StyleParam.DrawingStyle.DashDot,
    };
}
