using System.Runtime.Intrinsics;

namespace NeuralNotebooks.Tests.Matrices;

public class LaneTests
{
    [Fact]
    public void Each_entry_of_a_span_is_what_it_is_alone_and_registers_of_every_width_give_the_same_bits()
    {
        Check<Exponential>();
        Check<Logarithm>();
        Check<Sigmoid>();
        Check<HyperbolicTangent>();
        Check<Rectifier>();

        static void Check<TFunction>()
            where TFunction : struct, ILaneFunction
        {
            foreach (int length in (int[])[.. Enumerable.Range(0, 70), 515, 1031])
            {
                CheckAlone<TFunction, float>(length);
                CheckAlone<TFunction, double>(length);
            }
            CheckWidths<TFunction, float>();
            CheckWidths<TFunction, double>();
        }
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

    private static void CheckAlone<TFunction, T>(int length)
        where TFunction : struct, ILaneFunction
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // The span begins at several offsets in a cache line; the entries before and after it must not change.
        T[] source = Arguments<T>(length), alone = new T[length];
        for (int i = 0; i < length; i++)
            LaneLoop.Map<TFunction, T>(source.AsSpan(i, 1), alone.AsSpan(i, 1));
        for (int offset = 0; offset < (length < 64 ? 3 : 17); offset++)
        {
            T[] around = new T[length + 20];
            Array.Fill(around, T.One);
            Span<T> part = around.AsSpan(offset, length);
            LaneLoop.Map<TFunction, T>(source, part);
            Assert.Equal(alone, part.ToArray());
            Assert.All(around[..offset], x => Assert.Equal(T.One, x));
            Assert.All(around[(offset + length)..], x => Assert.Equal(T.One, x));

            source.CopyTo(part);
            LaneLoop.Map<TFunction, T>(part, part);
            Assert.Equal(alone, part.ToArray());
        }
    }

    private static void CheckWidths<TFunction, T>()
        where TFunction : struct, ILaneFunction
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
            LaneLoop.MapWork<TFunction, T>.Run<TSimd, TVector>(new(source, result));
            return result;
        }
    }

    // From about −101, where exp is tiny, to 101.
    private static T[] Arguments<T>(int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            [.. Enumerable.Range(0, count).Select(i => T.CreateChecked((i * 37 % 331 - 165) * 0.613))];
}
