namespace NeuralNotebooks.Course;

/// <summary>A hint about a mistake, in the two steps in which a student is told.</summary>
/// <param name="Kind">What the student probably did. It ends with a full stop, or with a colon if the correction
/// continues the sentence.</param>
/// <param name="Correction">What to change; empty if the first step says it.</param>
/// <remarks>Texts may contain <c>`code`</c> between back-ticks.</remarks>
internal sealed record Hint(string Kind, string Correction = "")
{
    public string WithoutCorrection => Correction.Length > 0 && Kind.EndsWith(':') ? $"{Kind[..^1]}." : Kind;

    public override string ToString() => Correction.Length > 0 ? $"{Kind} {Correction}" : Kind;

    public static implicit operator Hint(string text) => new(text);

    /// <summary>A hint of two steps: <c>("The sign is wrong:", "subtract.")</c>.</summary>
    public static implicit operator Hint((string Kind, string Correction) steps) => new(steps.Kind, steps.Correction);
}
