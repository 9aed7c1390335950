using FsCheck;
using FsCheck.Fluent;

namespace NeuralNotebooks.Tests.Scalars;

/// <summary>The derivative of every gate against central differences, (f(x + h) − f(x − h)) / 2h.</summary>
public class GateTests
{
    private const double H = 1e-5;

    // Inputs away from kinks, poles and overflow, and in any order of size.
    public static TheoryData<string, double, double> Gates =>
        new()
        {
            { "sum", -3, 3 },
            { "difference", -3, 3 },
            { "negation", -3, 3 },
            { "product", -3, 3 },
            { "quotient", 0.3, 3 },
            { "max", -3, 3 },
            { "min", -3, 3 },
            { "sigmoid", -6, 6 },
            { "relu", -3, 3 },
            { "tanh", -3, 3 },
            { "exp", -3, 3 },
            { "log", 0.1, 5 },
            { "power 3", -3, 3 },
            { "power -2", 0.3, 3 },
            { "power 0.5", 0.1, 3 },
            { "power 0", -3, 3 },
        };

    [Theory]
    [MemberData(nameof(Gates))]
    public void The_gradient_equals_the_central_difference(string name, double low, double high)
    {
        int inputs = name is "sum" or "product" or "max" or "min" ? 4 : name is "difference" or "quotient" ? 2 : 1;
        Gen<double> input = Gen.Choose(0, 1_000_000).Select(i => low + (high - low) * i / 1_000_000);
        var points = input.ArrayOf(inputs).Where(x => AwayFromKinks(name, x)).ToArbitrary();

        Prop.ForAll(
                points,
                x =>
                {
                    Value[] values = [.. x.Select(number => new Value(number))];
                    Value.Of(Named(name), values).Backward();
                    for (int i = 0; i < x.Length; i++)
                    {
                        double numeric = (Forward(name, x, i, H) - Forward(name, x, i, -H)) / (2 * H);
                        double analytic = values[i].Gradient;
                        double error = Math.Abs(analytic - numeric) / Math.Max(1, Math.Abs(analytic));
                        Assert.True(
                            error < 1e-7,
                            FormattableString.Invariant(
                                $"{name}({string.Join(", ", x)}), input {i}: {analytic}, numerically {numeric}"
                            )
                        );
                    }
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_quotient_is_a_product_with_a_reciprocal()
    {
        Value a = new(6), b = new(-1.5), c = new(6), d = new(-1.5);
        Value quotient = a / b, product = c * Value.Pow(d, -1);
        quotient.Backward();
        product.Backward();
        Assert.Equal(product.Data, quotient.Data);
        Assert.Equal((c.Gradient, d.Gradient), (a.Gradient, b.Gradient));
    }

    [Fact]
    public void The_power_zero_is_constant_at_zero_too()
    {
        Value x = new(0);
        Value.Pow(x, 0).Backward();
        Assert.Equal(0, x.Gradient);
    }

    [Fact]
    public void A_saturated_sigmoid_stays_finite()
    {
        Assert.Equal(1, Value.Sigmoid(1000).Data);
        Assert.Equal(0, Value.Sigmoid(-1000).Data);
    }

    private static double Forward(string name, double[] x, int input, double step)
    {
        double[] nudged = [.. x];
        nudged[input] += step;
        return Named(name).Forward(nudged);
    }

    private static bool AwayFromKinks(string name, double[] x) => name switch
    {
        "max" or "min" => x.Order().Zip(x.Order().Skip(1)).All(pair => pair.Second - pair.First > 2 * H),
        "relu" => Math.Abs(x[0]) > 2 * H,
        _ => true,
    };

    private static Gate Named(string name) => name switch
    {
        "sum" => Gate.Sum,
        "difference" => Gate.Difference,
        "negation" => Gate.Negation,
        "product" => Gate.Product,
        "quotient" => Gate.Quotient,
        "max" => Gate.Max,
        "min" => Gate.Min,
        "sigmoid" => Gate.Sigmoid,
        "relu" => Gate.Relu,
        "tanh" => Gate.Tanh,
        "exp" => Gate.Exp,
        "log" => Gate.Log,
        _ => Gate.Power(double.Parse(name.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture)),
    };
}
