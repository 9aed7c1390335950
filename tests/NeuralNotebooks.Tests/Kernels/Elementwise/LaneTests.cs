using System.Numerics;
using System.Runtime.Intrinsics;

namespace NeuralNotebooks.Tests.Matrices;

/// <summary>An entry's value depends neither on its position nor on its neighbours nor on the register width.</summary>
public class LaneTests
{
    public static TheoryData<string> Functions => ["exp", "log", "sigmoid", "tanh", "relu"];

    [Theory]
    [MemberData(nameof(Functions))]
    public void Each_entry_of_a_span_is_what_it_is_alone(string name)
    {
        foreach (int length in (int[])[.. Enumerable.Range(0, 70), 515, 1031])
        {
            CheckAlone<float>(name, length);
            CheckAlone<double>(name, length);
        }
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void Registers_of_every_width_give_the_same_bits(string name)
    {
        CheckWidths<float>(name);
        CheckWidths<double>(name);
    }

    [Theory]
    [Cases(Activation.Sigmoid, Activation.Tanh, Activation.Relu)]
    public void Each_slope_of_a_span_is_what_it_is_alone(Activation activation)
    {
        for (int length = 0; length < 70; length++)
        {
            float[] a = Arguments<float>(length), δ = [.. Arguments<float>(length + 1).Skip(1)], together = [.. δ];
            activation.MultiplyByDerivative(a, together);
            for (int i = 0; i < length; i++)
            {
                Span<float> alone = [δ[i]];
                activation.MultiplyByDerivative([a[i]], alone);
                Assert.Equal(alone[0], together[i]);
            }
        }
    }

    private static void CheckAlone<T>(string name, int length)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // The span begins at every offset in a cache line; the entries around it must not change.
        T[] source = Arguments<T>(length), alone = new T[length];
        for (int i = 0; i < length; i++)
            Apply(name, source.AsSpan(i, 1), alone.AsSpan(i, 1));
        for (int offset = 0; offset < (length < 64 ? 3 : 17); offset++)
        {
            T[] around = new T[length + 20];
            Array.Fill(around, T.One);
            Span<T> part = around.AsSpan(offset, length);
            Apply<T>(name, source, part);
            Assert.Equal(alone, part.ToArray());
            Assert.All(around[..offset], x => Assert.Equal(T.One, x));
            Assert.All(around[(offset + length)..], x => Assert.Equal(T.One, x));

            source.CopyTo(part);
            Apply<T>(name, part, part);
            Assert.Equal(alone, part.ToArray());
        }
    }

    private static void CheckWidths<T>(string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] source =
        [
            .. Arguments<T>(331),
            T.NaN,
            T.PositiveInfinity,
            T.NegativeInfinity,
            T.Zero,
            T.NegativeZero,
            T.Epsilon,
            -T.Epsilon,
        ];
        T[] narrow = Of<Simd128<T>, Vector128<T>>(),
            wide = Of<Simd256<T>, Vector256<T>>(),
            widest = Of<Simd512<T>, Vector512<T>>();
        Assert.Equal(narrow, wide);
        Assert.Equal(narrow, widest);

        T[] Of<TSimd, TVector>()
            where TSimd : ISimd<TVector, T>
        {
            T[] result = new T[source.Length];
            switch (name)
            {
                case "exp": LaneLoop.MapWork<Exponential, T>.Run<TSimd, TVector>(new(source, result)); break;
                case "log": LaneLoop.MapWork<Logarithm, T>.Run<TSimd, TVector>(new(source, result)); break;
                case "sigmoid": LaneLoop.MapWork<Sigmoid, T>.Run<TSimd, TVector>(new(source, result)); break;
                case "tanh": LaneLoop.MapWork<HyperbolicTangent, T>.Run<TSimd, TVector>(new(source, result)); break;
                default: LaneLoop.MapWork<Rectifier, T>.Run<TSimd, TVector>(new(source, result)); break;
            }
            return result;
        }
    }

    private static void Apply<T>(string name, ReadOnlySpan<T> source, Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        switch (name)
        {
            case "exp": Elementwise.Exp(source, destination); break;
            case "log": Elementwise.Log(source, destination); break;
            case "sigmoid": Elementwise.Sigmoid(source, destination); break;
            case "tanh": Elementwise.Tanh(source, destination); break;
            default: Elementwise.Relu(source, destination); break;
        }
    }

    // From far below 0, where exp is tiny, to far above.
    private static T[] Arguments<T>(int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        [.. Enumerable.Range(0, count).Select(i => T.CreateChecked((i * 37 % 331 - 165) * 0.613))];
}
