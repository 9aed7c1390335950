namespace NeuralNotebooks.Cli;

/// <summary>The heights that a curve may have: one for each x, between two ends.</summary>
internal sealed record CurveHeights(int Count, double From, double To);

/// <summary>A question as the phones get it, without its answer: choices, a curve, or otherwise a number.</summary>
/// <param name="Unit">What is written after a number.</param>
/// <param name="Choices">The choices; null for another kind.</param>
/// <param name="Heights">The heights of a curve; null for another kind.</param>
/// <param name="Axes">The axes of a curve, which only the script sketch.js reads.</param>
internal sealed record Question(
    string Words, string Unit, IReadOnlyList<string>? Choices, CurveHeights? Heights, JsonElement Axes)
{
    /// <summary>The most points of a curve. The script sketch.js asks for as many.</summary>
    private const int MaxPoints = 200;

    public bool IsValid() =>
        Words is { Length: > 0 and <= 4000 } && Choices is null or { Count: >= 2 and <= 26 }
        && Heights is null or { Count: >= 2 and <= MaxPoints };

    /// <summary>The guess of a message: the index of a choice, a finite number, or one height for each x. Null for
    /// anything else.</summary>
    public double[]? Read(JsonElement guess) =>
        Heights is { From: var from, To: var to }
            ? Numbers(guess) is { } numbers && numbers.Length == Heights.Count
                && Array.TrueForAll(numbers, height => height >= from && height <= to) ? numbers : null
            : Number(guess) is { } number && IsChoiceOrNumber(number) ? [number] : null;

    /// <summary>Whether a message has the answer to this question: the indices of the right choices, a number, or a
    /// height for each x. It is null if a later question has the answer.</summary>
    public bool IsAnswer(JsonElement truth) =>
        truth.ValueKind == JsonValueKind.Null
        || (Heights is not null ? Numbers(truth)?.Length == Heights.Count
            : Choices is not null ? Numbers(truth)?.All(IsChoiceOrNumber) == true
            : Number(truth) is not null);

    /// <summary>A guess as messages write it.</summary>
    public object Written(double[] guess) => Heights is null ? guess[0] : guess;

    private bool IsChoiceOrNumber(double number) =>
        Choices is null || (number >= 0 && number < Choices.Count && double.IsInteger(number));

    private static double[]? Numbers(JsonElement array)
    {
        if (array.ValueKind != JsonValueKind.Array)
            return null;
        double?[] numbers = [.. array.EnumerateArray().Select(Number)];
        return numbers.Contains(null) ? null : [.. numbers.OfType<double>()];
    }

    private static double? Number(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number) && double.IsFinite(number)
            ? number : null;
}
