namespace NeuralNotebooks;

/// <summary>Predictions of a network for a set of examples, and measures of how good they are.</summary>
public static class Metrics
{
    private const int ExamplesAtOnce = 512;

    /// <summary>The class that the network predicts for each example: the row of the largest output.</summary>
    /// <remarks>A single output represents two classes: class 1 if it is above the threshold, otherwise class 0. An
    /// example with an output that is NaN has no class: −1.</remarks>
    /// <param name="network">The network.</param>
    /// <param name="X">Inputs × examples.</param>
    /// <param name="threshold">The threshold of a single output: 0 for the logits of
    /// <see cref="BinaryCrossEntropy{T}"/>, 0.5 for a regression on 0 and 1. Only a sigmoid unit has a default,
    /// 0.5.</param>
    /// <returns>A class for each example, counted from 0.</returns>
    /// <exception cref="ArgumentException">X has the wrong number of rows, no columns, or a NaN or infinite number; or
    /// the threshold is missing, or is given for several outputs.</exception>
    public static int[] Classify<T>(Mlp<T> network, Matrix<T> X, double? threshold = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ThrowIfNull(network);
        ThrowIfNull(X);
        network.CheckInput(X);
        return Classes(
            network, threshold, Outputs(network, X.Columns, (start, examples) => X.Columns(start, examples)));
    }

    /// <summary>The class that the network predicts for each example of a set.</summary>
    /// <inheritdoc cref="Classify{T}(Mlp{T}, Matrix{T}, double?)" path="/remarks"/>
    /// <param name="network">The network.</param>
    /// <param name="set">The examples.</param>
    /// <param name="threshold">The threshold of a single output, as for a matrix.</param>
    /// <returns>A class for each example, counted from 0.</returns>
    /// <exception cref="ArgumentException">The set does not fit the network; or the threshold is missing, or is given
    /// for several outputs.</exception>
    public static int[] Classify<T>(Mlp<T> network, Dataset<T> set, double? threshold = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ThrowIfNull(network);
        ThrowIfNull(set);
        return Classes(network, threshold, Outputs(network, set));
    }

    private static int[] Classes<T>(
        Mlp<T> network, double? threshold, IEnumerable<(int Start, Matrix<T> Output)> outputs)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double divider = ThresholdOf(network, threshold);
        List<int> classes = [];
        foreach ((_, Matrix<T> output) in outputs)
            for (int example = 0; example < output.Columns; example++)
            {
                int largest = output.RowOfLargest(example);
                bool isSingle = output.Rows == 1 && largest == 0;
                classes.Add(isSingle ? double.CreateChecked(output[0, example]) > divider ? 1 : 0 : largest);
            }
        return [.. classes];
    }

    /// <summary>The threshold of a single output. Several outputs have none, and the number is not used.</summary>
    private static double ThresholdOf<T>(Mlp<T> network, double? threshold)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (network.Outputs > 1 || threshold is double.NaN)
            return threshold is null ? 0 : throw new ArgumentException(
                Invariant($"The threshold is {threshold} and the network has {network.Outputs} output")
                    + (network.Outputs > 1 ? "s: only the classes of a single output are divided by a threshold."
                        : ": the threshold must be a number."),
                nameof(threshold));
        return threshold ?? (network.Layers[^1].Activation == Activation.Sigmoid ? 0.5 : throw new ArgumentException(
            "The network has one output, which is not a sigmoid unit, so it is not known which outputs are class 1: "
                + "pass threshold: 0 if they are logits, or threshold: 0.5 for a regression on 0 and 1.",
            nameof(threshold)));
    }

    /// <summary>The fraction of the examples that the network classifies correctly: 0 … 1.</summary>
    /// <inheritdoc cref="Classify{T}(Mlp{T}, Dataset{T}, double?)"/>
    /// <returns>Right predictions / examples. An output that is NaN is never right.</returns>
    public static double Accuracy<T>(Mlp<T> network, Dataset<T> set, double? threshold = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ThrowIfNull(set);
        int[] classes = Classify(network, set, threshold);
        return Enumerable.Range(0, set.Count).Count(example => classes[example] == set.Label(example))
            / (double)set.Count;
    }

    /// <summary>The fraction of the columns whose largest entry is in the same row in both matrices, and that
    /// contain no NaN: 0 … 1.</summary>
    /// <param name="output">Outputs × examples.</param>
    /// <param name="target">Outputs × examples.</param>
    /// <exception cref="ArgumentException">The shapes differ, there is no column, or there is a single row, whose entry
    /// is always the largest: see <see cref="BinaryCrossEntropy{T}.Accuracy"/>.</exception>
    public static double Accuracy<T>(Matrix<T> output, Matrix<T> target)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ThrowIfNull(output);
        return output.Rows > 1
            ? Targets.FractionCorrect(output, target)
            : throw new ArgumentException(
                "The output has one row, whose entry is always the largest. Expected a row for each class; for one "
                    + "unit use BinaryCrossEntropy.Accuracy, or Metrics.Accuracy of the network.", nameof(output));
    }

    /// <summary>The mean loss over a whole set, and the accuracy (0 … 1), which is null if the loss is not for
    /// classification.</summary>
    /// <exception cref="ArgumentException">The set does not fit the network or the loss.</exception>
    public static (double Loss, double? Accuracy) Evaluate<T>(Mlp<T> network, Dataset<T> set, ILoss<T> loss)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ThrowIfNull(network);
        ThrowIfNull(set);
        ThrowIfNull(loss);
        RunningMean mean = default;
        foreach ((int start, Matrix<T> output) in Outputs(network, set))
        {
            Matrix<T> target = set.Targets.Columns(start, output.Columns);
            mean.Add(double.CreateChecked(loss.Value(output, target)), loss.Accuracy(output, target), output.Columns);
        }
        return (mean.Loss, mean.Accuracy);
    }

    private static IEnumerable<(int Start, Matrix<T> Output)> Outputs<T>(Mlp<T> network, Dataset<T> set)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        network.CheckInputShape(set.FeatureCount, set.Count, nameof(set));
        set.CheckFinite();
        Matrix<T>? buffer = null;
        return Outputs(network, set.Count, (start, examples) => set.FeaturesOf(start, examples, ref buffer));
    }

    /// <summary>The outputs for at most 512 examples at a time, so that a large set needs little memory. The next
    /// output overwrites the previous one.</summary>
    private static IEnumerable<(int Start, Matrix<T> Output)> Outputs<T>(
        Mlp<T> network, int count, Func<int, int, Matrix<T>> features)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Pass<T>? pass = null;
        for (int start = 0; start < count; start += ExamplesAtOnce)
        {
            int examples = Math.Min(ExamplesAtOnce, count - start);
            if (pass?.Examples != examples)
                pass = new(network, examples);
            // This pass is not stored in the layers, so their properties still show the last Forward of the caller.
            pass.Forward(features(start, examples));
            yield return (start, pass.Output);
        }
    }
}
