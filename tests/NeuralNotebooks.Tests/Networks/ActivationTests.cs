namespace NeuralNotebooks.Tests;

public sealed class ActivationTests
{
    [Theory]
    [Cases(
        Activation.Identity, 0.7, 0.7, 1,
        Activation.Sigmoid, 0, 0.5, 0.25,
        Activation.Tanh, 0, 0, 1,
        Activation.Relu, 2, 2, 1,
        Activation.Relu, -2, 0, 0,
        Activation.Relu, 0, 0, 0)]
    public void Values_and_slopes_are_those_of_the_formulas(Activation activation, double z, double a, double slope)
    {
        Assert.Equal((a, slope), ValueAndSlope(activation, z));
        (float Value, float Slope) single = ValueAndSlope(activation, (float)z);
        Assert.Equal(((float)a, (float)slope), single);
    }

    [Theory]
    [Cases(Activation.Identity, Activation.Sigmoid, Activation.Tanh, Activation.Relu)]
    public void Slopes_are_those_of_central_differences_NaN_is_not_hidden_and_spans_may_be_empty(Activation activation)
    {
        const double h = 1e-5;
        for (double z = -4.05; z < 4; z += 0.1)
        {
            double numeric =
                (ValueAndSlope(activation, z + h).Value - ValueAndSlope(activation, z - h).Value) / (2 * h);
            Assert.Equal(numeric, ValueAndSlope(activation, z).Slope, 1e-9);
        }
        Assert.True(double.IsNaN(ValueAndSlope(activation, double.NaN).Value));
        activation.Apply<double>([], []);
        activation.MultiplyByDerivative<double>([], []);
    }

    [Theory]
    [Cases(Activation.Sigmoid, 0, 1, Activation.Tanh, -1, 1)]
    public void Saturated_units_neither_overflow_nor_pass_anything_back(Activation activation, double low, double high)
    {
        Assert.Equal((low, 0), ValueAndSlope(activation, -1000.0));
        Assert.Equal((high, 0), ValueAndSlope(activation, 1000.0));
    }

    private static (T Value, T Slope) ValueAndSlope<T>(Activation activation, T z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] a = new T[1], slope = [T.One];
        activation.Apply([z], a);
        activation.MultiplyByDerivative(a, slope);
        return (a[0], slope[0]);
    }
}
