namespace NeuralNotebooks.Engine;

/// <summary>A question whose choices are known when the question program has run.</summary>
/// <param name="Text">The question; if the choices are calls, up to the value that only the right call has.</param>
/// <param name="Values">The right value, and then wrong ones. If the choices are calls, one value for each
/// call.</param>
/// <param name="Rest">The rest of the question, after that value.</param>
internal sealed record QuestionDraft(
    string Kind, int Line, string Text, IReadOnlyList<ValuePlace> Values, string Rest = "")
{
    /// <summary>The calls that are the choices; null if the choices are values. Right is the call whose value the other
    /// chosen calls do not have.</summary>
    public IReadOnlyList<string>? Calls { get; init; }
}

/// <summary>Where a value is found.</summary>
/// <param name="Run">The number of a run of the question program.</param>
/// <param name="At">The number of the text among those of the run; −1 for the last.</param>
internal sealed record ValuePlace(int Run, int At);
