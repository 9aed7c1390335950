namespace NeuralNotebooks.Course;

/// <summary>The known mistakes in ∂L/∂s = (s − y)/m.</summary>
internal sealed record WrongUnitDelta(string Sentence, Func<UnitBatch, Matrix<double>> Delta, bool IsNear = true)
{
    /// <summary>Likelier ones first: where two give the same numbers, the first is named.</summary>
    public static IReadOnlyList<WrongUnitDelta> All { get; } =
    [
        new("You forgot to divide by m, the number of examples: the loss is a mean, not a sum.", b => b.Examples * b.Delta),
        new("There is a factor 2 too many. The loss has a ½ in front of the square, and the two cancel.", b => 2 * b.Delta),
        new("The sign is wrong: ∂L/∂s is −e = s − y, the prediction minus the truth. This gradient points downhill.", b => -b.Delta),
        new("There is a ½ too many. The slope of ½e² is e: the 2 of the derivative has used the ½ up.", b => 0.5 * b.Delta),
        new("The factor is wrong: 2 · ½ cancel, and 1/m stays. You have a 2 in place of the 1/m.", b => 2 * b.Examples * b.Delta),
        new("Two things: the sign is wrong (it is s − y), and you forgot to divide by m.", b => -b.Examples * b.Delta, IsNear: false),
        new("Two things: the sign is wrong (it is s − y), and there is a factor 2 too many.", b => -2 * b.Delta, IsNear: false),
        new("1/m appears twice.", b => 1.0 / b.Examples * b.Delta),
        new("You divided by the number of features. The mean is over the examples, the columns: `X.Columns`.", b => (double)b.Examples / b.X.Rows * b.Delta),
        new("Brackets are missing: only y is divided by m, not the whole difference s − y.", b => b.S - (b.Y / b.Examples), IsNear: true),
        new("b is missing in the prediction: s = wX + b.", b => (b.W * b.X - b.Y) / b.Examples),
        new("y was not used: the error is made of prediction and truth.", b => b.S / b.Examples, IsNear: false),
        new("The prediction was not used: the error is made of prediction and truth.", b => -1.0 / b.Examples * b.Y, IsNear: false),
        new("You sent s through σ. Linear regression predicts with s itself.", b => (Matrix.Sigmoid(b.S) - b.Y) / b.Examples),
        new("This is made of the squared errors. The slope of ½e² is e, not its square.", b => (b.S - b.Y).Hadamard(b.S - b.Y) / b.Examples, IsNear: false),
        new("This is made of the squared errors. The slope of ½e² is e, not its square.", b => (b.S - b.Y).Hadamard(b.S - b.Y) / (2 * b.Examples), IsNear: false),
        new("This is made of absolute errors: without their sign a step cannot know where to go.", b => b.Delta.Map(Math.Abs), IsNear: false),
    ];
}
