namespace NeuralNotebooks.Course.Tests;

public class SgdStepCheckTests
{
    [Fact]
    public void Four_updates_are_correct()
    {
        Verdict verdict = Judge((θ, g, η) => θ - η * g);

        Assert.True(verdict.IsCorrect, verdict.ToString());
    }

    [Fact]
    public void Forgotten_biases_are_named_after_the_weights_are_found_right()
    {
        Verdict verdict = Check.SgdStep((W1, b1, W2, b2, x, y, η) =>
        {
            (Matrix<double> dW1, _, Matrix<double> dW2, _) = Gradients(W1, b1, W2, b2, x, y);
            return (W1 - η * dW1, b1, W2 - η * dW2, b2);
        });

        Assert.Contains("b¹ has not changed", verdict.LikelyMistake, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gradient_of_weights_that_were_changed_before_is_named()
    {
        Verdict verdict = Check.SgdStep((W1, b1, W2, b2, x, y, η) =>
        {
            (_, _, Matrix<double> dW2, Matrix<double> db2) = Gradients(W1, b1, W2, b2, x, y);
            (W2, b2) = (W2 - η * dW2, b2 - η * db2);
            (Matrix<double> dW1, Matrix<double> db1, _, _) = Gradients(W1, b1, W2, b2, x, y);
            return (W1 - η * dW1, b1 - η * db1, W2, b2);
        });

        Assert.Equal(VerdictState.Almost, verdict.State);
        Assert.Contains("after the second layer had been changed", verdict.LikelyMistake, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_layer_changed_too_early_is_named_as_well()
    {
        Verdict verdict = Check.SgdStep((W1, b1, W2, b2, x, y, η) =>
        {
            (Matrix<double> dW1, Matrix<double> db1, _, _) = Gradients(W1, b1, W2, b2, x, y);
            (W1, b1) = (W1 - η * dW1, b1 - η * db1);
            (_, _, Matrix<double> dW2, Matrix<double> db2) = Gradients(W1, b1, W2, b2, x, y);
            return (W1, b1, W2 - η * dW2, b2 - η * db2);
        });

        Assert.Contains("after the first layer had been changed", verdict.LikelyMistake, StringComparison.Ordinal);
    }

    [Fact]
    public void Updating_in_place_is_allowed()
    {
        Verdict verdict = Check.SgdStep((W1, b1, W2, b2, x, y, η) =>
        {
            var g = Gradients(W1, b1, W2, b2, x, y);
            (W1 - η * g.W1).CopyTo(W1);
            (b1 - η * g.B1).CopyTo(b1);
            (W2 - η * g.W2).CopyTo(W2);
            (b2 - η * g.B2).CopyTo(b2);
            return (W1, b1, W2, b2);
        });

        Assert.True(verdict.IsCorrect, verdict.ToString());
    }

    private static Verdict Judge(Func<Matrix<double>, Matrix<double>, double, Matrix<double>> update) =>
        Check.SgdStep((W1, b1, W2, b2, x, y, η) =>
    {
        var g = Gradients(W1, b1, W2, b2, x, y);
        return (update(W1, g.W1, η), update(b1, g.B1, η), update(W2, g.W2, η), update(b2, g.B2, η));
    });

    /// <summary>By the library's own backward pass, not by the formulas of the check.</summary>
    private static (Matrix<double> W1, Matrix<double> B1, Matrix<double> W2, Matrix<double> B2) Gradients(
        Matrix<double> W1, Matrix<double> b1, Matrix<double> W2, Matrix<double> b2, Matrix<double> x, Matrix<double> y)
    {
        var network = new Mlp<double>([new(W1, b1, Activation.Relu), new(W2, b2, Activation.Identity)]);
        Matrix<double> gradient = Matrix.Zeros<double>(y.Rows, y.Columns);
        new SoftmaxCrossEntropy<double>().Gradient(network.Forward(x), y, gradient);
        network.Backward(gradient);
        return (network.Layers[0].WeightGradient, network.Layers[0].BiasGradient, network.Layers[1].WeightGradient,
            network.Layers[1].BiasGradient);
    }
}
