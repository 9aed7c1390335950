namespace NeuralNotebooks.Plotting;

public static partial class Plot
{
    /// <summary>Each value of each group as a point, and a line at each group's mean: accuracies over 20 splits,
    /// say.</summary>
    /// <param name="groups">The name of each group, and its values.</param>
    /// <param name="y">What is measured.</param>
    /// <param name="title">The title.</param>
    /// <param name="colours">After so many groups the colours begin again, as where groups are compared twice.</param>
    /// <exception cref="ArgumentException">There are no groups, one is empty, or a value is not finite.</exception>
    public static Picture Strip(
        IEnumerable<(string Name, IEnumerable<double> Values)> groups, string y = "value", string title = "",
        int? colours = null)
    {
        (string Name, double[] Values)[] all =
            [.. Checked.NotEmpty(groups, "groups").Select(
                group => (group.Name, Checked.Numbers(group.Values, $"The group '{group.Name}'")))];
        List<FigurePart> traces = [];
        for (int k = 0; k < all.Length; k++)
        {
            double[] values = all[k].Values;
            double mean = values.Average();
            IEnumerable<Point> points = values.Select((value, i) => (k + Jitter(i), value));
            Point[] line = [(k - 0.28, mean), (k + 0.28, mean)];
            string colour = Palette.Of(k % Math.Max(1, colours ?? all.Length));
            traces.Add(Points(points, Marker(colour, 8, opacity: 0.6), all[k].Name, showLegend: false));
            traces.Add(Line(line, Stroke(Palette.Ink, 2.5), showLegend: false));
        }
        Figure figure = new(traces, new()
        {
            ["xaxis"] = Axis.Named(all.Select(group => group.Name), range: (-0.6, all.Length - 0.4)),
            ["yaxis"] = Axis.Of(y),
        });
        return Picture.Of(figure).WithTitle(title);
    }

    // Deterministic jitter: multiples of the golden ratio spread the points of a group evenly.
    private static double Jitter(int index) => 0.4 * ((index * 0.6180339887498949 % 1) - 0.5);
}
