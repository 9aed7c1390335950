using static NeuralNotebooks.NumberText;

namespace NeuralNotebooks.Plotting;

/// <summary>Controls that code reads, such as <c>double α = Slider("α", 0, 1);</c>. On a live page, a change of a
/// control runs its cell again, and then the cells that use variables of this cell. Elsewhere a control has its start
/// value.</summary>
public static class Controls
{
    /// <summary>A slider for a number.</summary>
    /// <param name="name">The label.</param>
    /// <param name="from">The least value.</param>
    /// <param name="to">The largest value.</param>
    /// <param name="start">The start value; the middle if it is omitted.</param>
    /// <param name="step">The distance between two positions; about a hundredth of the range if it is omitted.</param>
    /// <exception cref="ArgumentException">An end is not a finite number, <paramref name="from"/> is not below
    /// <paramref name="to"/>, or too close to it, the start lies outside of them, or the step is not above 0, is larger
    /// than their distance, or gives more than 10,000 positions.</exception>
    public static double Slider(string name, double from, double to, double? start = null, double? step = null)
    {
        CheckName(name, "slider");
        string way = $"goes from {Plain(from)} to {Plain(to)}";
        double grid = step ?? RoundStep((to - from) / 100), last = Math.Floor((to - from) / grid + 1e-9);
        string? problem =
            !double.IsFinite(to - from) ? $"{way}: both ends, and their distance, must be finite numbers"
            : from >= to ? $"{way}: the first must be less than the second"
            : to - from < Math.Max(1e-9 * Math.Max(Math.Abs(from), Math.Abs(to)), 1e-300)
                ? $"{way}: they are too close for the positions between them"
            : start is { } first && !(first >= from && first <= to)
                ? $"starts at {Plain(first)}: the start must lie between {Plain(from)} and {Plain(to)}"
            : !(grid > 0 && grid <= to - from)
                ? $"has the step {Plain(grid)}: a step must be above 0, and at most {Plain(to - from)}"
            : last >= 10_000 ? $"has the step {Plain(grid)}: a slider has at most 10,000 positions"
            : null;
        if (problem is not null)
            throw new ArgumentException($"The slider \"{name}\" {problem}.");
        double begin = start ?? At(Math.Floor(last / 2));
        // A start between two positions is a position, too.
        double[] values =
            [.. Enumerable.Range(0, (int)last + 1).Select(k => At(k)).Prepend(begin).DistinctBy(Written).Order()];
        return Show(name, "range", values, Array.ConvertAll(values, Written), Array.IndexOf(values, begin));

        // Rounding must not lead out of a range whose end is a number such as π.
        double At(double k) => Math.Clamp(Rounded(from + k * grid), from, to);
    }

    /// <summary>A list of values from which the reader picks one. The start value is the first.</summary>
    /// <param name="name">The label.</param>
    /// <param name="values">The values, with different texts.</param>
    /// <exception cref="ArgumentException">There are none, or two have the same text.</exception>
    public static T Pick<T>(string name, params T[] values)
    {
        CheckName(name, "choice");
        if (values is null || values.Length == 0)
            throw new ArgumentException($"The choice \"{name}\" has no values to pick from.", nameof(values));
        string[] texts = [.. values.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "null")];
        if (texts.GroupBy(text => text).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new ArgumentException(
                $"The choice \"{name}\" has \"{twice.Key}\" twice: a reader could not tell them apart.",
                nameof(values));
        return Show(name, "select", values, texts, start: 0);
    }

    /// <summary>Shows a control with a list of options. The page sends the text of the one that the reader has
    /// chosen.</summary>
    private static T Show<T>(string name, string kind, T[] values, string[] texts, int start) =>
        Control.Show(name, choice =>
        {
            int at = Array.IndexOf(texts, choice) is var chosen and >= 0 ? chosen : start;
            return (values[at], texts[at], new JsonObject
            {
                ["kind"] = kind,
                ["value"] = texts[at],
                ["options"] = new JsonArray([.. texts.Select(text => (JsonNode)text)]),
            });
        });

    /// <summary>A tick box.</summary>
    /// <param name="name">The label.</param>
    /// <param name="start">Whether it is ticked at the start.</param>
    public static bool Tick(string name, bool start = false)
    {
        CheckName(name, "tick box");
        return Control.Show(name, choice =>
        {
            bool value = choice switch { "true" => true, "false" => false, _ => start };
            string text = value ? "true" : "false";
            return (value, text, new JsonObject { ["kind"] = "checkbox", ["value"] = text });
        });
    }

    /// <summary>A field of 28 × 28 pixels in which the reader draws a digit. Its value is a column of X.</summary>
    /// <param name="name">The label.</param>
    /// <param name="start">The image at the start, 784 × 1; an empty one if it is omitted.</param>
    /// <returns>784 × 1, the rows of the image from the top, from 0 for paper to 1 for ink. As in MNIST, the
    /// drawing is scaled to 20 pixels, and its centre of mass is moved to the middle.</returns>
    /// <exception cref="ArgumentException">The start has another shape, or an entry outside of 0 to 1.</exception>
    public static Matrix<float> DrawDigit(string name, Matrix<float>? start = null)
    {
        CheckName(name, "field");
        byte[] first = start is null ? new byte[DigitImage.Pixels]
            : DigitImage.Bytes($"The start of the field \"{name}\"", start);
        return Control.Show(name, choice =>
        {
            // A page sends the drawing as it is, and as MNIST would have it.
            (byte[] ink, byte[] centred) =
                DigitImage.Parse(choice) is [var drawn, var moved] ? (drawn, moved) : (first, first);
            return (DigitImage.Column(centred), $"28 × 28 pixels, {ink.Count(pixel => pixel > 0)} of them inked",
                new JsonObject { ["kind"] = "digit", ["value"] = Convert.ToBase64String(ink) });
        });
    }

    private static void CheckName(string name, string kind)
    {
        if (string.IsNullOrWhiteSpace(name))
            throw new ArgumentException(
                $"The {kind}'s name is {(name is null ? "null" : $"\"{name}\"")}: readers see it, so it needs one.",
                nameof(name));
    }

    private static string Written(double number) => Rounded(number).ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Rounded to 12 digits, which removes the rounding errors of sums of steps.</summary>
    private static double Rounded(double number) =>
        double.Parse(number.ToString("G12", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>The largest of 1, 2 and 5 times a power of ten that is not above a number.</summary>
    private static double RoundStep(double most)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(most) + 1e-9));
        return Rounded(power * (most / power >= 5 - 1e-9 ? 5 : most / power >= 2 - 1e-9 ? 2 : 1));
    }
}
