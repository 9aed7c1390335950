namespace NeuralNotebooks;

/// <summary>Shifts and scales each feature to mean 0 and standard deviation 1: x′ = (x − μ) / σ.</summary>
/// <remarks>μ and σ are computed from the training set only and then applied to all sets, since validation and test
/// data must not influence them.</remarks>
public static class Standardization
{
    /// <summary>Computes μ and σ of each feature of a training set.</summary>
    /// <inheritdoc cref="Fit{T}(Matrix{T})" path="/exception"/>
    public static Standardization<T> Fit<T>(Dataset<T> training)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ThrowIfNull(training);
        return Fit(training.Features);
    }

    /// <summary>Computes μ and σ of each row: σ² is the mean of (x − μ)² over the examples (columns).</summary>
    /// <exception cref="ArgumentException">There is no example, an entry is NaN or infinite, or the difference of two
    /// entries of a row overflows.</exception>
    public static Standardization<T> Fit<T>(Matrix<T> features)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ThrowIfNull(features);
        if (features.Columns == 0)
            throw new ArgumentException(
                $"X is {Shape.Of(features)}: at least one example (column) is needed for a mean.", nameof(features));
        Finite.Check(features, "X");
        Matrix<T> μ = features.RowMeans(), σ = Matrix.Zeros<T>(features.Rows, 1), rest = σ.Copy();
        for (int feature = 0; feature < features.Rows; feature++)
            (σ[feature, 0], rest[feature, 0]) = Deviation(features.Row(feature), μ[feature, 0], feature);
        return new(μ, σ, rest);
    }

    /// <summary>The standard deviation σ, and what the rounded mean μ lacks to the mean.</summary>
    private static (T Deviation, T RestOfMean) Deviation<T>(Matrix<T> row, T μ, int feature)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T least = row.Min(), most = row.Max();
        if (least == most)
            return default;   // the formula below would give about 10⁻¹⁷, because of rounding
        if (!T.IsFinite(most - least))
            throw new ArgumentException(
                Invariant($"Row {feature} of X goes from {least} to {most}: their distance must be a finite number."));
        // Scaling by a power of two is exact; it prevents squares from overflowing and from underflowing to 0.
        int exponent = T.ILogB(T.MaxMagnitude(least, most));
        T center = T.ScaleB(μ, -exponent);
        Matrix<T> deviation = row.Map(x => T.ScaleB(x, -exponent) - center);
        T rest = deviation.RowMeans()[0, 0];   // not exactly 0, since μ was rounded to T
        deviation -= Matrix.Column<T>(rest);
        T variance = deviation.Hadamard(deviation).RowMeans()[0, 0];
        return (T.ScaleB(T.Sqrt(variance), exponent), T.ScaleB(rest, exponent));
    }
}

/// <summary>The means and standard deviations that <see cref="Standardization.Fit{T}(Dataset{T})"/> computed.</summary>
public sealed class Standardization<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    internal Standardization(Matrix<T> mean, Matrix<T> standardDeviation, Matrix<T> restOfMean) =>
        (Mean, StandardDeviation, RestOfMean) = (mean, standardDeviation, restOfMean);

    /// <summary>μ: features × 1, rounded. <see cref="Apply(Matrix{T})"/> also subtracts what the rounding has left
    /// out.</summary>
    public Matrix<T> Mean { get; }

    /// <summary>σ: features × 1.</summary>
    public Matrix<T> StandardDeviation { get; }

    internal Matrix<T> RestOfMean { get; }

    /// <summary>σ, and 1 where σ is 0: a feature that was constant is not scaled.</summary>
    internal Matrix<T> Divisor => StandardDeviation.Map(σ => σ > T.Zero ? σ : T.One);

    /// <summary>A new set with standardized features and the same targets.</summary>
    /// <exception cref="ShapeException">The set has a different number of features.</exception>
    public Dataset<T> Apply(Dataset<T> set)
    {
        ThrowIfNull(set);
        return new(Apply(set.Features), set.Targets, set.FeatureNames, set.ClassNames);
    }

    /// <summary>(x − μ) / σ for each entry, as a new matrix of the same shape (features × examples). If a feature was
    /// constant in the training set (σ = 0), only μ is subtracted.</summary>
    /// <exception cref="ShapeException">The number of rows differs.</exception>
    public Matrix<T> Apply(Matrix<T> features)
    {
        ThrowIfNull(features);
        if (features.Rows != Mean.Rows)
            throw Shape.Mismatch(
                ShapeRule.Elementwise, (features, "X"), (Mean, "the column of means"),
                $"X must have {Mean.Rows} rows, one for each feature.", nameof(features));
        Matrix<T> standardized = features - Mean - RestOfMean, divisor = Divisor;
        for (int example = 0; example < features.Columns; example++)
            TensorPrimitives.Divide(
                standardized.ColumnSpan(example), divisor.AsSpan(), standardized.ColumnSpan(example));
        return standardized;
    }
}
