using System.Globalization;
using System.Text;

namespace NeuralNotebooks.Classroom;

/// <summary>A score as a bar.</summary>
internal static class ScoreBar
{
    private const double Width = 1000, Height = 12, Gap = 5;

    /// <summary>One segment for each task, as wide as its points, filled up to those earned.</summary>
    public static string OfTasks(IReadOnlyList<TaskFeedback> tasks)
    {
        double whole = tasks.Sum(task => (double)task.MaxScore);
        if (whole <= 0)
            return "";
        var svg = new StringBuilder();
        double x = 0, room = Width - Gap * (tasks.Count - 1);
        foreach (TaskFeedback task in tasks)
        {
            double max = (double)task.MaxScore, width = room * max / whole;
            svg.Append(Segment("empty", x, width));
            if (task.IsUnmarked)
                svg.Append(Segment("waiting", x, width));
            else if (max > 0)
                svg.Append(Segment("earned", x, width * Math.Clamp((double)task.Score / max, 0, 1)));
            x += width + Gap;
        }

        return Bar(svg);
    }

    /// <summary>One segment for each probe, those that passed first.</summary>
    public static string OfProbes(TaskFeedback task)
    {
        var svg = new StringBuilder();
        double gap = task.Probes > 40 ? 1 : Gap, width = (Width - gap * (task.Probes - 1)) / task.Probes;
        for (int i = 0; i < task.Probes; i++)
            svg.Append(Segment(i < task.Passed ? "earned" : "empty", i * (width + gap), width));
        return Bar(svg);
    }

    private static string Segment(string style, double x, double width) =>
        width <= 0
            ? ""
            : string.Create(
                CultureInfo.InvariantCulture,
                $"""<rect class="{style}" x="{Readable.Place(x)}" y="0" width="{Readable.Place(width)}" height="{Height}"/>"""
            );

    private static string Bar(StringBuilder segments) =>
        $"""<svg class="bar" viewBox="0 0 {Width.ToString(CultureInfo.InvariantCulture)} {Height.ToString(CultureInfo.InvariantCulture)}" preserveAspectRatio="none" aria-hidden="true">{segments}</svg>"""
        + "\n";
}
