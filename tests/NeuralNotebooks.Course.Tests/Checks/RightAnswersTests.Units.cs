namespace NeuralNotebooks.Course.Tests;

/// <summary>Gates, and units without a hidden layer.</summary>
public partial class RightAnswersTests
{
    [Fact]
    public void The_product_gate() =>
        AreRight(
            Check.ProductGate((x, y, w, dz) =>
            {
                Value vx = x, vy = y, vw = w;
                (vx * vy * vw * dz).Backward();
                return (vx.Gradient, vy.Gradient, vw.Gradient);
            })
        );

    [Fact]
    public void Two_paths() =>
        AreRight(
            Check.TwoPaths((x, y, z) =>
            {
                Value vx = x, vy = y, vz = z, L = vx * vy * (vx + vz);
                L.Backward();
                return (L.Data, vx.Gradient, vy.Gradient, vz.Gradient);
            })
        );

    [Fact]
    public void The_max_gate() =>
        AreRight(
            Check.MaxGate((x, dz) =>
            {
                (double best, int winner) = (double.NegativeInfinity, -1);
                for (int i = 0; i < x.Length; i++)
                    if (x[i] > best)
                        (best, winner) = (x[i], i);
                double[] dx = new double[x.Length];
                dx[winner] = dz;
                return dx;
            }),
            Check.MaxGate((x, dz) =>
            {
                Value[] inputs = [.. x.Select(v => new Value(v))];
                (Value.Max(inputs) * dz).Backward();
                return [.. inputs.Select(v => v.Gradient)];
            })
        );

    [Fact]
    public void The_sigmoid_gate() =>
        AreRight(
            Check.SigmoidGate((z, dz) =>
            {
                Value x = Math.Log(z / (1 - z)); // σ(x) = z
                (Value.Sigmoid(x) * dz).Backward();
                return x.Gradient;
            })
        );

    [Fact]
    public void Any_gate_and_any_gradient() =>
        AreRight(
            Check.Gate(x => x[0] * x[1], (x, dz) => [dz * x[1], dz * x[0]], [3, -1], [0, 5], [-2, 0.5]),
            Check.Gate(
                x => Math.Max(x[0], Math.Max(x[1], x[2])),
                (x, dz) => [.. x.Select(v => v == x.Max() ? dz : 0)],
                [1, 7, -3],
                [-1, -2, -5]
            ),
            Check.Gradients(("∂f/∂W", W => W.Hadamard(W).Sum(), Matrix.Row(1, -2), () => Matrix.Row(2, -4)))
        );

    [Fact]
    public void The_gradient_of_the_squared_error() =>
        AreRight(
            Check.SquaredErrorGradient((w, b, X, y) =>
                (
                    ((w * X + b - y) * X.T).Map(slope => slope / X.Columns),
                    Matrix.Column((w * X + b - y).Mean())
                ))
        );

    [Fact]
    public void The_logistic_loss_in_every_stable_form() =>
        AreRight(
            Check.LogisticLoss((s, y) => (new BinaryCrossEntropy<double>().Value(s, y), Each(s, y, Slope) / s.Columns)),
            Check.LogisticLoss((s, y) =>
                (
                    Each(s, y, (s, y) => Math.Max(s, 0) - y * s + double.LogP1(Math.Exp(-Math.Abs(s)))).Mean(),
                    Each(s, y, (s, y) => 0.5 + 0.5 * Math.Tanh(s / 2) - y) / s.Columns
                )),
            Check.CrossEntropy((s, y) =>
                Each(s, y, (s, y) =>
                    (1 - y) * s + Math.Max(-s, 0) + Math.Log(Math.Exp(-Math.Max(-s, 0)) + Math.Exp(-Math.Max(s, 0))))
                    .Mean())
        );

    [Fact]
    public void Descent_on_the_logistic_loss() =>
        AreRight(
            Check.LogisticDescent((w, b, x, y, alpha, steps) =>
            {
                for (int step = 0; step < steps; step++)
                {
                    (double dw, double db) = (0, 0);
                    for (int i = 0; i < x.Columns; i++)
                    {
                        double e = y[0, i] - 1 / (1 + Math.Exp(-(w * x[0, i] + b)));
                        dw -= e * x[0, i] / x.Columns;
                        db -= e / x.Columns;
                    }

                    (w, b) = (w - alpha * dw, b - (float)alpha * db);
                }

                return (w, b);
            })
        );

    [Fact]
    public void The_boundary() =>
        AreRight(
            Check.BoundaryInCentimetres((w, b, μ, σ) => -(b - w * μ / σ) / (w / σ))
        );

    private static double Slope(double s, double y) =>
        s >= 0 ? 1 / (1 + Math.Exp(-s)) - y : Math.Exp(s) / (1 + Math.Exp(s)) - y;

    private static M Each(M s, M y, Func<double, double, double> f) =>
        Matrix.Row([.. Enumerable.Range(0, s.Columns).Select(i => f(s[0, i], y[0, i]))]);
}
