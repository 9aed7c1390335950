namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<DeepBatch> _backwardPass = new()
    {
        // Layers that all have 3 units; then the sizes of the notebook; then two layers only; then a batch of one.
        Cases = () =>
        [
            DeepBatch.Of([3, 3, 3, 3], [Activation.Tanh, Activation.Sigmoid, Activation.Tanh], examples: 4, α: 0.1,
                key: 61),
            DeepBatch.Of([3, 5, 4, 2], [Activation.Tanh, Activation.Sigmoid, Activation.Identity], examples: 6, α: 0.5,
                key: 81),
            DeepBatch.Of([4, 2, 1], [Activation.Relu, Activation.Sigmoid], examples: 3, α: 0.25, key: 101),
            DeepBatch.Of([2, 3, 1], [Activation.Tanh, Activation.Identity], examples: 1, α: 0.5, key: 121),
        ],
        Describe = b => $"for {b.Layers} layers, {string.Join(" → ", b.A.Select(a => a.Rows))} units, "
            + $"and {TextOf.Count(b.Examples, "example")}",
        FailsLater = ("A size is hard-coded, or the shapes fit by luck where all layers have the same size.",
            "The number of layers is `W.Length - 1`, that of the examples `y.Columns`; write the shape under every "
                + "factor."),
        IfZero = "The new values belong in `newW[l]` and `newB[l]`, not in `W` and `b`.",
        IfThrown = exception =>
            exception is IndexOutOfRangeException
            || (exception is ShapeException shapes && (shapes.Left == (0, 0) || shapes.Right == (0, 0)))
            ? "Layers are counted from 1 to N = `W.Length - 1` here. Index 0 of W, b and G is unused (A[0] is X), and "
                + "there is no W[N + 1]: δ[N] comes from the loss, and the loop goes on from there."
            : null,
        HasMean = true,
        Praise = "Every weight and every bias of three networks, with two layers and with three, has made the right "
            + "step. You have written backpropagation for any number of layers.",
        Parts = b => b.BackwardPass,
    };

    /// <summary>Notebook 04: the whole backward pass through N layers, and one step of gradient descent.</summary>
    /// <param name="learn">From W, b, A (A[0] is X) and G = g′(Z), each indexed by layer, y and α: the new W and b. The
    /// loss is 1/m Σ ½‖A[N] − y‖². The verdict is on the gradients that the step used: (W before − W after) /
    /// α.</param>
    public static Verdict BackwardPass(Func<M[], M[], M[], M[], M, double, (M[] W, M[] b)> learn) =>
        _backwardPass.Judge(b => b.UsedGradients(learn));

    private static Exercise<DeepBatch> RepairExercise => _backwardPass with
    {
        IfZero = null,
        HasMean = false,
        Praise = "Repaired. It had looked healthy: its loss fell.",
    };

    /// <summary>Notebook 04: a backward pass with three planted bugs, repaired.</summary>
    /// <param name="learn">As for <see cref="BackwardPass"/>.</param>
    public static Verdict RepairedPass(Func<M[], M[], M[], M[], M, double, (M[] W, M[] b)> learn) =>
        RepairExercise.Judge(b => b.UsedGradients(learn));
}
