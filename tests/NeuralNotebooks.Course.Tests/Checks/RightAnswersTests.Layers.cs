using S = NeuralNotebooks.Matrix<float>;

namespace NeuralNotebooks.Course.Tests;

/// <summary>Backpropagation through layers, in the course's form and in those of the lecture notes.</summary>
public partial class RightAnswersTests
{
    [Fact]
    public void The_translation_of_w() =>
        AreRight(Check.Translation((w, A) => (w.To<float>().T * A.To<float>()).To<double>()));

    [Fact]
    public void The_output_layer() =>
        AreRight(
            Check.OutputLayer((yHat, y, A) =>
                OfLayer(2f / y.Columns * (yHat.To<float>() - y.To<float>()), A.To<float>()))
        );

    [Fact]
    public void The_hidden_layer() =>
        AreRight(
            Check.HiddenLayer((d, w, A, X) =>
            {
                S a = A.To<float>(), δ = (w.To<float>().T * d.To<float>()).Hadamard(a).Hadamard(1 - a);
                (M dW, M db) = OfLayer(δ, X.To<float>());
                return (δ.To<double>(), dW, db);
            })
        );

    [Fact]
    public void Gradient_descent() =>
        AreRight(Check.GradientDescent(Descend<double>), Check.GradientDescent(Descend<float>));

    /// <summary>By the library.</summary>
    private static double Descend<T>(int steps, double alpha, M W1, M b1, M w2, M b2)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        var start = TwoLayerBatch.OfTheNotebook();
        Dataset<T> batch = new(start.X.To<T>(), start.Y.To<T>());
        Mlp<T> network = new([new(W1.To<T>(), b1.To<T>(), Activation.Sigmoid),
            new(w2.To<T>(), b2.To<T>(), Activation.Identity)]);
        MeanSquaredError<T> loss = new();
        Trainer.Fit(network, batch, loss, new GradientDescent<T>(T.CreateChecked(alpha)), epochs: steps, batchSize: 3);
        return Metrics.Evaluate(network, batch, loss).Loss;
    }

    [Fact]
    public void A_step_back() =>
        AreRight(
            Check.BackwardStep((d, W, Z, A, slope) =>
                (W.To<float>().T * d.To<float>()).Hadamard(slope(Z).To<float>()).To<double>())
        );

    [Fact]
    public void A_backward_pass() =>
        AreRight(
            Check.BackwardPass(Learn),
        Check.RepairedPass(Learn),
            Check.BackwardPass((W, b, A, G, y, alpha) =>
            {
                (M[] newW, M[] newB) = Learn(W, b, A, G, y, alpha);
                for (int l = 1; l < W.Length; l++)
                {
                    newW[l].CopyTo(W[l]);
                    newB[l].CopyTo(b[l]);
                }

                return (W, b);
            }),
            // By the library, layer after layer.
            Check.BackwardPass((W, b, A, G, y, alpha) =>
            {
                (M[] newW, M[] newB) = ([.. W], [.. b]);
                M arriving = Matrix.Zeros<double>(y.Rows, y.Columns);
                new HalfSquaredError<double>().Gradient(A[^1], y, arriving);
                for (int l = W.Length - 1; l >= 1; l--)
                {
                    Mlp<double> layer = new([new Dense<double>(W[l], b[l], Activation.Identity)]);
                    layer.Forward(A[l - 1]);
                    arriving = layer.Backward(arriving.Hadamard(G[l]));
                    newW[l] = W[l] - alpha * layer.Layers[0].WeightGradient;
                    newB[l] = b[l] - alpha * layer.Layers[0].BiasGradient;
                }

                return (newW, newB);
            })
        );

    [Fact]
    public void The_gradient_of_a_unit() =>
        AreRight(
            Check.UnitGradient((u, next, w, z, slope) =>
                (float)(slope(z[u]) * (w.T * Matrix.Column(next))[u, 0]))
        );

    [Fact]
    public void Examples_in_rows() =>
        AreRight(
            Check.RowsAsExamples((d, X) =>
                d.T / d.Rows is var δ ? (δ, δ * X, δ * Matrix.Ones<double>(d.Rows, 1)) : default)
        );

    /// <summary>One step on W and b, as notebook 04 asks for it.</summary>
    internal static (M[] W, M[] b) Learn(M[] W, M[] b, M[] A, M[] G, M y, double alpha)
    {
        (M[] newW, M[] newB) = ([.. W], [.. b]);
        M δ = 1.0 / y.Columns * G[^1].Hadamard(A[^1] - y);
        for (int l = W.Length - 1; l >= 1; l--)
        {
            newW[l] = W[l] - alpha * (δ * A[l - 1].T);
            newB[l] = b[l] - alpha * (δ * Matrix.Ones<double>(y.Columns, 1));
            δ = l > 1 ? (W[l].T * δ).Hadamard(G[l - 1]) : δ;
        }

        return (newW, newB);
    }

    private static (M dW, M db) OfLayer(S δ, S input) =>
        ((δ * input.T).To<double>(), δ.RowSums().To<double>());
}
