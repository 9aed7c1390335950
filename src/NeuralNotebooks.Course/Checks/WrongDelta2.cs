namespace NeuralNotebooks.Course;

/// <summary>The known mistakes in δ₂ = ∂L/∂ŷ = 2/m (ŷ − y).</summary>
internal sealed record WrongDelta2(string Sentence, Func<TwoLayerBatch, Matrix<double>> Delta2, bool IsNear = true)
{
    /// <summary>Likelier ones first: where two give the same numbers, the first is named.</summary>
    public static IReadOnlyList<WrongDelta2> All { get; } =
    [
        new("You forgot to divide by m, the number of examples: the loss is a mean.", b => b.Examples * b.Delta2),
        new("You forgot the factor 2: the slope of e² is 2e.", b => 0.5 * b.Delta2),
        new("The sign is wrong: it is ŷ − y, the prediction minus the truth. This gradient points downhill.", b => -b.Delta2),
        new("The factor 2/m is missing: 2 from the square, 1/m from the mean.", b => b.Examples / 2.0 * b.Delta2),
        new("Two things: the sign is wrong (it is ŷ − y), and you forgot to divide by m.", b => -b.Examples * b.Delta2, IsNear: false),
        new("Two things: the sign is wrong (it is ŷ − y), and the factor 2 is missing.", b => -0.5 * b.Delta2, IsNear: false),
        new("1/m appears twice.", b => 1.0 / b.Examples * b.Delta2),
        new("You divided by the number of rows of ŷ. The mean is over the examples, the columns: `y.Columns`.", b => (double)b.Examples / b.Y.Rows * b.Delta2),
        new("You divided by the number of hidden units. The mean is over the examples: `y.Columns`.", b => (double)b.Examples / b.A.Rows * b.Delta2),
        new("y was not used: the error is ŷ − y.", b => 2.0 / b.Examples * b.Prediction, IsNear: false),
        new("Brackets are missing: only ŷ is multiplied by 2/m, not the whole difference ŷ − y.", b => (2.0 / b.Examples * b.Prediction) - b.Y),
        new("The output layer was given a σ: δ₂ is multiplied by ŷ(1 − ŷ). Its activation is the identity, whose slope is 1.",
            b => b.Delta2.Hadamard(b.Prediction).Hadamard(1 - b.Prediction)),
        new("This is the squared error times a factor. The slope of e² is 2e, not e².", b => 1.0 / b.Examples * (b.Prediction - b.Y).Hadamard(b.Prediction - b.Y), IsNear: false),
        new("This is the squared error times a factor. The slope of e² is 2e, not e².", b => 2.0 / b.Examples * (b.Prediction - b.Y).Hadamard(b.Prediction - b.Y), IsNear: false),
    ];
}
