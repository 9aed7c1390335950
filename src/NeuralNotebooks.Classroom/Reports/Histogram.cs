using System.Globalization;
using System.Text;
using NeuralNotebooks.Site;

namespace NeuralNotebooks.Classroom;

/// <summary>How points are distributed over a class, as bars with their counts.</summary>
internal static class Histogram
{
    private const int MaxBars = 12;
    private static readonly decimal[] _steps = [0.1m, 0.25m, 0.5m, 1, 2, 2.5m, 5, 10, 20, 25, 50];
    private const double Width = 400, Height = 96, Top = 16, Bottom = 18;

    public static string Of(IReadOnlyCollection<Points> points, Points max)
    {
        double step = Step(max);
        int[] counts = Count(points, max, step);
        double slot = Width / counts.Length, tallest = Math.Max(1, counts.Max());
        var svg = new StringBuilder();
        for (int i = 0; i < counts.Length; i++)
        {
            double height = counts[i] / tallest * (Height - Top - Bottom);
            string middle = Readable.Place((i + 0.5) * slot);
            if (counts[i] > 0)
                svg.Append(
                    CultureInfo.InvariantCulture,
                    $"""<rect class="value" x="{Readable.Place(i * slot + 2)}" y="{Readable.Place(Height - Bottom - height)}" width="{Readable.Place(slot - 4)}" height="{Readable.Place(height)}"/><text class="strong" x="{middle}" y="{Readable.Place(Height - Bottom - height - 4)}" text-anchor="middle">{counts[i]}</text>"""
                );
            if (counts.Length <= 9 || i % 2 == 0 || i == counts.Length - 1 && counts.Length % 2 == 1)
                svg.Append(
                    CultureInfo.InvariantCulture,
                    $"""<text x="{middle}" y="{Readable.Place(Height - 4)}" text-anchor="middle">{Readable.Number(i * step)}</text>"""
                );
        }

        svg.Append(
            CultureInfo.InvariantCulture,
            $"""<line class="axis" x1="0" x2="{Width}" y1="{Height - Bottom}" y2="{Height - Bottom}"/>"""
        );
        string words = string.Join(
            ", ",
            counts
                .Select((count, i) => (count, i))
                .Where(bar => bar.count > 0)
                .Select(bar =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{PageText.Count(bar.count, "student")} about {Readable.Number(bar.i * step)}"
                    )
                )
        );
        return $"""
            <svg class="histogram" viewBox="0 0 {Width.ToString(CultureInfo.InvariantCulture)} {Height.ToString(
                CultureInfo.InvariantCulture
            )}" role="img" aria-label="{Html.Escape($"Points of {Readable.Number(max)}: {words}.")}">{svg}</svg>

            """;
    }

    /// <summary>Counts to the nearest multiple of a step.</summary>
    private static int[] Count(IReadOnlyCollection<Points> points, Points max, double step)
    {
        int[] counts = new int[(int)Math.Ceiling((double)max / step) + 1];
        foreach (Points earned in points)
            counts[
                (int)Math.Clamp(Math.Round((double)earned / step, MidpointRounding.AwayFromZero), 0, counts.Length - 1)
            ]++;
        return counts;
    }

    /// <summary>The smallest step that gives only a few bars.</summary>
    private static double Step(Points max) =>
        _steps
            .Select(step => (double)step)
            .FirstOrDefault(step => (double)max / step <= MaxBars, (double)max / MaxBars);
}
