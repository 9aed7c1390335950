using S = NeuralNotebooks.Matrix<float>;

namespace NeuralNotebooks.Course.Tests;

/// <summary>Softmax, optimizers, matrices in arrays, and the work on real data.</summary>
public partial class RightAnswersTests
{
    [Fact]
    public void Softmax() =>
        AreRight(
            Check.Softmax(o =>
            {
                double[] powers = [.. o.Select(score => Math.Exp(score - o.Max()))];
                Array.Clear(o);
                return [.. powers.Select(power => power / powers.Sum())];
            }),
            Check.Softmax(o =>
            {
                float[] powers = [.. o.Select(score => MathF.Exp((float)(score - o.Max())))];
                return [.. powers.Select(power => (double)(power / powers.Sum()))];
            })
        );

    [Fact]
    public void The_negative_log_likelihood() =>
        AreRight(
            Check.NegativeLogLikelihood((P, labels) => labels.Select((y, j) => -MathF.Log((float)P[y, j])).Average())
        );

    [Fact]
    public void The_gradients_of_the_first_layer() =>
        AreRight(
            Check.FirstLayerGradients((dOa, W2, Ha, X) =>
            {
                S on = Ha.To<float>().Map(z => z > 0 ? 1f : 0);
                return OfLayer((W2.To<float>().T * dOa.To<float>()).Hadamard(on), X.To<float>());
            })
        );

    [Fact]
    public void A_step_of_stochastic_gradient_descent() =>
        AreRight(
            Check.SgdStep((W1, b1, W2, b2, x, y, η) =>
            {
                Mlp<double> network = WithGradients(W1, b1, W2, b2, x, y);
                M[] moved = [.. new[] { W1, b1, W2, b2 }.Zip(Gradients(network), (θ, g) => θ - η * g)];
                return (moved[0], moved[1], moved[2], moved[3]);
            }),
            Check.SgdStep((W1, b1, W2, b2, x, y, η) =>
            {
                foreach ((M θ, M g) in new[] { W1, b1, W2, b2 }.Zip(Gradients(WithGradients(W1, b1, W2, b2, x, y))))
                    (θ - η * g).CopyTo(θ);
                return (W1, b1, W2, b2);
            })
        );

    /// <summary>By the library's own backward pass, not by the formulas of the check.</summary>
    private static Mlp<double> WithGradients(M W1, M b1, M W2, M b2, M x, M y)
    {
        Mlp<double> network = new([new(W1, b1, Activation.Relu), new(W2, b2, Activation.Identity)]);
        M gradient = Matrix.Zeros<double>(y.Rows, y.Columns);
        new SoftmaxCrossEntropy<double>().Gradient(network.Forward(x), y, gradient);
        network.Backward(gradient);
        return network;
    }

    private static IEnumerable<M> Gradients(Mlp<double> network) =>
        network.Layers.SelectMany(layer => new[] { layer.WeightGradient, layer.BiasGradient });

    [Fact]
    public void The_largest_stable_rate() =>
        AreRight(
            // Power iteration: multiply a vector by the matrix until only the steepest direction is left.
            Check.LargestStableRate((a, b, c) =>
            {
                double x = 1, y = 0.3, length = 1;
                for (int i = 0; i < 200; i++)
                {
                    (x, y) = (a * x + b * y, b * x + c * y);
                    length = Math.Sqrt(x * x + y * y);
                    (x, y) = (x / length, y / length);
                }

                return 2 / (float)length;
            })
        );

    [Fact]
    public void Adam() =>
        AreRight(
            Check.Adam((α, β1, β2, ε) => new Adam<double>(α, β1, β2, ε)),
            Check.Adam((α, β1, β2, ε) => new Counting(α, β1, β2, ε))
        );

    /// <summary>Counts the steps in a field, and moves the correction into the rate.</summary>
    private sealed class Counting(double α, double β1, double β2, double ε) : Optimizer<double>(α, true, true)
    {
        private double _β1t = 1, _β2t = 1;

        protected override void Update(Span<double> w, ReadOnlySpan<double> g, Span<double> V, Span<double> S)
        {
            (_β1t, _β2t) = (_β1t * β1, _β2t * β2);
            double root = Math.Sqrt(1 - _β2t), rate = LearningRate * root / (1 - _β1t);
            for (int i = 0; i < w.Length; i++)
            {
                V[i] += (1 - β1) * (g[i] - V[i]);
                S[i] += (1 - β2) * (g[i] * g[i] - S[i]);
                w[i] -= rate * V[i] / (Math.Sqrt(S[i]) + ε * root);
            }
        }
    }

    [Fact]
    public void Blocks_and_what_they_cost() =>
        AreRight(
            Check.LargestBlock((bytes, each) => (int)Math.Sqrt(bytes / (3 * each))),
            Check.Intensity((m, k, n) => m * n * k / (2.0 * (m * k + k * n + m * n)))
        );

    [Fact]
    public void Stopping() =>
        AreRight(
            Check.EarlyStopping((losses, patience) =>
            {
                int best = 1;
                for (int epoch = 2; epoch <= losses.Length && epoch - best <= patience; epoch++)
                    best = losses[epoch - 1] < losses[best - 1] ? epoch : best;
                return best;
            })
        );

    /// <summary>The formula against signals: a layer of leaky units keeps the mean square that it is given.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(0.2)]
    [InlineData(0.7)]
    public void Weights_of_the_leaky_scale_keep_the_size_of_a_signal(double a)
    {
        double scale = Math.Sqrt(2 / ((1 + a * a) * 200));
        M weights = Matrix.Normal<double>(2000, 200, seed: 1, standardDeviation: scale),
            signal = Matrix.Normal<double>(200, 50, seed: 2);

        M output = (weights * signal).Map(z => z > 0 ? z : a * z);

        Assert.Equal(signal.Hadamard(signal).Mean(), output.Hadamard(output).Mean(), 0.02);
    }
}
