namespace NeuralNotebooks.Course.Tests;

public class FailedRunTests
{
    private static readonly FailedRun[] _runs = FailedRun.OnDigits(Digits(0), Digits(5000));

    private static Dataset<float> Digits(int start) => Mnist.Load().Training.ToDataset<float>(start, 300);

    private static FailedRun Of(string cause) => _runs.Single(run => run.Cause == cause);

    [Fact]
    public void There_are_six_causes_and_each_has_two_curves_of_finite_losses()
    {
        Assert.Equal(6, _runs.Select(run => run.Cause).Distinct().Count());
        Assert.All(_runs, run => Assert.All(run.Training.Concat(run.Validation),
            loss => Assert.True(double.IsFinite(loss), run.Cause)));
        Assert.All(_runs, run => Assert.Equal(run.Training.Length, run.Validation.Length));
    }

    [Fact]
    public void The_curves_of_a_run_begin_at_epoch_1()
    {
        (string Name, double[] X, double[] Y)[] curves =
            [.. new FailedRun("", [3, 2, 1], [5, 4, 6]).Curves
                .Select(curve => (curve.Name, curve.X.ToArray(), curve.Y.ToArray()))];
        Assert.Equal(["training", "validation"], curves.Select(curve => curve.Name));
        Assert.All(curves, curve => Assert.Equal([1, 2, 3], curve.X));
        Assert.Equal([3, 2, 1], curves[0].Y);
        Assert.Equal([5, 4, 6], curves[1].Y);
    }

    [Fact]
    public void The_overfitting_network_ends_well_above_its_lowest_validation_loss() =>
        Assert.True(Of("overfitting").Validation[^1] > 1.2 * Of("overfitting").Validation.Min());

    [Fact]
    public void The_leak_has_a_validation_loss_below_the_training_loss() =>
        Assert.True(Of("leak").Validation[^1] < Of("leak").Training[^1]);

    [Fact]
    public void A_wrong_sign_makes_every_epoch_worse() =>
        Assert.Equal(Of("wrong sign").Training.Order(), Of("wrong sign").Training);
}
