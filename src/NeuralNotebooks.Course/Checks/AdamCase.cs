namespace NeuralNotebooks.Course;

/// <summary>Some steps of Adam with several parameters, whose gradients are given.</summary>
/// <param name="Start">w before the first step.</param>
/// <param name="Gradients">g of all parameters, for each step.</param>
/// <param name="Rate">α.</param>
/// <param name="Beta1">β₁.</param>
/// <param name="Beta2">β₂.</param>
/// <param name="Epsilon">ε.</param>
/// <param name="LastRate">α of the last step, as a schedule would change it; null for a constant rate.</param>
internal sealed record AdamCase(double[] Start, double[][] Gradients, double Rate, double Beta1, double Beta2, double Epsilon, double? LastRate = null)
{
    /// <summary>The optimizer's state for one parameter.</summary>
    public sealed class Memory
    {
        public double V { get; set; }

        public double S { get; set; }
    }

    /// <summary>One step of one parameter: its index i, the step t (from 1), w, g, α, and the state. Returns the new w.</summary>
    public delegate double StepRule(AdamCase c, int i, int t, double w, double g, double alpha, Memory memory);

    /// <summary>α in step t.</summary>
    public double RateIn(int t) => t == Gradients.Length && LastRate is double last ? last : Rate;

    /// <summary>The parameters after each step: steps × parameters.</summary>
    public Matrix<double> Path(StepRule rule)
    {
        double[] w = [.. Start];
        Memory[] memories = [.. Start.Select(_ => new Memory())];
        Matrix<double> path = Matrix.Zeros<double>(Gradients.Length, w.Length);
        for (int t = 1; t <= Gradients.Length; t++)
        {
            for (int i = 0; i < w.Length; i++)
            {
                path[t - 1, i] = w[i] = rule(this, i, t, w[i], Gradients[t - 1][i], RateIn(t), memories[i]);
            }
        }

        return path;
    }

    /// <summary>The same, computed by an optimizer.</summary>
    public Matrix<double> Path(Optimizer<double> optimizer)
    {
        double[] w = [.. Start];
        Matrix<double> path = Matrix.Zeros<double>(Gradients.Length, w.Length);
        for (int t = 1; t <= Gradients.Length; t++)
        {
            optimizer.LearningRate = RateIn(t);
            optimizer.Step(w, Gradients[t - 1]);
            for (int i = 0; i < w.Length; i++)
            {
                path[t - 1, i] = w[i];
            }
        }

        return path;
    }

    /// <summary>V ← β₁V + (1 − β₁)g, S ← β₂S + (1 − β₂)g², both kept raw; then the step by <paramref name="move"/>.</summary>
    public static StepRule WithRawAverages(Func<AdamCase, int, double, double, double, double> move) => (c, i, t, w, g, alpha, memory) =>
    {
        memory.V = c.Beta1 * memory.V + (1 - c.Beta1) * g;
        memory.S = c.Beta2 * memory.S + (1 - c.Beta2) * g * g;
        return w - alpha * move(c, t, memory.V, memory.S, g);
    };

    /// <summary>Other averages, followed by the right correction and the right step.</summary>
    public static StepRule WithAverages(Func<AdamCase, double, double, double> average, Func<AdamCase, double, double, double> squares) => (c, i, t, w, g, alpha, memory) =>
    {
        memory.V = average(c, memory.V, g);
        memory.S = squares(c, memory.S, g);
        return w - alpha * Right(c, t, memory.V, memory.S, g);
    };

    /// <summary>Averages that are divided by something in each step and stored that way.</summary>
    public static StepRule Keeping(Func<double, int, double> divisorOfV, Func<double, int, double> divisorOfS) => (c, i, t, w, g, alpha, memory) =>
    {
        memory.V = (c.Beta1 * memory.V + (1 - c.Beta1) * g) / divisorOfV(c.Beta1, t);
        memory.S = (c.Beta2 * memory.S + (1 - c.Beta2) * g * g) / divisorOfS(c.Beta2, t);
        return w - alpha * memory.V / (Math.Sqrt(memory.S) + c.Epsilon);
    };

    /// <summary>1 − βᵗ.</summary>
    public static double Correction(double beta, int t) => 1 - Math.Pow(beta, t);

    /// <summary>V̂ / (√Ŝ + ε).</summary>
    public static double Right(AdamCase c, int t, double V, double S, double g) => Ratio(c, V / Correction(c.Beta1, t), S / Correction(c.Beta2, t));

    /// <summary>V / (√S + ε).</summary>
    public static double Ratio(AdamCase c, double V, double S) => V / (Math.Sqrt(S) + c.Epsilon);
}
