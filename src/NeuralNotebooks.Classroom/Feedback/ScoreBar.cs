namespace NeuralNotebooks.Classroom;

/// <summary>A score as a bar.</summary>
internal static class ScoreBar
{
    private const double Width = 1000, Height = 12, Gap = 5;

    /// <summary>One segment for each task, as wide as its points, filled up to those earned.</summary>
    public static Markup OfTasks(IReadOnlyList<TaskGrade> tasks)
    {
        double whole = tasks.Sum(task => (double)task.Task.Points), room = Width - Gap * (tasks.Count - 1);
        return whole > 0 ? Svg.Bar(Width, Height, Markup.Join("", Segments())) : default;

        IEnumerable<Markup> Segments()
        {
            double x = 0;
            foreach (TaskGrade task in tasks)
            {
                double max = (double)task.Task.Points, width = room * max / whole;
                double earned = max > 0 ? Math.Clamp((double)task.Points / max, 0, 1) : 0;
                yield return Segment("empty", x, width);
                yield return task.IsUnmarked ? Segment("waiting", x, width) : Segment("earned", x, width * earned);
                x += width + Gap;
            }
        }
    }

    /// <summary>One segment for each probe, those that passed first.</summary>
    public static Markup OfProbes(int probes, int passed)
    {
        double gap = probes > 40 ? 1 : Gap, width = (Width - gap * (probes - 1)) / probes;
        IEnumerable<Markup> segments = Enumerable
            .Range(0, probes)
            .Select(i => Segment(i < passed ? "earned" : "empty", i * (width + gap), width));
        return Svg.Bar(Width, Height, Markup.Join("", segments));
    }

    private static Markup Segment(string style, double x, double width) =>
        width > 0 ? Svg.Rectangle(style, x, 0, width, Height) : default;
}
