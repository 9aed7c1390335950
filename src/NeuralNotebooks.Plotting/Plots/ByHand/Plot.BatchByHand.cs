namespace NeuralNotebooks.Plotting;

public static partial class Plot
{
    private const int MaxFeatures = 5;

    /// <summary>An interactive figure of a batch: the reader drags the numbers of X and y, takes steps of gradient
    /// descent, and sees the share of each example in the slope of each weight of the first layer, ∂L/∂W₁.</summary>
    /// <param name="network">A layer of σ units, and a linear output.</param>
    /// <param name="x">At most five features of at most four examples.</param>
    /// <param name="y">The target of each example.</param>
    /// <param name="rate">The learning rate of the steps.</param>
    /// <param name="names">The names of the features, of the σ units, and of the examples.</param>
    /// <remarks>The loss is <see cref="HalfSquaredError{T}"/>.</remarks>
    /// <exception cref="ArgumentException">The network has other layers, there are more examples or features, a shape
    /// or the names do not fit, or the rate is not a finite number.</exception>
    public static Picture BatchByHand(
        Mlp<double> network, Matrix<double> x, Matrix<double> y, double rate, LayerNames names)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(names);
        double[][] features = Checked.Rows(x, "X"), targets = Checked.Rows(y, "y");
        if (network.Layers is not [{ Activation: Activation.Sigmoid } first,
            { Activation: Activation.Identity, Units: 1 } last])
            throw new ArgumentException(
                $"The network is {network}: this figure needs a layer of σ units and a linear output.",
                nameof(network));
        if (x.Rows != network.Inputs || x.Rows > MaxFeatures || x.Columns > InteractiveFigure.ColourCount
            || y.Rows != 1 || y.Columns != x.Columns)
            throw new ArgumentException(
                $"X is {Shape.Of(x)} and y {Shape.Of(y)}: the network takes {network.Inputs} features, and this figure "
                + $"shows at most {MaxFeatures} features of {InteractiveFigure.ColourCount} examples.", nameof(x));
        if (!names.Select(list => list.Count).SequenceEqual([x.Rows, first.Units, x.Columns]))
            throw new ArgumentException(
                $"There are {string.Join(", ", names.Select(list => list.Count))} names: there must be {x.Rows} of "
                + $"features, {first.Units} of units and {x.Columns} of examples.", nameof(names));
        if (!double.IsFinite(rate))
            throw new ArgumentException(Invariant($"The learning rate is {rate}: it must be finite."), nameof(rate));
        object circuit = LossOfBatch(first, last, [.. features, .. targets]);
        return InteractiveFigure.Of("batch", new { circuit, rate, names },
            "Left: the numbers of X and y, which the reader moves, and the predictions. Right: for each of the "
            + $"{first.Weights.Count} weights of the first layer {x.Columns} bars, one for each example, and the sum.",
            ("1", "One step"), ("10", "Ten steps"))
            .WithCaption("Drag a number to the left or right, or choose it with Tab and use the arrow keys. The last "
                + "bar, and the bold number, is the sum, the slope; below it is the weight. A bar with a gap is cut "
                + Invariant($"off: it would not fit. The steps have the learning rate {rate}."));
    }

    /// <summary>The loss as a circuit, with the places of what the figure shows or changes.</summary>
    /// <param name="rows">The features of the examples, and below them their targets.</param>
    private static object LossOfBatch(Dense<double> first, Dense<double> last, double[][] rows)
    {
        Value[][] numbers = [.. rows.Select(Leaves)], W1 = [.. Checked.Rows(first.Weights, "W₁").Select(Leaves)];
        Value[] b1 = Leaves(first.Biases.AsSpan().ToArray()), w2 = Leaves(last.Weights.AsSpan().ToArray());
        Value b2 = last.Biases[0, 0];
        Value[][][] products =
            [.. W1.Select(row => row.Select((w, j) => numbers[j].Select(x => w * x).ToArray()).ToArray())];
        Value[] outputs = [.. rows[0].Select((_, i) => Value.Sum([.. w2.Select((w, k) => w * Unit(k, i)), b2]))];
        Value[] errors = [.. numbers[^1].Zip(outputs, (y, output) => y - output)];
        Value loss = Value.Sum(errors.Select(e => Value.Pow(e, 2))) * (0.5 / errors.Length);
        (object parts, Dictionary<Value, int> places) = ComputedCircuit.Of(loss);
        return new
        {
            parts,
            rows = numbers.Select(Places),
            parameters = Places([.. W1.SelectMany(row => row), .. b1, .. w2, b2]),
            products = products.Select(unit => unit.Select(Places)),
            outputs = Places(outputs),
            errors = Places(errors),
        };

        Value Unit(int k, int i) => Value.Sigmoid(Value.Sum([.. products[k].Select(of => of[i]), b1[k]]));

        IEnumerable<int> Places(Value[] values) => values.Select(value => places[value]);

        static Value[] Leaves(double[] numbers) => Array.ConvertAll(numbers, number => new Value(number));
    }
}
