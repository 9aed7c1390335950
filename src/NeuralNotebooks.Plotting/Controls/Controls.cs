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
    /// <paramref name="to"/>, or too close to it, the start lies outside of them, or the step is not between a
    /// billionth of their distance and all of it.</exception>
    public static double Slider(string name, double from, double to, double? start = null, double? step = null)
    {
        CheckName(name, "slider");
        string way = $"goes from {Plain(from)} to {Plain(to)}";
        string? problem =
            !double.IsFinite(to - from) ? $"{way}: both ends, and their distance, must be finite numbers"
            : from >= to ? $"{way}: the first must be less than the second"
            // Positions are about a hundredth of the range apart, and are written with 12 digits, which must
            // distinguish them.
            : to - from < Math.Max(1e-9 * Math.Max(Math.Abs(from), Math.Abs(to)), 1e-300)
                ? $"{way}: they are too close for the positions between them"
            : start is { } first && !(first >= from && first <= to)
                ? $"starts at {Plain(first)}: the start must lie between {Plain(from)} and {Plain(to)}"
            : step is { } size && !(size > 0 && size <= to - from)
                ? $"has the step {Plain(size)}: a step must be above 0, and at most {Plain(to - from)}"
            : step < 1e-9 * (to - from)
                ? $"has the step {Plain(step.Value)}: a step must be at least {Plain(1e-9 * (to - from))}, a billionth "
                    + "of the way"
            : null;
        if (problem is not null)
            throw new ArgumentException($"The slider \"{name}\" {problem}.");
        double grid = step ?? RoundStep((to - from) / 100);
        double begin = start ?? Rounded(from + Math.Floor((to - from) / 2 / grid + 1e-9) * grid);
        // A page sends its choice as a rounded number, which may lie slightly outside a range whose end is a number
        // such as π.
        double slack = 1e-9 * Math.Max(Math.Abs(from), Math.Abs(to));
        return Control.Show(name, choice =>
        {
            double value =
                double.TryParse(choice, NumberStyles.Float, CultureInfo.InvariantCulture, out double chosen)
                && chosen >= from - slack
                && chosen <= to + slack
                    ? Math.Clamp(chosen, from, to)
                    : begin;
            return (value, Written(value), new JsonObject
            {
                ["kind"] = "range",
                ["value"] = Written(value),
                ["min"] = from,
                ["max"] = to,
                ["step"] = grid,
            });
        });
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
        return Control.Show(name, choice =>
        {
            int at = Math.Max(0, Array.IndexOf(texts, choice));
            return (values[at], texts[at], new JsonObject
            {
                ["kind"] = "select",
                ["value"] = texts[at],
                ["options"] = new JsonArray([.. texts.Select(text => (JsonNode)text)]),
            });
        });
    }

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
    /// <returns>784 × 1, the rows of the image from the top, from 0 for paper to 1 for ink. The drawing is moved so
    /// that its centre of mass is in the middle, as in MNIST.</returns>
    /// <exception cref="ArgumentException">The start has another shape, or an entry outside of 0 to 1.</exception>
    public static Matrix<float> DrawDigit(string name, Matrix<float>? start = null)
    {
        CheckName(name, "field");
        byte[] first = start is null ? new byte[DigitImage.Pixels]
            : DigitImage.Bytes($"The start of the field \"{name}\"", start);
        return Control.Show(name, choice =>
        {
            // A page sends the drawing as it is and, after a space, moved to the middle.
            string[] sent = (choice ?? "").Split(' ');
            (byte[] ink, byte[] centred) = DigitImage.Parse(sent[0]) is { } drawn
                && DigitImage.Parse(sent[^1]) is { } moved ? (drawn, moved) : (first, first);
            return (Matrix.Column<float>([.. centred.Select(pixel => pixel / 255f)]),
                $"28 × 28 pixels, {ink.Count(pixel => pixel > 0)} of them inked",
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

    /// <summary>The number as a page writes it, so that a choice and its text are equal.</summary>
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
