namespace NeuralNotebooks;

/// <summary>Facts about an output that are passed to a page beside its HTML, so that nobody has to read them from the
/// markup.</summary>
/// <remarks>They are a JSON object: <c>verdict</c> (the state of an answer) and <c>heading</c>, <c>claims</c> (how many
/// hold), <c>control</c> (its name) and <c>field</c> (the input field that a page makes for it),
/// <c>progress</c>.</remarks>
internal static class DisplayFacts
{
    public const string Type = "application/vnd.neuralnotebooks+json";
}
