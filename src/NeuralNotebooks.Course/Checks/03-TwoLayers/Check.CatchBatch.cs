namespace NeuralNotebooks.Course;

public static partial class Check
{
    /// <summary>Notebook 03: a batch on which every known mistake of the backward pass shows.</summary>
    /// <param name="X">The examples, 4 × m.</param>
    /// <param name="y">Their targets, 1 × m.</param>
    public static Verdict CatchBatch(M X, M y)
    {
        ArgumentNullException.ThrowIfNull(X);
        ArgumentNullException.ThrowIfNull(y);
        TwoLayerBatch batch = TwoLayerBatch.OfTheNotebook() with { X = X, Y = y };
        return Matrices.IsZero(X) && Matrices.IsZero(y) ? Verdict.NotBegun() : MutationTest.Judge(
            () => batch,
            b => [.. b.HiddenLayer, b.OutputLayer[0]],
            "There are errors to send back, and m is no other number that a pass could divide by.");
    }
}
