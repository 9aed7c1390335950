namespace NeuralNotebooks.Tests;

/// <summary>The expected values are those of ONNX Runtime, which reads the files.</summary>
public sealed class OnnxFileTests : FolderedTests
{
    private const float FloatTolerance = 1e-5f;
    private const double DoubleTolerance = 1e-12;

    private string Path => Folder.At("network.onnx");

    [Fact]
    public void Rows_are_examples_in_the_model_and_columns_here()
    {
        Mlp<float> network = new([
            new(Matrix.Of(new[,] { { 1f, 2 }, { 3, 4 }, { 5, 6 } }), Matrix.Column(10f, 20, 30), Activation.Identity),
        ]);
        network.SaveOnnx(Path);

        using OnnxModel model = new(Path);
        Assert.Equal([11, 23, 35, 12, 24, 36], model.Run([1f, 0, 0, 1], examples: 2));
        Assert.Equal(("input", "output"), (model.Inputs.Single().Key, model.Outputs.Single().Key));
        Assert.Equal(["examples", ""], model.Inputs["input"].SymbolicDimensions);
        Assert.Equal([-1, 2], model.Inputs["input"].Dimensions);
        Assert.Equal([-1, 3], model.Outputs["output"].Dimensions);
    }

    [Fact]
    public void Any_network_computes_the_same_in_the_runtime() =>
        Prop.ForAll(Networks().ToArbitrary(), one =>
            {
                Check(one.Create<float>(), one.Input<float>(), FloatTolerance, one.Standardizes, one.HasSoftmax);
                Check(one.Create<double>(), one.Input<double>(), DoubleTolerance, one.Standardizes, one.HasSoftmax);
            })
            .QuickCheckThrowOnFailure();

    [Theory]
    [Cases(1, 1000)]
    public void Every_activation_computes_the_same_for_one_and_for_many_examples(int examples)
    {
        foreach (Activation activation in Enum.GetValues<Activation>())
        {
            Drawn drawn = new(784, [new(40, activation), new(10, activation)], examples, true, true, Seed: 1);
            Check(drawn.Create<float>(), drawn.Input<float>(), FloatTolerance, standardizes: true, softmax: true);
            Check(drawn.Create<double>(), drawn.Input<double>(), DoubleTolerance, standardizes: true, softmax: true);
        }
    }

    [Fact]
    public void A_standardization_far_from_0_is_as_accurate_in_the_model()
    {
        Matrix<float> X = Matrix.Uniform<float>(2, 100, seed: 1, low: 1_000_000, high: 1_000_001);
        for (int example = 0; example < X.Columns; example++)
            X[1, example] = 5;   // constant, so its deviation is 0
        Check(Mlp.Create<float>(2, [new(3)], seed: 1), X, tolerance: 0, standardizes: true, softmax: false);
    }

    private void Check<T>(Mlp<T> network, Matrix<T> X, T tolerance, bool standardizes, bool softmax)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Standardization<T>? standardization = standardizes ? Standardization.Fit(X) : null;
        network.SaveOnnx(Path, standardization, softmax);
        Matrix<T> here = network.Forward(standardization?.Apply(X) ?? X);
        if (softmax)
            here = Softmax.Of(here);

        using OnnxModel model = new(Path);
        Matrix<T> there = Matrix.Over(model.Run(X.AsSpan().ToArray(), X.Columns), 0, here.Rows, here.Columns);
        for (int example = 0; example < X.Columns; example++)
        {
            Matrix<T> expected = here.Column(example);
            T difference = there.Column(example).MaxAbsoluteDifference(expected),
                largest = T.Max(T.Abs(expected.Max()), T.Abs(expected.Min()));
            // Terms of the size 1 cancel in a small output, so its error is not in proportion to it.
            largest = T.Max(largest, T.CreateChecked(0.1));
            Assert.True(difference <= tolerance * largest, $"{network}: {difference} of {largest}");
        }
    }

    private static Gen<Drawn> Networks() =>
        from inputs in Gen.Choose(1, 20)
        from layers in (from units in Gen.Choose(1, 20)
                        from activation in Gen.Elements(Enum.GetValues<Activation>())
                        select new Layer(units, activation)).NonEmptyListOf()
        from examples in Gen.Elements(1, 2, 33)
        from flags in Gen.Choose(0, 3)
        from seed in Gen.Choose(0, 1_000_000)
        select new Drawn(
            inputs, [.. layers.Take(6)], examples, (flags & 1) != 0,
            (flags & 2) != 0 && layers.Take(6).Last().Units > 1, seed);

    private sealed record Drawn(
        int Inputs, Layer[] Layers, int Examples, bool Standardizes, bool HasSoftmax, int Seed)
    {
        public Mlp<T> Create<T>()
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            Mlp<T> network = Mlp.Create<T>(Inputs, Layers, Seed);
            foreach (Dense<T> layer in network.Layers)
                Matrix.Normal<T>(layer.Units, 1, Seed).CopyTo(layer.Biases);
            return network;
        }

        public Matrix<T> Input<T>()
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => Matrix.Normal<T>(Inputs, Examples, Seed + 1);
    }
}
