namespace NeuralNotebooks;

/// <summary>Compares the gradients of the backward pass with central differences of the loss.</summary>
/// <remarks>
/// For a parameter w with gradient a: n = (L(w + h) − L(w − h)) / 2h, and the relative error is |a − n| / max(|a|, |n|), by these rules:
/// <list type="bullet">
/// <item>in double precision, with h = 10⁻⁵;</item>
/// <item>gradients near 0 whose difference the rounding of L alone can make, about 10⁻¹⁵·|L| / h, agree: their error is 0;</item>
/// <item>where a relu unit changes its side between w − h and w + h, n is no slope: the entry is counted as a kink and left out;</item>
/// <item>of a large parameter matrix some entries are drawn, others not looked at.</item>
/// </list>
/// Two forward passes for each entry: use few examples. After the notes of the course CS231n, Stanford.
/// </remarks>
public static class GradientCheck
{
    private const double H = 1e-5, MachineEpsilon = 2.22e-16;

    /// <summary>Checks ∂L/∂W and ∂L/∂b of each layer, and ∂L/∂X.</summary>
    /// <param name="network">The network; its weights are as before when the check is done.</param>
    /// <param name="loss">The loss.</param>
    /// <param name="X">Features × examples.</param>
    /// <param name="Y">Outputs × examples.</param>
    /// <param name="samples">The largest number of entries to look at in each matrix.</param>
    /// <param name="seed">Chooses the entries.</param>
    /// <exception cref="ArgumentException">X or Y does not fit the network or the loss.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of samples is below 1.</exception>
    public static GradientCheckResult Run(Mlp<double> network, ILoss<double> loss, Matrix<double> X, Matrix<double> Y, int samples = 100, int seed = 0)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentNullException.ThrowIfNull(X);
        ArgumentNullException.ThrowIfNull(Y);
        if (samples < 1)
            throw new ArgumentOutOfRangeException(nameof(samples), samples, "At least one entry of each matrix must be looked at.");

        X = X.Copy();   // its entries are moved too
        Matrix<double> output = network.Forward(X);
        double L = loss.Value(output, Y);
        Matrix<double> gradient = Matrix.Zeros<double>(output.Rows, output.Columns);
        loss.Gradient(output, Y, gradient);
        Matrix<double> dX = network.Backward(gradient);

        Random random = new(seed);
        double roundoff = 10 * MachineEpsilon * Math.Max(1, Math.Abs(L)) / H;
        Pass<double> low = new(network, X.Columns), high = new(network, X.Columns);
        List<GradientCheckPart> parts = [];
        for (int l = 0; l < network.Layers.Count; l++)
        {
            Dense<double> layer = network.Layers[l];
            parts.Add(Check($"Layers[{l}].Weights", layer.Weights, layer.WeightGradient));
            parts.Add(Check($"Layers[{l}].Biases", layer.Biases, layer.BiasGradient));
        }
        parts.Add(Check("X", X, dX));
        network.Forward(X);   // leaves the layers as the caller's own pass would
        network.Backward(gradient);
        return new(parts);

        GradientCheckPart Check(string name, Matrix<double> parameter, Matrix<double> analytic)
        {
            int[] entries = [.. Enumerable.Range(0, parameter.Count)];
            random.Shuffle(entries);
            GradientCheckEntry? worst = null;
            int kinks = 0, count = Math.Min(samples, entries.Length);
            foreach (int i in entries.AsSpan(0, count))
            {
                double numeric = (LossAt(i, H, high) - LossAt(i, -H, low)) / (2 * H);
                if (CrossesAKink(network, low, high))
                {
                    kinks++;
                    continue;
                }
                double a = analytic.AsSpan()[i], difference = Math.Abs(a - numeric), size = Math.Max(Math.Abs(a), Math.Abs(numeric));
                double error = difference <= roundoff && size <= roundoff / GradientCheckResult.GoodError ? 0 : difference / size;
                if (worst is null || !(error <= worst.RelativeError))   // so written, NaN counts as the worst
                    worst = new(name, i % parameter.Rows, i / parameter.Rows, a, numeric, error);
            }
            return new(name, count, kinks, worst);

            double LossAt(int i, double step, Pass<double> pass)
            {
                double w = parameter.AsSpan()[i];
                parameter.AsSpan()[i] = w + step;
                network.Forward(X, pass);
                parameter.AsSpan()[i] = w;
                return loss.Value(pass.Output, Y);
            }
        }
    }

    private static bool CrossesAKink(Mlp<double> network, Pass<double> low, Pass<double> high)
    {
        for (int l = 0; l < network.Layers.Count; l++)
        {
            if (network.Layers[l].Activation != Activation.Relu)
                continue;
            ReadOnlySpan<double> below = low.Preactivations[l].AsSpan(), above = high.Preactivations[l].AsSpan();
            for (int i = 0; i < below.Length; i++)
                if (below[i] > 0 != above[i] > 0)
                    return true;
        }
        return false;
    }
}
