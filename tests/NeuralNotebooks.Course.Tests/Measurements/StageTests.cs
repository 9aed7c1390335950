namespace NeuralNotebooks.Course.Tests;

public class StageTests
{
    [Theory]
    [Cases(false, true)]
    public void All_five_stages_compute_the_same_product_also_of_transposed_matrices(bool transposed)
    {
        Matrix<float> A = Matrix.Normal<float>(9, 7, seed: 1), B = Matrix.Normal<float>(7, 5, seed: 2);
        Matrix<float> expected = A * B;
        Stage[] stages = Stage.All;

        Assert.Equal(5, stages.Length);
        Assert.All(stages, stage =>
        {
            Matrix<float> C = Matrix.Zeros<float>(9, 5);
            stage.Multiply(transposed ? A.T : A, transposed ? B.T : B, C, transposed, transposed);
            Assert.True(C.MaxAbsoluteDifference(expected) < 1e-5, stage.Name);
        });
    }

    [Fact]
    public void Speeds_are_operations_by_nanoseconds_in_the_order_of_the_stages_and_NaN_beyond_the_largest_n()
    {
        // 16 operations in a millisecond are 0.000016 GFLOP/s. On a busy machine it takes longer.
        Stage slow = new("slow", (_, _, _, _, _) => Thread.Sleep(1)), fast = new("fast", (_, _, _, _, _) => { });

        double[] speeds =
            Stage.Speeds([fast with { Largest = 1 }, slow, fast with { Largest = 9 }, slow with { Name = "4" }], n: 2);

        Assert.Equal(4, speeds.Length);
        Assert.Equal(double.NaN, speeds[0]);
        Assert.All([speeds[1], speeds[3]], speed => Assert.InRange(speed, 1e-9, 16e-6));
        Assert.True(speeds[2] > 10 * speeds[1]);
    }
}
