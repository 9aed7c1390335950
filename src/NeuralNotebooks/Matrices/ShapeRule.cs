namespace NeuralNotebooks;

/// <summary>What an operation requires of the shapes of its two operands.</summary>
public enum ShapeRule
{
    /// <summary>Matrix products: the left operand has as many columns as the right one has rows.</summary>
    Product,

    /// <summary>Operations entry by entry, such as ⊙, + and −: both operands have the same shape, or the right one is
    /// a column that is used for every column of the left one.</summary>
    Elementwise,

    /// <summary>Sets of examples: both operands have the same number of columns, one for each example.</summary>
    Examples,
}
