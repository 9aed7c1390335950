namespace NeuralNotebooks;

/// <summary>Shifts and scales each feature to mean 0 and standard deviation 1: x′ = (x − μ) / σ.</summary>
/// <remarks>μ and σ are taken from the training set and applied to every other set too: new data must not influence
/// them.</remarks>
public static class Standardization
{
    /// <summary>Finds μ and σ of each feature of a training set.</summary>
    /// <inheritdoc cref="Fit{T}(Matrix{T})" path="/exception"/>
    public static Standardization<T> Fit<T>(Dataset<T> training)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ThrowIfNull(training);
        return Fit(training.Features);
    }

    /// <summary>Finds μ and σ of each row: σ² is the mean of (x − μ)² over the examples.</summary>
    /// <exception cref="ArgumentException">There is no example, or a number, or the distance of two of one feature, is
    /// not finite.</exception>
    public static Standardization<T> Fit<T>(Matrix<T> features)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ThrowIfNull(features);
        if (features.Columns == 0)
            throw new ArgumentException(
                $"X is {Shape.Of(features)}: at least one example (column) is needed for a mean.",
                nameof(features)
            );
        Finite.Check(features, "X");
        Matrix<T> μ = features.RowMeans(), σ = Matrix.Zeros<T>(features.Rows, 1);
        for (int feature = 0; feature < features.Rows; feature++)
            σ[feature, 0] = Deviation(features.Row(feature), μ[feature, 0], feature);
        return new(μ, σ);
    }

    private static T Deviation<T>(Matrix<T> row, T μ, int feature)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T least = row.Min(), most = row.Max();
        if (least == most)
            return T.Zero;   // where rounding would leave some 10⁻¹⁷
        if (!T.IsFinite(most - least))
            throw new ArgumentException(
                Invariant($"Row {feature} of X goes from {least} to {most}: their distance must be a finite number.")
            );
        // A power of two changes no digit, and keeps squares from overflowing and from becoming 0.
        int exponent = T.ILogB(T.MaxMagnitude(least, most));
        T center = T.ScaleB(μ, -exponent);
        Matrix<T> deviation = row.Map(x => T.ScaleB(x, -exponent) - center);
        T rounding = deviation.RowMeans()[0, 0];   // μ has been rounded to T
        T variance = deviation.Hadamard(deviation).RowMeans()[0, 0] - rounding * rounding;
        return T.ScaleB(T.Sqrt(variance), exponent);
    }
}

/// <summary>The means and standard deviations that <see cref="Standardization.Fit{T}(Dataset{T})"/> found.</summary>
public sealed class Standardization<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    internal Standardization(Matrix<T> mean, Matrix<T> standardDeviation) =>
        (Mean, StandardDeviation) = (mean, standardDeviation);

    /// <summary>μ: features × 1.</summary>
    public Matrix<T> Mean { get; }

    /// <summary>σ: features × 1.</summary>
    public Matrix<T> StandardDeviation { get; }

    /// <summary>The set with standardized features.</summary>
    /// <exception cref="ArgumentException">It has a different number of features.</exception>
    public Dataset<T> Apply(Dataset<T> set)
    {
        ThrowIfNull(set);
        return new(Apply(set.Features), set.Targets, set.FeatureNames, set.ClassNames);
    }

    /// <summary>(x − μ) / σ of each entry; a feature that never varied (σ = 0) is only shifted.</summary>
    /// <exception cref="ArgumentException">The number of rows differs.</exception>
    public Matrix<T> Apply(Matrix<T> features)
    {
        ThrowIfNull(features);
        if (features.Rows != Mean.Rows)
            throw new ArgumentException(
                $"X is {Shape.Of(features)} and the means are {Shape.Of(Mean)}: X must have {Mean.Rows} "
                    + $"rows, one for each feature.",
                nameof(features)
            );
        Matrix<T> standardized = features - Mean;
        for (int example = 0; example < features.Columns; example++)
            for (int row = 0; row < features.Rows; row++)
                if (StandardDeviation[row, 0] > T.Zero)
                    standardized[row, example] /= StandardDeviation[row, 0];
        return standardized;
    }
}
