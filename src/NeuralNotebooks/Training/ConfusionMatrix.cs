namespace NeuralNotebooks;

/// <summary>How often each class was predicted as each class: rows are the true classes, columns the predicted
/// ones.</summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed class ConfusionMatrix : IHtml
{
    private readonly int[,] _counts;

    private ConfusionMatrix(int[,] counts, IReadOnlyList<string> classNames) =>
        (_counts, ClassNames) = (counts, classNames);

    /// <summary>Counts the true classes of the examples of a set and the classes that a network predicts for
    /// them.</summary>
    /// <inheritdoc cref="Metrics.Classify{T}(Mlp{T}, Dataset{T}, double?)" path="/param"/>
    /// <exception cref="ArgumentException">The set does not fit the network; an output is NaN; or the threshold is
    /// missing, or is given for several outputs.</exception>
    public static ConfusionMatrix Of<T>(Mlp<T> network, Dataset<T> set, double? threshold = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ThrowIfNull(network);
        ThrowIfNull(set);
        if (network.Outputs != set.Targets.Rows)
            throw new ShapeException(
                ShapeRule.Elementwise,
                (network.Outputs, set.Count),
                (set.Targets.Rows, set.Targets.Columns),
                $"The network has {network.Outputs} outputs and the targets are {Shape.Of(set.Targets)}: "
                    + $"they must have {network.Outputs} rows.",
                nameof(set));
        int[] predicted = Metrics.Classify(network, set, threshold);
        if (Array.IndexOf(predicted, -1) is var unknown and >= 0)
            throw new ArgumentException(
                Invariant($"The network's output for example {unknown} is NaN, so it has no class."), nameof(network));
        return Of(set.Labels(), predicted, set.ClassNames ?? Numbers(set.ClassCount));
    }

    /// <summary>Counts pairs of true and predicted classes.</summary>
    /// <param name="actual">The true class of each example.</param>
    /// <param name="predicted">The predicted class of each example.</param>
    /// <param name="classNames">The names of the classes 0, 1, …</param>
    /// <exception cref="ArgumentException">The counts of true and predicted classes differ, or are 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A class has no name.</exception>
    public static ConfusionMatrix Of(
        ReadOnlySpan<int> actual, ReadOnlySpan<int> predicted, IReadOnlyList<string> classNames)
    {
        ThrowIfNull(classNames);
        if (actual.Length != predicted.Length || actual.IsEmpty)
            throw new ArgumentException(
                $"There are {actual.Length} true and {predicted.Length} predicted classes: the counts must "
                    + $"match, and there must be at least one.",
                nameof(predicted));
        int[,] counts = new int[classNames.Count, classNames.Count];
        for (int example = 0; example < actual.Length; example++)
        {
            OneHot.CheckLabel(actual[example], example, classNames.Count, nameof(actual));
            OneHot.CheckLabel(predicted[example], example, classNames.Count, nameof(predicted));
            counts[actual[example], predicted[example]]++;
        }
        return new(counts, classNames);
    }

    /// <summary>The names of the classes.</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>The number of examples.</summary>
    public int Total => _counts.Cast<int>().Sum();

    /// <summary>How many examples of class <paramref name="actual"/> were predicted as class
    /// <paramref name="predicted"/>.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such class.</exception>
    public int this[int actual, int predicted] => _counts[actual, predicted];

    /// <summary>The fraction of all examples that were predicted correctly, 0 … 1: the counts on the
    /// diagonal.</summary>
    public double Accuracy => Classes.Sum(k => _counts[k, k]) / (double)Total;

    /// <summary>The fraction of the examples of a class that were predicted correctly, 0 … 1; NaN if the class has no
    /// examples.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such class.</exception>
    public double Recall(int label) => _counts[label, label] / (double)Classes.Sum(k => _counts[label, k]);

    private IEnumerable<int> Classes => Enumerable.Range(0, ClassNames.Count);

    /// <summary>The accuracy in percent, and what rows and columns are.</summary>
    public override string ToString() =>
        Invariant($"{100 * Accuracy:0.0} % of {Total} correct; rows: true class, columns: predicted class");

    /// <summary>A table in which the wrong predictions are shaded, the most frequent ones darkest.</summary>
    public string ToHtml()
    {
        HtmlTable table = new(ToString());
        table.Headers(["", .. ClassNames, "recall (%)"]);
        double mostWrong = Classes.Max(actual => Classes.Max(predicted => Wrong(actual, predicted)));
        foreach (int actual in Classes)
        {
            table.BeginRow(ClassNames[actual]);
            foreach (int predicted in Classes)
                table.Number((double)_counts[actual, predicted], Wrong(actual, predicted) is > 0 and var wrong
                    ? Invariant($"rgba(128,128,128,{0.2 + 0.4 * wrong / mostWrong:0.##})") : "");
            table.Number(100 * Recall(actual));
        }
        return table.ToString();

        double Wrong(int actual, int predicted) => actual == predicted ? 0 : _counts[actual, predicted];
    }

    private static string[] Numbers(int classes) =>
        [.. Enumerable.Range(0, classes).Select(k => k.ToString(CultureInfo.InvariantCulture))];
}
