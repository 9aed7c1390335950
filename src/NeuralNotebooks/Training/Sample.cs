using System.Collections;

namespace NeuralNotebooks;

/// <summary>The results of several runs of one experiment: their mean, their spread, and each of them.</summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed class Sample : IReadOnlyList<double>, IHtml
{
    private readonly double[] _values;

    private Sample(double[] values) => _values = values;

    /// <summary>Makes a sample of the results.</summary>
    /// <exception cref="ArgumentException">There are no values.</exception>
    public static Sample Of(IEnumerable<double> values)
    {
        ThrowIfNull(values);
        double[] copy = [.. values];
        return copy.Length > 0
            ? new(copy)
            : throw new ArgumentException("A sample needs at least one value.", nameof(values));
    }

    /// <summary>The number of runs, n.</summary>
    public int Count => _values.Length;

    /// <summary>The results in the order of the seeds.</summary>
    public double this[int index] => _values[index];

    /// <summary>x̄ = 1/n Σ xᵢ.</summary>
    public double Mean => _values.Average();

    /// <summary>s = √(1/(n − 1) Σ (xᵢ − x̄)²): how far a single run typically is from the mean; 0 for one
    /// run.</summary>
    public double StandardDeviation
    {
        get
        {
            double mean = Mean;
            return Math.Sqrt(_values.Sum(x => (x - mean) * (x - mean)) / Math.Max(1, Count - 1));
        }
    }

    /// <summary>s/√n: how far the mean itself may be off.</summary>
    public double StandardError => StandardDeviation / Math.Sqrt(Count);

    /// <summary>The smallest result.</summary>
    public double Min => _values.Min();

    /// <summary>The largest result.</summary>
    public double Max => _values.Max();

    /// <inheritdoc/>
    public IEnumerator<double> GetEnumerator() => ((IEnumerable<double>)_values).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Mean ± standard deviation, smallest, largest and number of runs.</summary>
    public string ToHtml() => $"<span class=\"nn-sample\">{this}</span>";

    /// <inheritdoc/>
    public override string ToString() =>
        Invariant($"{Mean:0.####} ± {StandardDeviation:0.####} ({Count} runs, from {Min:0.####} to {Max:0.####})");
}
