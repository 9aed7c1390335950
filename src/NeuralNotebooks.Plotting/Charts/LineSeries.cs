namespace NeuralNotebooks.Plotting;

/// <summary>A named line that has been checked against its axes. NaN on the vertical axis is a gap.</summary>
internal sealed class LineSeries
{
    private const int MaxPointsWithMarkers = 12;

    /// <param name="name">Its name.</param>
    /// <param name="x">Its x values.</param>
    /// <param name="y">Its y values; NaN is a gap.</param>
    /// <param name="axes">The axes; a logarithmic one shows only positive numbers.</param>
    /// <param name="where">Added to the name in error messages.</param>
    /// <exception cref="ArgumentException">The series is empty, all gaps, has more values on one axis than on the
    /// other, or a value that an axis cannot show.</exception>
    public LineSeries(string name, IEnumerable<double> x, IEnumerable<double> y, LineAxes axes, string where = "")
    {
        Name = name;
        X = Checked.Numbers(x, $"The horizontal axis of '{name}'{where}", positive: axes.LogX);
        Y = Checked.Numbers(y, $"The series '{name}'{where}", axes.LogY, gaps: true);
        if (X.Length != Y.Length)
            throw new ArgumentException(
                $"The series '{name}'{where} has {X.Length} values on the horizontal axis and {Y.Length} on the "
                + $"vertical: the counts must match.", nameof(y));
    }

    public string Name { get; }

    public double[] X { get; }

    public double[] Y { get; }

    /// <summary>The last point that is drawn.</summary>
    public (string Name, double X, double Y) End
    {
        get
        {
            int last = Array.FindLastIndex(Y, value => !double.IsNaN(value));
            return (Name, X[last], Y[last]);
        }
    }

    /// <summary>The smallest and largest x of all lines.</summary>
    public static Interval Across(LineSeries[] lines) =>
        Intervals.Of(lines.SelectMany(line => line.X));

    /// <summary>The smallest and largest value of all lines.</summary>
    public static Interval Up(LineSeries[] lines) =>
        Intervals.Of(lines.SelectMany(line => line.Y).Where(value => !double.IsNaN(value)));

    public Trace ToTrace(int number) =>
        new LineTrace(
            X.Zip(Y), new(Palette.Of(number), dash: Palette.Dash(number)), markers: X.Length <= MaxPointsWithMarkers)
        {
            Name = Name,
            ShowLegend = true,
            Marker = new(symbol: Palette.Symbol(number)),
        };

    /// <summary>Where the line begins and ends, and its lowest and highest point where these lie between.</summary>
    public string InWords()
    {
        int[] shown = [.. Enumerable.Range(0, Y.Length).Where(i => !double.IsNaN(Y[i]))];
        string begin = NumberText.Plain(Y[shown[0]]), end = NumberText.Plain(Y[shown[^1]]);
        string gaps = (Y.Length - shown.Length) switch
        {
            0 => "",
            1 => ", with a gap at 1 value",
            int many => $", with gaps at {many} values",
        };
        return $"{Name} goes from {begin} at {NumberText.Plain(X[shown[0]])} to "
            + $"{end} at {NumberText.Plain(X[shown[^1]])}{Turn("lowest", shown.MinBy(i => Y[i]))}"
            + $"{Turn("highest", shown.MaxBy(i => Y[i]))}{gaps}";

        string Turn(string which, int at)
        {
            string value = NumberText.Plain(Y[at]);
            return value == begin || value == end ? "" : $", {which} {value} at {NumberText.Plain(X[at])}";
        }
    }
}
