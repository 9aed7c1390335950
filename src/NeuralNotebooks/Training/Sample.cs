using System.Collections;

namespace NeuralNotebooks;

/// <summary>The results of several runs of one experiment, with their mean and standard deviation.</summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed class Sample : IReadOnlyList<double>, IHtml
{
    private readonly double[] _values;

    private Sample(double[] values) => _values = values;

    /// <summary>Creates a sample from the results.</summary>
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

    /// <summary>The result of one run, counted from 0 in the order in which the results were passed.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such run.</exception>
    public double this[int index] => _values[index];

    /// <summary>x̄ = 1/n Σ xᵢ.</summary>
    public double Mean => _values.Average();

    /// <summary>s = √(1/(n − 1) Σ (xᵢ − x̄)²): the typical distance of a single run from the mean; 0 for one
    /// run.</summary>
    public double StandardDeviation
    {
        get
        {
            double mean = Mean, rest = _values.Average(x => x - mean);   // not exactly 0, since x̄ is rounded
            return Math.Sqrt(_values.Sum(x => (x - mean - rest) * (x - mean - rest)) / Math.Max(1, Count - 1));
        }
    }

    /// <summary>s/√n: the typical distance of x̄ from the mean of infinitely many runs.</summary>
    public double StandardError => StandardDeviation / Math.Sqrt(Count);

    /// <summary>The smallest result.</summary>
    public double Min => _values.Min();

    /// <summary>The largest result.</summary>
    public double Max => _values.Max();

    /// <inheritdoc/>
    public IEnumerator<double> GetEnumerator() => ((IEnumerable<double>)_values).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Mean ± standard deviation, number of runs, smallest and largest result, as HTML.</summary>
    public string ToHtml() => $"<span class=\"nn-sample\">{this}</span>";

    /// <inheritdoc/>
    public override string ToString() =>
        Invariant($"{Mean:0.####} ± {StandardDeviation:0.####} ({Count} runs, from {Min:0.####} to {Max:0.####})")
            .Replace('-', '−');
}
