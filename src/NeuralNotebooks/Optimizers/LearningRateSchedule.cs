namespace NeuralNotebooks;

/// <summary>How the learning rate changes during training: a factor of the optimizer's rate, as a function of p, the
/// fraction of all steps that has been taken (0 … 1).</summary>
public sealed class LearningRateSchedule
{
    private readonly Func<double, double> _factor;

    private LearningRateSchedule(Func<double, double> factor) => _factor = factor;

    /// <summary>The rate falls linearly to f = <paramref name="final"/> times its initial value: the factor is 1 + (f −
    /// 1) p.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The final factor is negative, infinite or NaN.</exception>
    public static LearningRateSchedule Linear(double final = 0)
    {
        Finite.CheckNotNegative(final, nameof(final), "The final factor");
        return new(progress => 1 + (final - 1) * progress);
    }

    /// <summary>A custom schedule: a function from p, the fraction of the steps that has been taken (0 … 1), to the
    /// factor.</summary>
    public static LearningRateSchedule Of(Func<double, double> factor)
    {
        ThrowIfNull(factor);
        return new(factor);
    }

    /// <summary>The factor of the learning rate after the fraction <paramref name="progress"/> of all steps: 0 before
    /// the first step, 1 after the last.</summary>
    public double Factor(double progress) => _factor(progress);
}
