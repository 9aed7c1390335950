namespace NeuralNotebooks.Plotting;

/// <summary>An axis: numbers and their positions in pixels.</summary>
/// <param name="Title">What the numbers are.</param>
/// <param name="Values">The first and last number.</param>
/// <param name="Pixels">The positions of these two numbers.</param>
/// <param name="Step">How far an arrow key moves a handle.</param>
internal sealed record PixelAxis(string Title, Interval Values, Interval Pixels, double Step = 1)
{
    private const int MaxTicks = 6;

    private static readonly double[] _steps = [1, 2, 5, 10, 20, 50, 100];

    /// <summary>The position of a number, rounded to a tenth of a pixel.</summary>
    public double Place(double value) => Math.Round(
        Pixels.From + (value - Values.From) / Values.Length * Pixels.Length, 1);

    /// <summary>Pixels for each unit; negative on an axis that runs upwards.</summary>
    public double Scale => Pixels.Length / Values.Length;

    /// <summary>Round numbers along the axis.</summary>
    public IEnumerable<double> Ticks()
    {
        double width = Values.Length, unit = Math.Pow(10, Math.Floor(Math.Log10(width)) - 1);
        double step = _steps.Select(count => count * unit).First(size => width / size <= MaxTicks);
        for (double k = Math.Ceiling(Values.From / step - 1e-9); k * step <= Values.To + 1e-9 * width; k++)
            yield return k * step;
    }

    /// <summary>What a script needs to place numbers, and to move them.</summary>
    public object ForScript =>
        new { from = Values.From, to = Values.To, low = Pixels.From, high = Pixels.To, step = Step };
}
