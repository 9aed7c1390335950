namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static Exercise<DeepBatch> RepairExercise => _backwardPass with
    {
        Starter = b => WithThreeBugs(b).Gradients(),
        IfZero = null,
        HasMean = false,
        Praise = "Repaired. It had looked healthy: its loss fell.",
    };

    /// <summary>Notebook 04: a backward pass with three planted bugs, repaired.</summary>
    /// <param name="learn">As for <see cref="BackwardPass(Func{M[], M[], M[], M[], M, double,
    /// ValueTuple{M[], M[]}})"/>.</param>
    public static Verdict RepairedPass(Func<M[], M[], M[], M[], M, double, (M[] W, M[] b)>? learn) =>
        RepairExercise.Judge(learn, b => UsedGradients(learn!, b));

    /// <summary>A function with the wrong signature: the verdict shows the expected one.</summary>
    public static Verdict RepairedPass(Delegate? learn) => RepairExercise.Refuse(learn);

    /// <summary>The starter of the notebook: the first layer never learns, biases are averaged, and δ goes back through
    /// the new weights.</summary>
    private static DeepBatch WithThreeBugs(DeepBatch b) => b with
    {
        Input = l => l == 1 ? 0 * b.A[0] : b.A[l - 1],
        Bias = (l, δ) => l == 1 ? 0 * δ.RowSums() : δ.RowMeans(),
        Back = b.BackThroughNewWeights,
    };
}
