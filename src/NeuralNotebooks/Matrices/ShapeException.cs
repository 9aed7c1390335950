namespace NeuralNotebooks;

/// <summary>The shapes of two operands do not fit. The message names both operands, both shapes, and the rule that is
/// broken.</summary>
public sealed class ShapeException : ArgumentException
{
    internal ShapeException(
        ShapeRule rule, (int Rows, int Columns) left, (int Rows, int Columns) right, string message,
        string? parameter = null)
        : base(message, parameter) => (Rule, Left, Right) = (rule, left, right);

    /// <summary>The rule that the shapes break.</summary>
    public ShapeRule Rule { get; }

    /// <summary>The shape of the first operand.</summary>
    public (int Rows, int Columns) Left { get; }

    /// <summary>The shape of the second operand.</summary>
    public (int Rows, int Columns) Right { get; }
}
