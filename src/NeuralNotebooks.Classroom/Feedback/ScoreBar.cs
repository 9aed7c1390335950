namespace NeuralNotebooks.Classroom;

/// <summary>A score as a bar.</summary>
internal static class ScoreBar
{
    private const double Width = 1000, Height = 12, Gap = 5;

    /// <summary>One segment for each task, as wide as its points, filled up to those earned.</summary>
    public static Markup OfTasks(IReadOnlyList<TaskFeedback> tasks)
    {
        double whole = tasks.Sum(task => (double)task.MaxScore), room = Width - Gap * (tasks.Count - 1);
        return whole > 0 ? Svg.Bar(Width, Height, Markup.Join("", Segments())) : default;

        IEnumerable<Markup> Segments()
        {
            double x = 0;
            foreach (TaskFeedback task in tasks)
            {
                double max = (double)task.MaxScore, width = room * max / whole;
                double earned = max > 0 ? Math.Clamp((double)task.Score / max, 0, 1) : 0;
                yield return Segment("empty", x, width);
                yield return task.IsUnmarked ? Segment("waiting", x, width) : Segment("earned", x, width * earned);
                x += width + Gap;
            }
        }
    }

    /// <summary>One segment for each probe, those that passed first.</summary>
    public static Markup OfProbes(TaskFeedback task)
    {
        double gap = task.Probes > 40 ? 1 : Gap, width = (Width - gap * (task.Probes - 1)) / task.Probes;
        IEnumerable<Markup> segments = Enumerable
            .Range(0, task.Probes)
            .Select(i => Segment(i < task.Passed ? "earned" : "empty", i * (width + gap), width));
        return Svg.Bar(Width, Height, Markup.Join("", segments));
    }

    private static Markup Segment(string style, double x, double width) =>
        width > 0 ? Svg.Rectangle(style, x, 0, width, Height) : default;
}
