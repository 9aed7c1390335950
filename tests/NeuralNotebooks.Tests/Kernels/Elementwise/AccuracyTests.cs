using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace NeuralNotebooks.Tests.Matrices;

public class AccuracyTests
{
    private delegate void Function<T>(ReadOnlySpan<T> source, Span<T> destination);

    // Every 9973rd of all floats: about 800 of each sign and exponent, including subnormals, infinities and NaN.
    private const int Stride = 9973, Floats = (int)((1L << 32) / Stride);

    private static bool HasMultiplyAdd => Fma.IsSupported || AdvSimd.IsSupported;

    [Fact]
    public void Exp_of_floats_is_that_of_doubles_rounded() => CheckFloats(Elementwise.Exp, Math.Exp, bound: 1.1);

    [Fact]
    public void Log_of_floats_is_that_of_doubles_rounded() => CheckFloats(Elementwise.Log, Math.Log, bound: 1);

    [Fact]
    public void Sigmoid_of_floats_is_that_of_doubles_rounded() =>
        CheckFloats(
            Elementwise.Sigmoid,
            x => x < 0 ? Math.Exp(x) / (1 + Math.Exp(x)) : 1 / (1 + Math.Exp(-x)),
            bound: HasMultiplyAdd ? 1.9 : 2);

    [Fact]
    public void Tanh_of_floats_is_that_of_doubles_rounded() =>
        CheckFloats(Elementwise.Tanh, Math.Tanh, bound: HasMultiplyAdd ? 2 : 2.1);

    [Fact]
    public void Softplus_less_relu_of_floats_is_that_of_doubles_rounded() => CheckFloats(
        LaneLoop.Map<SoftplusMinusRelu, float>,
        x =>
        {
            double e = Math.Exp(-Math.Abs(x));
            return e < 1e-5 ? e - e * e / 2 + e * e * e / 3 : Math.Log(1 + e);
        },
        bound: 3);

    [Fact]
    public void Exp_of_doubles_is_exact_to_2_places() =>
        CheckDoubles(Elementwise.Exp, ExactFunctions.Exp, Spread(-745, 709.5).Concat(Spread(-1, 1)).Concat(Tiny()));

    [Fact]
    public void Log_of_doubles_is_exact_to_2_places() =>
        CheckDoubles(
            Elementwise.Log,
            ExactFunctions.Log,
            Spread(0.5, 2)
                .Concat(Spread(1 - 1e-6, 1 + 1e-6))
                .Concat(Tiny().Where(x => x > 0))
                .Concat(Spread(-600, 600).Select(x => Math.Exp(x))));

    [Fact]
    public void Sigmoid_of_doubles_is_exact_to_2_places() =>
        CheckDoubles(
            Elementwise.Sigmoid,
            ExactFunctions.Sigmoid,
            Spread(-745, 0).Concat(Spread(-40, 40)).Concat(Spread(-2, 2)).Concat(Tiny()));

    [Fact]
    public void Tanh_of_doubles_is_exact_to_2_places() =>
        CheckDoubles(
            Elementwise.Tanh,
            ExactFunctions.Tanh,
            Spread(-21, 21).Concat(Spread(-1, 1)).Concat(Spread(-1e-3, 1e-3)).Concat(Tiny()));

    private static void CheckFloats(Function<float> function, Func<double, double> exact, double bound)
    {
        float[] x = [.. Enumerable.Range(0, Floats).Select(i => BitConverter.UInt32BitsToSingle((uint)i * Stride))],
            y = new float[Floats];
        function(x, y);
        for (int i = 0; i < Floats; i++)
        {
            double expected = exact(x[i]);
            bool right = float.IsFinite((float)expected)
                ? Math.Abs(y[i] - expected) <= bound * Ulp(expected)
                : y[i].Equals((float)expected);
            Assert.True(right, Invariant($"f({x[i]:R}) is {y[i]:R}, but should be {expected:R}."));
        }
    }

    private static double Ulp(double x) => Math.ScaleB(1, Math.Max(x == 0 ? -149 : Math.ILogB(x) - 23, -149));

    private static void CheckDoubles(
        Function<double> function, Func<double, BigInteger> exact, IEnumerable<double> arguments)
    {
        double[] x = [.. arguments], y = new double[x.Length];
        function(x, y);
        for (int i = 0; i < x.Length; i++)
        {
            double error = ExactFunctions.Ulps(y[i], exact(x[i]));
            Assert.True(
                error <= 2, Invariant($"f({x[i]:R}) is {y[i]:R}, which is {error:F2} places from the exact value."));
        }
    }

    private static IEnumerable<double> Spread(double low, double high)
    {
        const int count = 400;
        return Enumerable.Range(0, count).Select(i => low + (high - low) * (i + 0.37) / count);
    }

    // Positive and negative numbers of all magnitudes, down to the smallest.
    private static IEnumerable<double> Tiny() =>
        Enumerable.Range(1, 107).SelectMany(i => new[] { 1.37, -1.61 }, (i, x) => Math.ScaleB(x, -10 * i));
}
