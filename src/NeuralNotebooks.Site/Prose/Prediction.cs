namespace NeuralNotebooks.Site;

/// <summary>The answer to a prompt that begins with <c>**Predict.**</c>, as the author writes it: a <c>details</c>
/// element of a Markdown cell, with an attribute that says what the reader guesses.</summary>
/// <remarks>
/// <list type="bullet">
/// <item><c>data-number="0.37" data-tolerance="0.05"</c>: a number. The tolerance is a difference, a part (<c>20 %</c>)
/// or a factor (<c>factor 3</c>). <c>data-unit</c> is written after the number. With <c>data-bet</c> it is the
/// percentage that the reader gives to the truth, and the script says its price, −ln p.</item>
/// <item><c>data-choices="faster | *slower | neither"</c>: a choice. A star marks what is right.</item>
/// <item><c>data-curve="training loss" data-from="0.001" data-to="10"</c>: a curve. The value is the name of a line in
/// the figure of a cell with the tag <c>answer</c>; if it is empty, the first line is meant. The numbers are the ends
/// of the vertical axis.</item>
/// <item><c>data-answer</c>: nothing. This text is opened with the answer.</item>
/// <item><c>data-later</c> beside a number or choices: the guess is kept. A later question with the same words has the
/// answer.</item>
/// </list>
/// The script predict.js asks for the guess. It reads the question from one attribute, which <see cref="MarkIn"/> adds.
/// Without the script, the element is folded as any other.
/// </remarks>
internal sealed record Prediction(
    string? Number, Tolerance? Tolerance, string Unit, string[] Choices, string[] Right, string? Curve, double? From,
    double? To, bool IsLater)
{
    /// <summary>What an element <c>details</c> asks; null if it has none of the attributes.</summary>
    public static Prediction? Of(IElement details)
    {
        string[] texts = (details.GetAttribute("data-choices") ?? "").Split(
            '|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var prediction = new Prediction(
            details.GetAttribute("data-number"),
            Tolerance.In(details.GetAttribute("data-tolerance") ?? "0"),
            details.GetAttribute("data-unit") ?? "",
            [.. texts.Select(text => text.TrimStart('*').Trim())],
            [.. texts.Where(text => text.StartsWith('*')).Select(text => text.TrimStart('*').Trim())],
            details.GetAttribute("data-curve"),
            Tolerance.NumberIn(details.GetAttribute("data-from")),
            Tolerance.NumberIn(details.GetAttribute("data-to")),
            details.HasAttribute("data-later"));
        return prediction.Kind is null ? null : prediction;
    }

    /// <summary>The name of its form in predict.js; null if nothing is asked.</summary>
    public string? Kind =>
        Number is not null ? "number" : Choices.Length > 0 ? "choices" : Curve is not null ? "curve" : null;

    /// <summary>Gives an answer the attribute that the script reads. An answer with a mistake is reported, and gets
    /// none.</summary>
    public static void MarkIn(IElement details, Action<string> report)
    {
        if (Of(details) is not { } prediction)
            return;
        if (prediction.ProblemWith(details.GetAttribute("data-tolerance")) is { } problem)
            report(problem);
        else
            details.SetAttribute(
                "data-nn-question", JsonSerializer.Serialize(prediction, JsonSerializerOptions.Web));
    }

    public static Html Folded(Html outputs) =>
        $"<details class=\"answer\"><summary class=\"tool\">Show without a guess</summary>{outputs}</details>";

    private string? ProblemWith(string? tolerance) =>
        Number is not null && Tolerance.NumberIn(Number) is null
            ? $"data-number=\"{Number}\" is not a number, as 0.37 or 1e-12 is"
        : Tolerance is null
            ? $"data-tolerance=\"{tolerance}\" is none of the three forms 0.05, 20 % and factor 3"
        : Choices.Length == 1 || (Choices.Length > 1 && Right.Length == 0)
            ? "data-choices needs two or more choices between signs |, and a star before the right one"
        : Curve is not null && !(From < To)
            ? "data-curve needs data-from and data-to, the ends of its vertical axis, such as 0.001 and 10"
        : null;
}
