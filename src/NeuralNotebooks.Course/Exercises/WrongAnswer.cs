namespace NeuralNotebooks.Course;

/// <summary>A known mistake of a check, as a function that can be called.</summary>
public sealed record WrongAnswer<T>
{
    internal WrongAnswer(Hint hint, T function) => (Hint, Function) = (hint, function);

    /// <summary>The message to a student who made it.</summary>
    public string Sentence => Hint.ToString();

    /// <summary>A function with this mistake.</summary>
    public T Function { get; }

    internal Hint Hint { get; }
}
