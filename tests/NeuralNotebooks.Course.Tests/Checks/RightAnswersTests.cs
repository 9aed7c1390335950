using S = NeuralNotebooks.Matrix<float>;

namespace NeuralNotebooks.Course.Tests;

/// <summary>Right answers that are computed in another way than in the check: by the library, by a circuit, by another
/// algorithm, in single precision where terms cancel, in place. Notebooks.Tests runs the solutions of the notebooks and
/// of the assignments. Another order of operations only changes the rounding, which <see cref="MistakesTests"/> tries
/// in every check.</summary>
public class RightAnswersTests
{
    private static readonly Dictionary<string, Func<Verdict>> _answers = new()
    {
        ["the logistic loss by the library, with slopes by both forms of σ"] = () => Check.LogisticLoss((s, y) =>
            (new BinaryCrossEntropy<double>().Value(s, y), Each(s, y, (s, y) =>
                s >= 0 ? 1 / (1 + Math.Exp(-s)) - y : Math.Exp(s) / (1 + Math.Exp(s)) - y) / s.Columns)),
        ["the logistic loss in the form of the course, with slopes by tanh"] = () => Check.LogisticLoss((s, y) =>
            (Each(s, y, (s, y) => Math.Max(s, 0) - y * s + double.LogP1(Math.Exp(-Math.Abs(s)))).Mean(),
                Each(s, y, (s, y) => 0.5 + 0.5 * Math.Tanh(s / 2) - y) / s.Columns)),
        ["the cross-entropy by a logarithm of a sum of powers"] = () => Check.CrossEntropy((s, y) =>
            Each(s, y, (s, y) => (1 - y) * s + Math.Max(-s, 0)
                + Math.Log(Math.Exp(-Math.Max(-s, 0)) + Math.Exp(-Math.Max(s, 0)))).Mean()),

        ["the output layer in single precision"] = () => Check.OutputLayer((yHat, y, A) =>
            OfLayer(1f / y.Columns * (yHat.To<float>() - y.To<float>()), A.To<float>())),
        ["the first layer in single precision"] = () => Check.FirstLayerGradients((dOa, W2, Ha, X) =>
        {
            S on = Ha.To<float>().Map(z => z > 0 ? 1f : 0);
            return OfLayer((W2.To<float>().T * dOa.To<float>()).Hadamard(on), X.To<float>());
        }),
        ["the better model by a sum of squares"] = () => Check.Better((first, second) =>
        {
            int n = first.Length;
            double[] gains = [.. second.Zip(first, (s, f) => s - f)];
            double sum = gains.Sum(), squares = gains.Sum(gain => gain * gain);
            double variance = Math.Max(0, squares - sum * sum / n) / (n - 1);
            double ofTheSum = Math.Sqrt(variance * (n + n * n / 4.0));
            return sum > 2 * ofTheSum ? 2 : sum < -2 * ofTheSum ? 1 : 0;
        }),
        ["gradient descent by the library"] = () => Check.GradientDescent((steps, alpha, W1, b1, w2, b2) =>
        {
            var start = TwoLayerBatch.OfTheNotebook();
            Dataset<double> batch = new(start.X, start.Y);
            Mlp<double> network = new([new(W1, b1, Activation.Sigmoid), new(w2, b2, Activation.Identity)]);
            HalfSquaredError<double> loss = new();
            Trainer.Fit(network, batch, loss, new GradientDescent<double>(alpha),
                new() { Epochs = steps, BatchSize = 3 });
            return Metrics.Evaluate(network, batch, loss).Loss;
        }),
        ["an epoch by the library"] = () => Check.Epoch((W, b, data, order, size, α) =>
        {
            Mlp<double> layer = new([new(W.Copy(), b.Copy(), Activation.Identity)]);
            GradientDescent<double> descent = new(α);
            SoftmaxCrossEntropy<double> loss = new();
            foreach (int[] batch in order.Chunk(size))
            {
                Dataset<double> part = data.Select(batch);
                M slopes = Matrix.Zeros<double>(3, batch.Length);
                loss.Gradient(layer.Forward(part.Features), part.Targets, slopes);
                layer.Backward(slopes);
                descent.Step(layer);
            }
            return (layer.Layers[0].Weights, layer.Layers[0].Biases);
        }),
        ["the largest stable rate by power iteration"] = () => Check.LargestStableRate((a, b, c) =>
        {
            // Multiply a vector by the matrix until only the steepest direction is left.
            double x = 1, y = 0.3, length = 1;
            for (int i = 0; i < 200; i++)
            {
                (x, y) = (a * x + b * y, b * x + c * y);
                length = Math.Sqrt(x * x + y * y);
                (x, y) = (x / length, y / length);
            }
            return 2 / (float)length;
        }),

        ["early stopping by the distance to the best epoch"] = () => Check.EarlyStopping((losses, patience) =>
        {
            int best = 1;
            for (int epoch = 2; epoch <= losses.Length && epoch - best <= patience; epoch++)
                best = losses[epoch - 1] < losses[best - 1] ? epoch : best;
            return best;
        }),
        ["a memory that adds up weights"] = () => Check.Memory((β, part) =>
        {
            int n = 0;
            for (double sum = 0, weight = 1 - β; sum < part; weight *= β, n++)
                sum += weight;
            return n;
        }),
        ["a gradient's mistake by the factor that fits best"] = () => Check.GradientMistake((yours, numeric, m) =>
        {
            double factor = yours.Hadamard(numeric).Sum() / numeric.Hadamard(numeric).Sum();
            int found = Array.FindIndex([1, m, 2, -1], code => Math.Abs(factor - code) < 1e-6);
            return found >= 0 && (yours - factor * numeric).Norm() < 1e-6 * yours.Norm() ? found : 4;
        }),
        ["a diagnosis that draws its lines lower"] = () => Diagnosis(rise: 1.1, left: 0.6),
        ["a diagnosis that draws its lines higher"] = () => Diagnosis(rise: 1.3, left: 0.8),
    };

    public static TheoryData<string> Answers => [.. _answers.Keys];

    [Theory]
    [MemberData(nameof(Answers))]
    public void A_right_answer_that_is_computed_in_another_way_is_correct(string answer) =>
        Assert.StartsWith("Correct. ", _answers[answer]().ToString());

    private static (M dW, M db) OfLayer(S δ, S input) => ((δ * input.T).To<double>(), δ.RowSums().To<double>());

    private static M Each(M s, M y, Func<double, double, double> f) =>
        Matrix.Row([.. Enumerable.Range(0, s.Columns).Select(i => f(s[0, i], y[0, i]))]);

    private static Verdict Diagnosis(double rise, double left) => Check.Diagnosis((training, validation) =>
        !(training[^1] < training[0]) ? 1
        : validation[^1] > rise * validation.Min() ? 3
        : training[^1] > left * training[0] ? 2 : 0);
}
