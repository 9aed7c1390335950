namespace NeuralNotebooks.Plotting;

/// <summary>A named line that has been checked against its axes. NaN on the vertical axis is a gap.</summary>
internal sealed class LineSeries
{
    private const int MaxPointsWithMarkers = 12;

    /// <param name="name">Its name.</param>
    /// <param name="x">Its x values.</param>
    /// <param name="y">Its y values; NaN is a gap.</param>
    /// <param name="logX">Whether the horizontal axis shows only positive numbers.</param>
    /// <param name="logY">Whether the vertical axis shows only positive numbers.</param>
    /// <param name="where">Added to the name in error messages.</param>
    /// <exception cref="ArgumentException">The series is empty, all gaps, has more values on one axis than on the
    /// other, or a value that an axis cannot show.</exception>
    public LineSeries(string name, IEnumerable<double> x, IEnumerable<double> y, bool logX, bool logY, string
        where = "")
    {
        Name = name;
        X = Checked.Numbers(x, $"The horizontal axis of '{name}'{where}", positive: logX);
        Y = Checked.NumbersWithGaps(y, $"The series '{name}'{where}", positive: logY);
        if (X.Length != Y.Length)
            throw new ArgumentException(
                $"The series '{name}'{where} has {X.Length} values on the horizontal axis and {Y.Length} on the "
                + $"vertical: the counts must match.", nameof(y));
    }

    public string Name { get; }

    public double[] X { get; }

    public double[] Y { get; }

    public double LowX => X.Min();

    public double HighX => X.Max();

    public double LowY => Shown.Min();

    public double HighY => Shown.Max();

    /// <summary>The last point that is drawn.</summary>
    public (string Name, double X, double Y) End
    {
        get
        {
            int last = Array.FindLastIndex(Y, value => !double.IsNaN(value));
            return (Name, X[last], Y[last]);
        }
    }

    private IEnumerable<double> Shown => Y.Where(value => !double.IsNaN(value));

    public Trace ToTrace(int number) =>
        new LineTrace(
            X, Y, new(Palette.Of(number), dash: Palette.Dash(number)), markers: X.Length <= MaxPointsWithMarkers)
        {
            Name = Name,
            ShowLegend = true,
            Marker = new(symbol: Palette.Symbol(number)),
        };

    public string InWords()
    {
        int[] shown = [.. Enumerable.Range(0, Y.Length).Where(i => !double.IsNaN(Y[i]))];
        string gaps = (
            Y.Length - shown.Length) switch
        {
            0 => "",
            1 => ", with a gap at 1 value",
            int many => Invariant($", with gaps at {many} values")
        };
        return $"{Name} goes from {NumberText.Plain(Y[shown[0]])} at {NumberText.Plain(X[shown[0]])} to "
            + $"{NumberText.Plain(Y[shown[^1]])} at {NumberText.Plain(X[shown[^1]])}{gaps}";
    }
}
