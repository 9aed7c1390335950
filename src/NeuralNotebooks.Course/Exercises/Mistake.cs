namespace NeuralNotebooks.Course;

/// <summary>A wrong way to compute one part of an answer. It is named if it reproduces the student's values in every
/// case.</summary>
/// <param name="Hint">What the student probably did, and what to change: it is shown in two steps.</param>
/// <param name="Wrong">Computes the wrong value for the case; throws <see cref="ArgumentException"/> if shapes do not
/// fit.</param>
/// <param name="State"><see cref="Almost"/> if one change makes the answer correct.</param>
internal sealed record Mistake(Hint Hint, Func<M> Wrong, VerdictState State)
{
    /// <summary>Whether these are the values of the mistake; false if its shapes do not fit in this case.</summary>
    /// <param name="floor">The part of the largest value that counts as 0.</param>
    public bool Gives(M values, double floor)
    {
        try
        {
            return EntryDifference.IsNone(values, Wrong(), floor);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
