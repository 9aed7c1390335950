using Descent = System.Func<int, double, NeuralNotebooks.Matrix<double>, NeuralNotebooks.Matrix<double>,
    NeuralNotebooks.Matrix<double>, NeuralNotebooks.Matrix<double>, double>;

namespace NeuralNotebooks.Course.Tests;

public class GradientDescentTests
{
    private static readonly Matrix<double> _x =
        Matrix.Of(new double[,] { { 0, 1, 2 }, { 1, 0, 0 }, { 1, 0, 2 }, { 1, 0, 1 } });
    private static readonly Matrix<double> _y = Matrix.Row(0.5, 5, -4);

    /// <summary>The mutable network of a student's loop.</summary>
    private sealed class Network(Matrix<double> W1, Matrix<double> b1, Matrix<double> w2, Matrix<double> b2)
    {
        public Matrix<double> W1 = W1, B1 = b1, W2 = w2, B2 = b2;

        public Matrix<double> A => (W1 * _x + B1).Map(z => 1 / (1 + Math.Exp(-z)));

        public double Loss
        {
            get
            {
                Matrix<double> e = W2 * A + B2 - _y;
                return e.Hadamard(e).Mean();
            }
        }

        public (Matrix<double> dW1, Matrix<double> db1, Matrix<double> dw2, Matrix<double> db2) Gradients()
        {
            Matrix<double> d2 = 2.0 / 3 * (W2 * A + B2 - _y);
            Matrix<double> d1 = (W2.Transpose() * d2).Hadamard(A).Hadamard(1 - A);
            return (d1 * _x.Transpose(), d1.RowSums(), d2 * A.Transpose(), d2.RowSums());
        }
    }

    /// <summary>A student's loop: what happens in a step, and how many steps there are.</summary>
    private static Descent Loop(Action<Network, double> step, int extraSteps = 0) => (steps, alpha, W1, b1, w2, b2) =>
    {
        var network = new Network(W1, b1, w2, b2);
        for (int i = 0; i < steps + extraSteps; i++)
            step(network, alpha);
        return network.Loss;
    };

    private static void Step(Network n, double W1, double b1, double w2, double b2)
    {
        (Matrix<double> dW1, Matrix<double> db1, Matrix<double> dw2, Matrix<double> db2) = n.Gradients();
        (n.W1, n.B1, n.W2, n.B2) = (n.W1 - W1 * dW1, n.B1 - b1 * db1, n.W2 - w2 * dw2, n.B2 - b2 * db2);
    }

    [Fact]
    public void A_right_loop_is_accepted() =>
        Assert.Equal(VerdictState.Correct, Check.GradientDescent(Loop((n, a) => Step(n, a, a, a, a))).State);

    [Fact]
    public void A_loop_that_diverges_gives_NaN()
    {
        Verdict verdict = Check.GradientDescent((_, _, _, _, _, _) => double.NaN);
        Assert.StartsWith("yours NaN, expected ", verdict.FirstDifference, StringComparison.Ordinal);
    }

    [Fact]
    public void Null_and_other_types_get_a_verdict()
    {
        Assert.Equal(VerdictState.NotYet, Check.GradientDescent(null).State);
        Assert.Equal(VerdictState.CouldNotBeChecked, Check.GradientDescent((int steps) => 0.0).State);
    }
}
