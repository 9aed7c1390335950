namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static Exercise<DeepBatch> RepairExercise => _backwardPass with
    {
        Starter = b => UsedGradients(WithThreeBugs, b),
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
    private static (M[] W, M[] b) WithThreeBugs(M[] W, M[] b, M[] A, M[] G, M y, double alpha)
    {
        int N = W.Length - 1;
        M[] newW = [.. W], newB = [.. b];
        M δ = ((A[N] - y) / y.Columns).Hadamard(G[N]);
        for (int l = N; l > 1; l--)
        {
            newW[l] = W[l] - (alpha * (δ * A[l - 1].T));
            newB[l] = b[l] - (alpha * δ.RowMeans());
            δ = (newW[l].T * δ).Hadamard(G[l - 1]);
        }

        return (newW, newB);
    }
}
