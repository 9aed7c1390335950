namespace NeuralNotebooks.Classroom;

/// <summary>A question about a student's answer to a task, with code between back-ticks.</summary>
internal sealed record QuizQuestion(QuizTask Task, QuizKind Kind, int Line, string Text, string Answer);

/// <summary>The kinds of questions, the preferred first: about a variable that changes from pass to pass of a loop,
/// about another variable, and what the call returns, for which it is enough to know the task.</summary>
internal enum QuizKind { InLoop, Variable, Returned }

/// <summary>What the questions about one answer have in common, with the call that runs.</summary>
internal sealed record QuizTask(string Name, string Title, string Call, string Code)
{
    private const int Columns = 96;

    public IReadOnlyList<string> Lines { get; } = [.. Code.TrimEnd().Split('\n').Select(line => line.TrimEnd())];

    /// <summary>How many lines the code takes on paper.</summary>
    public int Height => Lines.Sum(line => 1 + line.Length / Columns);
}

/// <summary>The questions for one student, and why there are none about some tasks.</summary>
internal sealed record QuizSheet(
    Submission Submission, IReadOnlyList<QuizQuestion> Questions, IReadOnlyList<string> Problems);
