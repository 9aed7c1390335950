using System.Runtime.Intrinsics;

namespace NeuralNotebooks.Course.Tests;

public class ReadBandwidthTests
{
    [Theory]
    [Cases(512, 1024, 4096, 65536)]
    public void The_loop_reads_every_number_once_in_each_pass_on_every_width(int bytes)
    {
        // Small integers: their sums are exact in float, in any order.
        float[] numbers = [.. Enumerable.Range(0, bytes / sizeof(float)).Select(i => (float)(i % 7))];
        float expected = 3 * numbers.Sum();

        Assert.Equal(expected, Sum<Simd128<float>, Vector128<float>>(numbers, passes: 3));
        Assert.Equal(expected, Sum<Simd256<float>, Vector256<float>>(numbers, passes: 3));
        Assert.Equal(expected, Sum<Simd512<float>, Vector512<float>>(numbers, passes: 3));
    }

    private static float Sum<TSimd, TVector>(float[] numbers, long passes)
        where TSimd : ISimd<TVector, float>
    {
        float sum = 0;
        ReadBandwidth.Loop.Run<TSimd, TVector>(new(numbers, passes, ref sum));
        return sum;
    }

    [Fact]
    public void The_bandwidth_is_a_number_of_bytes_per_second()
    {
        // A core reads at least a byte in ten nanoseconds, and at most four registers of 64 bytes in a cycle of 10 GHz.
        Assert.InRange(Measure.ReadRate(4096), 1e8, 4 * 64 * 10e9);
    }

    [Fact]
    public void The_size_is_a_positive_multiple_of_512_bytes()
    {
        Fails.With<ArgumentOutOfRangeException>("bytes ('0')", () => Measure.ReadRate(0));
        Fails.With<ArgumentException>(
            "The number of bytes is 1000; it must be a multiple of 512.", () => Measure.ReadRate(1000));
    }
}
