using FsCheck;
using FsCheck.Fluent;

namespace NeuralNotebooks.Tests.Matrices;

public class ElementwiseTests
{
    [Fact]
    public void Functions_of_a_matrix_are_those_of_its_entries() =>
        Prop.ForAll(MatrixTests.Matrices(), Z =>
        {
            Assert.True(Matrix.Exp(Z).IsCloseTo(Z.Map(Math.Exp), 1e-13));
            Assert.True(Matrix.Sigmoid(Z).IsCloseTo(Z.Map(z => 1 / (1 + Math.Exp(-z))), 1e-15));
            Assert.True(Matrix.Tanh(Z).IsCloseTo(Z.Map(Math.Tanh), 1e-15));
            Assert.Equal(Z.Map(z => z > 0 ? z : 0).ToArray(), Matrix.Relu(Z).ToArray());
            Assert.True(Matrix.Log(Matrix.Exp(Z)).IsCloseTo(Z, 1e-13));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Far_arguments_saturate_and_not_a_number_stays()
    {
        Matrix<float> Z = Matrix.Row(-1000f, 1000f, float.NaN);
        Assert.Equal(new[,] { { 0, 1, float.NaN } }, Matrix.Sigmoid(Z).ToArray());
        Assert.Equal(new[,] { { -1, 1, float.NaN } }, Matrix.Tanh(Z).ToArray());
        Assert.Equal(new[,] { { 0, 1000, float.NaN } }, Matrix.Relu(Z).ToArray());
    }

    [Fact]
    public void Source_and_destination_must_be_as_long_as_each_other() => Assert.Equal(
        "The source has 3 entries and the destination 4: they must be as many.",
        Assert.Throws<ArgumentException>(() => Elementwise.Exp<float>(new float[3], new float[4])).Message);
}
