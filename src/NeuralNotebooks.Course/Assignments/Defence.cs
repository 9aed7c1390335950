using System.Net;
using Question = (string Text, string[] Choices, int Right);

namespace NeuralNotebooks.Course;

/// <summary>Questions about a function, and verdicts on the answers: a card in a notebook, plain text
/// elsewhere.</summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed class Defence : IHtml
{
    private readonly int _number;
    private readonly Question[] _questions;
    private string? _problem;

    /// <param name="number">The number of the sheet.</param>
    /// <param name="questions">Right choices are counted from 1.</param>
    internal Defence(int number, Question[] questions) => (_number, _questions) = (number, questions);

    /// <summary>The number of the sheet that the answers belong to; 0 if there are no answers.</summary>
    internal int Sheet { get; init; }

    /// <summary>The number of the choice for each question; 0 for none.</summary>
    internal IReadOnlyList<int> Answers { get; init; } = [];

    /// <summary>Whether a grader judges the answers, so that nobody finds the right one by trying them all.</summary>
    internal bool IsGraded { get; init; }

    /// <summary>How many answers are right; 0 if a grader judges them.</summary>
    public int Right => IsAnswered && !IsGraded
        ? _questions.Index().Count(one => Answers[one.Index] == one.Item.Right)
        : 0;

    /// <summary>How many questions there are.</summary>
    public int Count => _questions.Length;

    internal static Defence Without(string problem) => new(0, []) { _problem = problem };

    private bool IsAnswered => Sheet == _number;

    private string Heading =>
        _problem
        ?? (Sheet == 0
            ? Invariant($"Questions {_number} about your code. Add this number and your choices to the call: ")
                + Invariant($"{_number}, {string.Join(", ", _questions.Select(_ => "…"))}.")
        : IsAnswered && IsGraded
            ? Invariant($"Your answers to questions {_number} are {string.Join(", ", Answers.Take(Count))}. ")
                + "They are judged when you hand in your notebook."
        : IsAnswered ? Invariant($"{Right} of {Count} answers are right.")
        : Invariant($"Your answers belong to questions {Sheet}. Your code or id has changed since, so these are ")
            + Invariant($"questions {_number}."));

    private string VerdictOn(int question) =>
        !IsAnswered || IsGraded || Answers[question] == 0 ? ""
        : Answers[question] == _questions[question].Right ? "Right."
        : "Not this one. Run the lines in your head, or add a statement that prints the value.";

    /// <summary>The questions as a card for light and dark backgrounds.</summary>
    public string ToHtml()
    {
        var html = new StringBuilder(
            $"<div class=\"nn-defence\" style=\"{VerdictCard.Frame(VerdictLook.Of(NotYet))}\"><p style=\"margin:0\"><b>"
                + $"{InlineText.ToHtml(Heading)}</b></p>");
        foreach ((int i, Question question) in _questions.Index())
            html.Append("<p style=\"margin:.6em 0 0\">")
                .Append(Invariant($"{i + 1}. {InlineText.ToHtml(question.Text)}</p>"))
                .Append("<ol style=\"margin:.2em 0 0\">")
                .Append(string.Concat(question.Choices.Select(choice =>
                    $"<li style=\"color:inherit\"><code>{WebUtility.HtmlEncode(choice)}</code></li>")))
                .Append("</ol>")
                .Append(VerdictOn(i) is { Length: > 0 } verdict
                    ? $"<p style=\"margin:.2em 0 0\"><b>{verdict}</b></p>"
                    : "");
        return html.Append("</div>").ToString();
    }

    /// <summary>The questions as lines of plain text.</summary>
    public override string ToString() => string.Join('\n', _questions.Index().SelectMany(one => (string[])
    [
        Invariant($"{one.Index + 1}. {one.Item.Text}"),
        .. one.Item.Choices.Select((choice, i) => Invariant($"   {i + 1}) {choice}")),
        .. VerdictOn(one.Index) is { Length: > 0 } verdict ? [$"   {verdict}"] : Array.Empty<string>(),
    ]).Prepend(Heading));
}
