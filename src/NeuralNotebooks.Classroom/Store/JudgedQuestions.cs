namespace NeuralNotebooks.Classroom;

/// <summary>The questions about the code of a student's answer to a task, and the student's answers.</summary>
/// <param name="Max">What they are worth.</param>
/// <param name="Sheet">The questions, made again from the submitted code.</param>
/// <param name="Answers">The student's answers.</param>
/// <param name="Key">A hash of the inputs on which the questions depend.</param>
internal sealed record JudgedQuestions(Points Max, QuestionSheet Sheet, QuestionAnswers Answers, string Key)
{
    /// <summary>The problem of questions without answers.</summary>
    internal const string Unanswered = "The questions about the code are not answered.";

    /// <summary>Questions without answers. They are not made.</summary>
    internal static JudgedQuestions NotAnswered(Points max) =>
        new(max, new(0, [], Unanswered), QuestionAnswers.None, "");

    /// <summary>The points: an equal part for each question that is answered right.</summary>
    [JsonIgnore] public Points Points => Points.Sum(Enumerable.Repeat(Max / Math.Max(1, Sheet.Questions.Count), Right));

    /// <summary>The number of right answers.</summary>
    [JsonIgnore] public int Right => Enumerable.Range(0, Sheet.Questions.Count).Count(IsRight);

    /// <summary>Why the answers do not count; null if they do.</summary>
    [JsonIgnore]
    public string? Problem =>
        Sheet.Problem
        ?? (Answers.Sheet == Sheet.Number
            ? null
            : Invariant($"The answers belong to questions {Answers.Sheet}, but this code and id have questions ")
                + Invariant($"{Sheet.Number}."));

    /// <summary>The student's choice, from 1; 0 if there is none that counts.</summary>
    public int ChoiceOf(int question) => Problem is null ? Answers.Choices.ElementAtOrDefault(question) : 0;

    /// <summary>Whether a question is answered right.</summary>
    public bool IsRight(int question) => ChoiceOf(question) == Sheet.Questions[question].Right;
}
