using static NeuralNotebooks.Value;

namespace NeuralNotebooks.Plotting.Tests;

internal static class TestCircuits
{
    public static readonly Dictionary<string, Func<Value>> All = new()
    {
        ["one input"] = () => In(3, "x"),
        ["line through the origin"] = () => (In(2, "w₁") * In(3, "x")).Named("h"),
        ["sum and product"] = SumAndProduct,
        ["used twice"] = UsedTwice,
        ["sigmoid unit"] = () => SigmoidUnit(1),
        ["relu unit"] = () => ReluUnit(-5),
        ["chain"] = () => Chain(8),
        ["fan"] = Fan,
        ["diamond"] = Diamond,
        ["seven products"] = () =>
            Sum(Enumerable.Range(1, 7).Select(i => In(i, $"a{i}") * In(13 - i, $"b{i}"))).Named("L"),
        ["logistic loss"] = LogisticLoss,
        ["network 2-2-1"] = Network,
        ["ties"] = () => { Value a = In(2, "a"); return (a + a) * Max(a, 3, a * a); },
        ["negative share"] = () => { Value x = In(3, "x"); return 3 * x - x; },
        ["square"] = () => { Value x = In(3, "x"); return x * x; },
        ["relu unit at its kink"] = () => ReluUnit(-6),
        ["relu unit that is off"] = () => ReluUnit(-7),
        ["constant below zero"] = () => In(2, "x") * -3,
        ["NaN and infinity"] = () => Log(In(0, "x")) * 0,
        ["wide gate"] = () => Sum(Enumerable.Range(0, 20).Select(i => In(i, $"x{i}"))) * 3,
    };

    public static TheoryData<string> Names => [.. All.Keys];

    public static Value SumAndProduct() => (((In(3, "x") + In(-1, "y")).Named("s")) * In(5, "z")).Named("L");

    public static Value UsedTwice()
    {
        Value x = In(3, "x");
        return ((x + In(-1, "y")) * x).Named("L");
    }

    public static Value SigmoidUnit(double b)
    {
        Value[] w = [In(1, "w₁"), In(-2, "w₂"), In(3, "w₃")], x = [In(4, "x₁"), In(1, "x₂"), In(-1, "x₃")];
        Value z = Sum([.. w.Zip(x, (wi, xi) => wi * xi), In(b, "b")]).Named("z");
        return Value.Sigmoid(z).Named("ŷ");
    }

    public static Value ReluUnit(double b) => Relu(In(2, "x") * In(3, "w") + In(b, "b")).Named("ŷ");

    public static Value Chain(int gates)
    {
        Value x = In(0.5, "x");
        for (int i = 0; i < gates; i++)
            x = i % 2 == 0 ? Tanh(x) : Exp(x);
        return x;
    }

    public static Value Fan()
    {
        Value x = In(0.5, "x");
        return Sum(Enumerable.Range(1, 6).Select(i => i * x));
    }

    public static Value Diamond()
    {
        Value x = In(2, "x"), a = Exp(x).Named("a"), c = Log(x).Named("c");
        return (a * c - x / a).Named("L");
    }

    public static Value LogisticLoss()
    {
        Value y = In(1, "y"), yHat = Value.Sigmoid(In(1.5, "s")).Named("ŷ");
        return (-(y * Log(yHat) + (1 - y) * Log(1 - yHat))).Named("L");
    }

    /// <summary>Two inputs, two tanh units, one output: 24 values.</summary>
    public static Value Network()
    {
        Value[] x = [In(1, "x₁"), In(-2, "x₂")];
        Value Unit(int j) =>
            Tanh(In(0.3 * j, $"u{j}") * x[0] + In(0.5 - 0.2 * j, $"v{j}") * x[1] + In(0.1 * j, $"b{j}"))
            .Named($"h{j}");
        return Sum([.. Enumerable.Range(1, 2).Select(j => In(j - 1.5, $"w{j}") * Unit(j)), In(0.3, "c")]).Named("s");
    }

    public static Value In(double data, string name) => new(data, name);
}
