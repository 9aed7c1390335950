using System.Numerics;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;

namespace NeuralNotebooks.Course.Tests;

public class FmaPeakTests
{
    [Theory]
    [Cases(0, 1, 10, 1_000)]
    public void The_loop_does_each_iteration_on_every_width(int iterations)
    {
        // Each of the 16 sums starts at 1, so after n iterations s ← ½ s + 1 it is 2 − 2⁻ⁿ. Except on Arm64, the loop
        // leaves out the last four, which stay 1. The result is s₀ s₁ + s₂ s₃ + … + s₁₄ s₁₅.
        double s = 2 - Math.Pow(2, -iterations), expected = 6 * s * s + 2 * (AdvSimd.Arm64.IsSupported ? s * s : 1);

        Assert.Equal(expected, Loop<Simd128<double>, Vector128<double>, double>(iterations), 12);
        Assert.Equal(expected, Loop<Simd256<double>, Vector256<double>, double>(iterations), 12);
        Assert.Equal(expected, Loop<Simd512<double>, Vector512<double>, double>(iterations), 12);
        Assert.Equal(expected, Loop<Simd512<float>, Vector512<float>, float>(iterations), 3);
    }

    private static T Loop<TSimd, TVector, T>(long iterations)
        where TSimd : ISimd<TVector, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T sum = T.Zero;
        FmaPeak.Loop<T>.Run<TSimd, TVector>(new(iterations, ref sum));
        return sum;
    }

    [Fact]
    public void An_iteration_is_a_multiply_and_an_add_in_each_lane_of_every_sum()
    {
        int sums = AdvSimd.Arm64.IsSupported ? 16 : 12;   // Arm64 starts four multiply-adds in a cycle, others two
        int width = Vector512.IsHardwareAccelerated ? 16 : Vector256.IsHardwareAccelerated ? 8 : 4;

        Assert.Equal(2 * sums * width, FmaPeak.OperationsPerIteration<float>());
        Assert.Equal(2 * sums * (width / 2), FmaPeak.OperationsPerIteration<double>());
    }

    [Fact]
    public void The_peak_is_a_number_of_operations_per_second() => Assert.True(Measure.PeakRate<float>() > 1e6);

    [Fact]
    public void The_peak_is_measured_for_float_and_double() => Fails.With<NotSupportedException>(
        "The peak is measured for float or double; Half is neither.", () => Measure.PeakRate<Half>());
}
