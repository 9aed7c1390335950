using System.Numerics;
using System.Runtime.Intrinsics.Arm;

namespace NeuralNotebooks.Course;

/// <summary>Measures the peak floating-point rate of this machine in operations per second, an upper bound for every
/// matrix product.</summary>
/// <remarks>A fused multiply-add, a · b + c, counts as two operations. A loop that only executes independent
/// multiply-adds on registers runs at the peak rate. A matrix product also has to load its numbers from memory, so it
/// is slower. The peak depends on the current clock frequency, so compare with a peak that was measured in the same
/// run. S. Williams, A. Waterman, D. Patterson, "Roofline: an insightful visual performance model for multicore
/// architectures", Communications of the ACM 52(4), 2009.</remarks>
internal static class FmaPeak
{
    /// <summary>The number of independent sums in the loop, each in a register.</summary>
    /// <remarks>A multiply-add has a latency of four or five cycles, and two that do not depend on each other can start
    /// in each cycle, so at least ten must be in flight. On Arm64 four can start in each cycle, so sixteen are
    /// used.</remarks>
    private static int Sums => AdvSimd.Arm64.IsSupported ? 16 : 12;

    /// <summary>Iterations whose call takes no noticeable time, and which take some microseconds themselves.</summary>
    private const long Iterations = 10_000;

    private const int Slices = 100;

    /// <summary>Measures the peak, by measurements so short that other programs rarely interrupt one.</summary>
    public static double Measure<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (typeof(T) != typeof(float) && typeof(T) != typeof(double))
            throw new NotSupportedException($"The peak is measured for float or double; {typeof(T).Name} is neither.");
        return Iterations * OperationsPerIteration<T>() / Enumerable.Range(0, Slices).Min(_ =>
            Course.Measure.MeanSeconds(() => Run<T>(Iterations), TimeProvider.System));
    }

    /// <summary>The operations of one iteration: a multiply and an add in each lane of each sum.</summary>
    public static double OperationsPerIteration<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => 2.0 * Sums * WidestRegisters.Lanes<T>();

    public static void Run<T>(long iterations)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T sum = T.Zero;
        WidestRegisters.Run<Loop<T>, Repeats<T>, T>(new(iterations, ref sum));
        Debug.Assert(T.IsFinite(sum), "The sums tend to 2.");
    }

    public readonly ref struct Repeats<T>(long count, ref T sum)
        where T : unmanaged
    {
        public readonly long Count = count;
        public readonly ref T Sum = ref sum;
    }

    /// <summary>s ← ½ s + 1 in every lane of every sum. The sums tend to 2, so they cannot overflow or become
    /// subnormal; subnormal numbers can be slower.</summary>
    public readonly struct Loop<T> : IVectorWork<Repeats<T>, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // Optimized from the first call: otherwise unoptimized code (tier 0) would be measured.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public static void Run<TSimd, TVector>(in Repeats<T> iterations)
            where TSimd : ISimd<TVector, T>
        {
            TVector half = TSimd.Constant(0.5f, 0.5), one = TSimd.Broadcast(T.One);
            TVector s0 = one, s1 = one, s2 = one, s3 = one, s4 = one, s5 = one, s6 = one, s7 = one;
            TVector s8 = one, s9 = one, s10 = one, s11 = one, s12 = one, s13 = one, s14 = one, s15 = one;
            for (long i = 0; i < iterations.Count; i++)
            {
                s0 = TSimd.MultiplyAdd(s0, half, one);
                s1 = TSimd.MultiplyAdd(s1, half, one);
                s2 = TSimd.MultiplyAdd(s2, half, one);
                s3 = TSimd.MultiplyAdd(s3, half, one);
                s4 = TSimd.MultiplyAdd(s4, half, one);
                s5 = TSimd.MultiplyAdd(s5, half, one);
                s6 = TSimd.MultiplyAdd(s6, half, one);
                s7 = TSimd.MultiplyAdd(s7, half, one);
                s8 = TSimd.MultiplyAdd(s8, half, one);
                s9 = TSimd.MultiplyAdd(s9, half, one);
                s10 = TSimd.MultiplyAdd(s10, half, one);
                s11 = TSimd.MultiplyAdd(s11, half, one);
                if (AdvSimd.Arm64.IsSupported)
                {
                    s12 = TSimd.MultiplyAdd(s12, half, one);
                    s13 = TSimd.MultiplyAdd(s13, half, one);
                    s14 = TSimd.MultiplyAdd(s14, half, one);
                    s15 = TSimd.MultiplyAdd(s15, half, one);
                }
            }
            // All sums must be used, or the compiler could eliminate the loop.
            TVector sum = TSimd.MultiplyAdd(s0, s1, TSimd.MultiplyAdd(s2, s3, TSimd.Multiply(s4, s5)));
            sum = TSimd.MultiplyAdd(s6, s7, TSimd.MultiplyAdd(s8, s9, TSimd.MultiplyAdd(s10, s11, sum)));
            sum = TSimd.MultiplyAdd(s12, s13, TSimd.MultiplyAdd(s14, s15, sum));
            iterations.Sum = TSimd.Sum(sum) / T.CreateChecked(TSimd.Width);
        }
    }
}
