namespace NeuralNotebooks.Course;

/// <summary>The state of an answer to a checkpoint.</summary>
public enum VerdictState
{
    /// <summary>Right in every case that was tried.</summary>
    Correct,

    /// <summary>Right except for one thing, which the verdict names.</summary>
    Almost,

    /// <summary>Not right, or not begun.</summary>
    NotYet,

    /// <summary>Nothing that could be compared came back: the answer threw, did not end, or has no value.</summary>
    CouldNotBeChecked,
}
