namespace NeuralNotebooks.Course;

/// <summary>The losses that one optimizer reaches at several learning rates.</summary>
/// <param name="Points">The rates, with the loss of each run.</param>
public sealed record Sweep(IEnumerable<(double Rate, IEnumerable<double> Losses)> Points)
{
    /// <summary>The rate with the smallest mean loss.</summary>
    public double BestRate => Points.MinBy(point => point.Losses.Average()).Rate;

    /// <summary>The mean loss at the rate that is nearest to this one, by their ratio.</summary>
    public double LossNear(double rate) =>
        Points.MinBy(point => Abs(Log(point.Rate / rate))).Losses.Average();
}
