namespace NeuralNotebooks.Tests.Matrices;

public class ElementwiseTests
{
    [Fact]
    public void Functions_of_a_matrix_are_those_of_its_entries() =>
        Prop.ForAll(MatrixTests.Matrices(), Z =>
        {
            Matrix.Exp(Z).ShouldBeCloseTo(Z.Map(Math.Exp), 1e-13);
            Matrix.Sigmoid(Z).ShouldBeCloseTo(Z.Map(z => 1 / (1 + Math.Exp(-z))), 1e-15);
            Matrix.Tanh(Z).ShouldBeCloseTo(Z.Map(Math.Tanh), 1e-15);
            Matrix.Relu(Z).ShouldEqual(Z.Map(z => z > 0 ? z : 0));
            Matrix.Log(Matrix.Exp(Z)).ShouldBeCloseTo(Z, 1e-13);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [Cases(
        double.NegativeInfinity, 0, double.NaN, 0, -1,
        double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity, 1, 1,
        double.NaN, double.NaN, double.NaN, double.NaN, double.NaN,
        0, 1, double.NegativeInfinity, 0.5, 0,
        -1e-320, 1, double.NaN, 0.5, -1e-320,
        1e300, double.PositiveInfinity, 690.77552789821368, 1, 1,
        -1e300, 0, double.NaN, 0, -1,
        -744, 1e-323, double.NaN, 1e-323, -1)]
    public void Values_at_the_edges_are_those_of_the_limits(
        double x, double exp, double log, double sigmoid, double tanh)
    {
        Matrix<double> X = Matrix.Row(x);
        Assert.Equal(
            (exp, log, sigmoid, tanh),
            (Matrix.Exp(X)[0, 0], Matrix.Log(X)[0, 0], Matrix.Sigmoid(X)[0, 0], Matrix.Tanh(X)[0, 0]));
        Assert.Equal((float)exp, Matrix.Exp(Matrix.Row((float)x))[0, 0]);
    }

    [Fact]
    public void Zero_keeps_its_sign_in_tanh_and_loses_it_in_relu()
    {
        Assert.True(double.IsNegative(Matrix.Tanh(Matrix.Row(-0.0))[0, 0]));
        Assert.False(double.IsNegative(Matrix.Relu(Matrix.Row(-0.0))[0, 0]));
    }
}
