namespace NeuralNotebooks.Classroom;

/// <summary>Trivial answers to a task: always the same value, always 0, or an argument returned unchanged.</summary>
/// <param name="task">The task.</param>
/// <param name="solution">The solution's answers.</param>
/// <param name="arguments">For each probe, the values of its arguments; null if not all probes are calls.</param>
internal sealed class TrivialAnswers(
    AssignmentTask task,
    IReadOnlyList<Answer> solution,
    IReadOnlyList<IReadOnlyList<Answer>>? arguments
)
{
    /// <summary>What the answers have in common; null if they are not trivial.</summary>
    public string? Describe(IReadOnlyList<Answer> answers)
    {
        if (answers.Any(answer => answer is NoAnswer))
            return null;
        if (answers.All(IsZero) && !solution.All(IsZero))
            return "0";
        if (answers.Count > 1 && AreEqual(answers) && !AreEqual(solution))
            return "the same value";
        if (arguments is null)
            return null;
        int fewest = arguments.Min(own => own.Count);
        bool IsArgument(int position) => Enumerable.Range(0, answers.Count)
            .All(i => AnswerComparison.AreSame(arguments[i][position], answers[i], task.Probes[i]));
        return Enumerable.Range(0, fewest).Any(IsArgument)
            ? "an argument, unchanged"
            : null;
    }

    private static bool AreEqual(IReadOnlyList<Answer> answers) =>
        answers.Skip(1).All(answer => AnswerComparison.AreSame(answers[0], answer));

    private static bool IsZero(Answer answer) =>
        AnswerPattern.Numbers(answer) is { Count: > 0 } numbers && numbers.All(number => number == 0);
}
