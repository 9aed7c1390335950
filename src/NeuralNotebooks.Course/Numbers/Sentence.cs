namespace NeuralNotebooks.Course;

/// <summary>A sentence of a notebook or a verdict, <c>$"{size} parameters"</c>, whose numbers are written the same way
/// in every locale.</summary>
[InterpolatedStringHandler]
public readonly struct Sentence
{
    private readonly StringBuilder _text;

    /// <summary>Called by the compiler for an interpolated string.</summary>
    public Sentence(int literalLength, int formattedCount) => _text = new(literalLength + 8 * formattedCount);

    /// <summary>The sentence as text, for the captions and names of a picture: <c>Sentence.Of($"{count} images")</c>.
    /// </summary>
    public static string Of(Sentence sentence) => sentence.ToString();

    /// <summary>A sentence without numbers in it.</summary>
    public static implicit operator Sentence(string text) => new(text);

    private Sentence(string text) => _text = new(text);

    /// <summary>The text between the numbers.</summary>
    public void AppendLiteral(string text) => _text.Append(text);

    /// <summary>A number as the course writes it: −0.75, 2.06e−7.</summary>
    public void AppendFormatted(double value) => _text.Append(TextOf.Number(value));

    /// <summary>Numbers, with commas between them.</summary>
    public void AppendFormatted(double[] values) =>
        AppendLiteral(string.Join(", ", values.Select(value => TextOf.Number(value))));

    /// <summary>Any other value, or a number in a given format.</summary>
    public void AppendFormatted<T>(T value, int alignment = 0, string? format = null)
    {
        DefaultInterpolatedStringHandler text = new(0, 1, CultureInfo.InvariantCulture);
        text.AppendFormatted(value, alignment, format);
        _text.Append(text.ToStringAndClear());
    }

    /// <summary>The sentence.</summary>
    public override string ToString() => _text.ToString();
}
