namespace NeuralNotebooks;

/// <summary>Checks the gradients of the backward pass against central differences of the loss.</summary>
/// <remarks>
/// For a parameter w with the gradient a of the backward pass, the numeric gradient is n = (L(w + h) − L(w − h)) / 2h,
/// and the relative error is |a − n| / max(|a|, |n|). These rules apply:
/// <list type="bullet">
/// <item>Networks are checked in double precision, with h = 10⁻⁵. A float network can be checked too, with h = 10⁻²,
/// but its rounding limits the precision of n.</item>
/// <item>Let r be the rounding of L alone: ten units in the last place of the larger of 1 and |L|, divided by h. If a
/// and n differ by at most r and neither is above 10⁷ r, the error counts as 0.</item>
/// <item>If a relu unit crosses its kink between w − h and w + h, n is not a derivative. The entry is counted as a kink
/// and left out.</item>
/// <item>Of a large parameter matrix, only a random sample of entries is checked.</item>
/// </list>
/// Each entry takes two forward passes, so use few examples. The rules follow the notes of the course CS231n, Stanford.
/// </remarks>
public static class GradientCheck
{
    /// <summary>Checks ∂L/∂W and ∂L/∂b of each layer, and ∂L/∂X.</summary>
    /// <param name="network">The network; its weights are restored after the check.</param>
    /// <param name="loss">The loss.</param>
    /// <param name="X">Features × examples.</param>
    /// <param name="Y">Outputs × examples.</param>
    /// <param name="samples">The maximum number of entries to check in each matrix.</param>
    /// <param name="seed">The seed for the choice of entries.</param>
    /// <exception cref="ArgumentException">X or Y does not fit the network or the loss.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of samples is below 1.</exception>
    public static GradientCheckResult Run<T>(
        Mlp<T> network, ILoss<T> loss, Matrix<T> X, Matrix<T> Y, int samples = 100, int seed = 0)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ThrowIfNull(network);
        ThrowIfNull(loss);
        ThrowIfNull(X);
        ThrowIfNull(Y);
        if (samples < 1)
            throw new ArgumentOutOfRangeException(
                nameof(samples), samples, "At least one entry of each matrix must be checked.");

        Action? interruptPoint = NotebookHost.InterruptPoint;
        X = X.Copy();   // a copy, since the check changes its entries
        Matrix<T> output = network.Forward(X);
        double L = double.CreateChecked(loss.Value(output, Y));
        Matrix<T> dX = network.Backward(loss.Gradient(output, Y));

        Random random = new(seed);
        (double h, double unitInLastPlace) = typeof(T) == typeof(double) ? (1e-5, 2.22e-16) : (1e-2, 1.19e-7);
        double roundoff = 10 * unitInLastPlace * Math.Max(1, Math.Abs(L)) / h;
        Pass<T> low = new(network, X.Columns), high = new(network, X.Columns);
        List<GradientCheckPart> parts = [];
        for (int l = 0; l < network.Layers.Count; l++)
        {
            Dense<T> layer = network.Layers[l];
            parts.Add(Check($"Layers[{l}].Weights", layer.Weights, layer.WeightGradient));
            parts.Add(Check($"Layers[{l}].Biases", layer.Biases, layer.BiasGradient));
        }
        parts.Add(Check("X", X, dX));
        return new(parts);

        GradientCheckPart Check(string name, Matrix<T> parameter, Matrix<T> analytic)
        {
            int[] entries = [.. Enumerable.Range(0, parameter.Count)];
            random.Shuffle(entries);
            GradientCheckEntry? worst = null;
            int kinks = 0, count = Math.Min(samples, entries.Length);
            foreach (int i in entries.AsSpan(0, count))
            {
                interruptPoint?.Invoke();
                T w = parameter.AsSpan()[i];
                T step = T.CreateChecked(h), above = w + step, below = w - step;
                if (above == below) // as for a large w in float
                    (above, below) = (w + (step * T.Abs(w)), w - (step * T.Abs(w)));
                double numeric;
                try
                {
                    numeric = (LossAt(i, above, high) - LossAt(i, below, low)) / double.CreateChecked(above - below);
                }
                finally
                {
                    parameter.AsSpan()[i] = w;   // even if the loss throws
                }
                if (CrossesAKink(network, low, high))
                {
                    kinks++;
                    continue;
                }
                double a = double.CreateChecked(analytic.AsSpan()[i]);
                double difference = Math.Abs(a - numeric);
                double size = Math.Max(Math.Abs(a), Math.Abs(numeric));
                double error =
                    difference <= roundoff && size <= roundoff / GradientCheckResult.GoodError ? 0 : difference / size;
                if (worst is null || !(error <= worst.RelativeError)) // written this way, NaN counts as the worst
                    worst = new(name, i % parameter.Rows, i / parameter.Rows, a, numeric, error);
            }
            return new(name, count, kinks, worst);

            double LossAt(int i, T value, Pass<T> pass)
            {
                parameter.AsSpan()[i] = value;
                pass.Forward(X);
                return double.CreateChecked(loss.Value(pass.Output, Y));
            }
        }
    }

    private static bool CrossesAKink<T>(Mlp<T> network, Pass<T> low, Pass<T> high)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int l = 0; l < network.Layers.Count; l++)
        {
            if (network.Layers[l].Activation != Activation.Relu)
                continue;
            ReadOnlySpan<T> below = low.Layers[l].Preactivation.AsSpan(), above = high.Layers[l].Preactivation.AsSpan();
            for (int i = 0; i < below.Length; i++)
                if (below[i] > T.Zero != above[i] > T.Zero)
                    return true;
        }
        return false;
    }
}
