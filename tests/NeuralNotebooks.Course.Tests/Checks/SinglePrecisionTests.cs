using M = NeuralNotebooks.Matrix<float>;

namespace NeuralNotebooks.Course.Tests;

/// <summary>An answer computed in <c>float</c> and converted is right as well.</summary>
public class SinglePrecisionTests
{
    private static readonly M _x = Matrix.Of(new float[,] { { 0, 1, 2 }, { 1, 0, 0 }, { 1, 0, 2 }, { 1, 0, 1 } });
    private static readonly M _y = Matrix.Row(0.5f, 5, -4);

    private static void AssertCorrect(Verdict verdict) => Assert.True(verdict.IsCorrect, verdict.ToString());

    [Fact]
    public void The_output_layer() => AssertCorrect(Check.OutputLayer((yHat, y, A) =>
    {
        M delta2 = 2f / y.Columns * (yHat.To<float>() - y.To<float>());
        return ((delta2 * A.To<float>().Transpose()).To<double>(), delta2.RowSums().To<double>());
    }));

    [Fact]
    public void The_hidden_layer() => AssertCorrect(Check.HiddenLayer((delta2, w2, A, X) =>
    {
        M a = A.To<float>(), delta1 = (w2.To<float>().Transpose() * delta2.To<float>()).Hadamard(a).Hadamard(1 - a);
        return (delta1.To<double>(), (delta1 * X.To<float>().Transpose()).To<double>(), delta1.RowSums().To<double>());
    }));

    [Fact]
    public void Thirty_steps_of_gradient_descent() =>
        AssertCorrect(Check.GradientDescent((steps, alpha, W1, b1, w2, b2) =>
    {
        (M W1, M b1, M w2, M b2) θ = (W1.To<float>(), b1.To<float>(), w2.To<float>(), b2.To<float>());
        float α = (float)alpha;
        for (int step = 0; step < steps; step++)
        {
            M A = Matrix.Sigmoid(θ.W1 * _x + θ.b1), delta2 = 2f / 3 * (θ.w2 * A + θ.b2 - _y);
            M delta1 = (θ.w2.Transpose() * delta2).Hadamard(A).Hadamard(1 - A);
            θ = (θ.W1 - α * (delta1 * _x.Transpose()), θ.b1 - α * delta1.RowSums(), θ.w2 - α * (delta2 * A.Transpose()),
                θ.b2 - α * delta2.RowSums());
        }
        M error = θ.w2 * Matrix.Sigmoid(θ.W1 * _x + θ.b1) + θ.b2 - _y;
        return error.Hadamard(error).Sum() / 3;
    }));

    [Fact]
    public void Softmax() => AssertCorrect(Check.Softmax(o =>
    {
        float[] e = [.. o.Select(score => MathF.Exp((float)(score - o.Max())))];
        return [.. e.Select(power => (double)(power / e.Sum()))];
    }));

    [Fact]
    public void The_mean_loss() =>
        AssertCorrect(Check.NegativeLogLikelihood((P, labels) =>
        labels.Select((label, j) => -MathF.Log((float)P[label, j])).Average()));

    [Fact]
    public void The_first_layer() => AssertCorrect(Check.FirstLayerGradients((dOa, W2, Ha, X) =>
    {
        M dHa = (W2.To<float>().Transpose() * dOa.To<float>()).Hadamard(Ha.To<float>().Map(z => z > 0 ? 1f : 0));
        return ((dHa * X.To<float>().Transpose()).To<double>(), dHa.RowSums().To<double>());
    }));
}
