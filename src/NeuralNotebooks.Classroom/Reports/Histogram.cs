namespace NeuralNotebooks.Classroom;

/// <summary>How many students have how many points.</summary>
internal static class Histogram
{
    private const int MaxBars = 12;
    private const double Height = 96, Top = 16, Floor = Height - 18;
    private static readonly double[] _steps = [0.1, 0.25, 0.5, 1, 2, 2.5, 5, 10, 20, 25, 50];

    public static Markup Of(IReadOnlyCollection<Points> points, Points max)
    {
        double most = (double)max, step = _steps.FirstOrDefault(step => most / step <= MaxBars, most / MaxBars);
        int[] counts = new int[(int)Math.Ceiling(most / step) + 1];
        int last = counts.Length - 1;
        foreach (Points earned in points)
            counts[(int)Math.Clamp(Math.Round((double)earned / step, MidpointRounding.AwayFromZero), 0, last)]++;
        double slot = Svg.Width / counts.Length, tallest = Math.Max(1, counts.Max());
        Markup axis = Svg.Line("axis", 0, Floor, Svg.Width, Floor);
        Markup content = Markup.Join("", counts.SelectMany(Bar).Append(axis));
        string words = string.Join(
            ", ",
            counts
                .Index()
                .Where(bar => bar.Item > 0)
                .Select(bar => $"{Readable.Count(bar.Item, "student")} about {Readable.Number(bar.Index * step)}")
        );
        return Svg.Drawing(Height, content, $"Points of {Readable.Number(max)}: {words}.", "histogram");

        IEnumerable<Markup> Bar(int count, int i)
        {
            double height = count / tallest * (Floor - Top), middle = (i + 0.5) * slot;
            if (count > 0)
            {
                yield return Svg.Rectangle("value", i * slot + 2, Floor - height, slot - 4, height);
                yield return Svg.Label(middle, Floor - height - 4, Readable.Place(count), style: "strong");
            }
            if (last < 9 || i % 2 == 0)
                yield return Svg.Label(middle, Height - 4, Readable.Number(i * step));
        }
    }
}
