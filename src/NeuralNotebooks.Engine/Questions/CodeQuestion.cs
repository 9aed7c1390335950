global using SheetParts = (int Number, (string Kind, int Line, string Text, string[] Choices, int Right)[] Questions,
    string? Problem);

namespace NeuralNotebooks.Engine;

/// <summary>A question about a function that a reader has written, with its choices.</summary>
/// <param name="Text">The question. Code is between back-ticks.</param>
/// <param name="Choices">Three or four different choices.</param>
/// <param name="Right">The number of the right choice, from 1.</param>
public sealed record CodeQuestion(string Kind, int Line, string Text, IReadOnlyList<string> Choices, int Right)
{
    /// <summary>Whether choices are long, or values had many digits. Other questions are preferred.</summary>
    internal bool NeedsCalculator { get; init; }
}

/// <summary>The questions about one version of a function for one reader.</summary>
/// <param name="Number">A number from 100 to 999 that other versions and other readers hardly share.</param>
/// <param name="Questions">At most three questions.</param>
public sealed record QuestionSheet(int Number, IReadOnlyList<CodeQuestion> Questions, string? Problem = null)
{
    /// <summary>The sheet as a value for a library without a reference to this assembly.</summary>
    internal SheetParts ToParts() => (
        Number,
        [.. Questions.Select(one => (one.Kind, one.Line, one.Text, one.Choices.ToArray(), one.Right))],
        Problem);
}
