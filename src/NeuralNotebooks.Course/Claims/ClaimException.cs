namespace NeuralNotebooks.Course;

/// <summary>A notebook's own claim does not hold: the text above the cell is wrong, or the cell is.</summary>
public sealed class ClaimException : Exception
{
    /// <summary>With the message that a reader sees.</summary>
    public ClaimException(string message)
        : base(message)
    {
    }

    /// <summary>With the message that a reader sees, and its cause.</summary>
    public ClaimException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Without a message, as .NET expects of an exception type.</summary>
    public ClaimException()
        : this("A claim of this notebook does not hold.")
    {
    }
}
