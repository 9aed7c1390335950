namespace NeuralNotebooks.Site;

/// <summary>The answer to a prompt that begins with <c>**Predict.**</c>, as the author writes it: a <c>details</c>
/// element of a Markdown cell, with an attribute that says what the reader guesses.</summary>
/// <remarks>
/// <list type="bullet">
/// <item><c>data-number="0.37" data-tolerance="0.05"</c>: a number. The tolerance is a difference, a part (<c>20 %</c>)
/// or a factor (<c>factor 3</c>). <c>data-unit</c> is written after the number.</item>
/// <item><c>data-choices="faster | *slower | neither"</c>: a choice. A star marks what is right.</item>
/// <item><c>data-curve="training loss"</c>: a curve. The value is the name of a line in the figure of a cell with the
/// tag <c>answer</c>; if it is empty, the first line is meant.</item>
/// <item><c>data-answer</c>: nothing. This text is opened with the answer.</item>
/// </list>
/// A script of the page, predict.js, asks for the guess. Without it, the element is folded as any other.
/// </remarks>
/// <param name="Number">The number; null for another kind.</param>
/// <param name="Tolerance">How far a guess may be from the number; null if the author does not say.</param>
/// <param name="Choices">The choices, without the star.</param>
/// <param name="Right">The choices that are right.</param>
/// <param name="Curve">The name of a line; null for another kind.</param>
internal sealed record Prediction(
    string? Number, string? Tolerance, IReadOnlyList<string> Choices, IReadOnlyList<string> Right, string? Curve)
{
    /// <summary>The answers in a text. An element <c>details</c> without one of the attributes is none.</summary>
    public static IEnumerable<Prediction> In(string html) =>
        from tag in HtmlTags.In(html)
        where tag.Name == "details"
        let texts = Split(tag.Value("data-choices"))
        let prediction = new Prediction(
            tag.Value("data-number"),
            tag.Value("data-tolerance"),
            [.. texts.Select(text => text.TrimStart('*').Trim())],
            [.. texts.Where(text => text.StartsWith('*')).Select(text => text.TrimStart('*').Trim())],
            tag.Value("data-curve"))
        where prediction.Number is not null || texts.Length > 0 || prediction.Curve is not null
        select prediction;

    /// <summary>Says what is wrong with the answers in a text.</summary>
    public static IEnumerable<string> ProblemsIn(string html) =>
        In(html).Select(prediction => prediction.Problem).OfType<string>();

    /// <summary>Folds an output that answers a prompt.</summary>
    public static string Folded(string outputs) =>
        $"<details class=\"answer\"><summary class=\"tool\">Show without a guess</summary>{outputs}</details>";

    private string? Problem =>
        Number is not null && !IsNumber(Number)
            ? $"data-number=\"{Number}\" is not a number, as 0.37 or 1e-12 is"
        : Tolerance is not null && !IsTolerance(Tolerance)
            ? $"data-tolerance=\"{Tolerance}\" is none of the three forms 0.05, 20 % and factor 3"
        : Choices.Count == 1 || (Choices.Count > 1 && Right.Count == 0)
            ? "data-choices needs two or more choices between signs |, and a star before the right one"
        : null;

    private static bool IsTolerance(string text) =>
        IsNumber(text.TrimEnd('%', ' ')) || (text.Split(' ') is ["factor", var factor] && IsNumber(factor));

    private static bool IsNumber(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
        && double.IsFinite(number);

    private static string[] Split(string? choices) =>
        choices?.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
