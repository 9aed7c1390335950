namespace NeuralNotebooks.Tests.Scalars;

public class GateTests
{
    private const double H = 1e-5;

    // Each gate with the range of its inputs, which contains no pole and no overflow.
    public static TheoryData<Gate, double, double> Gates =>
        new()
        {
            { Gate.Sum, -3, 3 },
            { Gate.Difference, -3, 3 },
            { Gate.Negation, -3, 3 },
            { Gate.Product, -3, 3 },
            { Gate.Quotient, 0.3, 3 },
            { Gate.Max, -3, 3 },
            { Gate.Min, -3, 3 },
            { Gate.Sigmoid, -6, 6 },
            { Gate.Relu, -3, 3 },
            { Gate.Tanh, -3, 3 },
            { Gate.Exp, -3, 3 },
            { Gate.Log, 0.1, 5 },
            { Gate.Power(3), -3, 3 },
            { Gate.Power(-2), 0.3, 3 },
            { Gate.Power(0.5), 0.1, 3 },
            { Gate.Power(0), -3, 3 },
        };

    [Theory]
    [MemberData(nameof(Gates))]
    public void The_gradient_equals_the_central_difference(Gate gate, double low, double high)
    {
        string name = gate.Name;
        int inputs = name is "sum" or "product" or "max" or "min" ? 4 : name is "difference" or "quotient" ? 2 : 1;
        Gen<double> input = Gen.Choose(0, 1_000_000).Select(i => low + (high - low) * i / 1_000_000);
        var points = input.ArrayOf(inputs).Where(x => AwayFromKinks(name, x)).ToArbitrary();

        Prop.ForAll(
                points,
                x =>
                {
                    Value[] values = [.. x.Select(number => new Value(number))];
                    Value.Of(gate, values).Backward();
                    for (int i = 0; i < x.Length; i++)
                    {
                        double[] above = [.. x], below = [.. x];
                        (above[i], below[i]) = (x[i] + H, x[i] - H);
                        double numeric = (gate.Forward(above) - gate.Forward(below)) / (2 * H);
                        double analytic = values[i].Gradient;
                        double error = Math.Abs(analytic - numeric) / Math.Max(1, Math.Abs(analytic));
                        Assert.True(
                            error < 1e-7,
                            Invariant($"{name}({string.Join(", ", x)}), input {i}: {analytic}, numerically {numeric}"));
                    }
                })
            .QuickCheckThrowOnFailure();
    }

    private static bool AwayFromKinks(string name, double[] x) => name switch
    {
        "max" or "min" => x.Order().Zip(x.Order().Skip(1)).All(pair => pair.Second - pair.First > 2 * H),
        "relu" => Math.Abs(x[0]) > 2 * H,
        _ => true,
    };
}
