namespace NeuralNotebooks.Tests;

/// <summary>Compares the training step with the public methods of a network, and on several threads. The number of
/// threads is global, so these tests run alone.</summary>
[Collection(RunsAlone.Name)]
public sealed class TrainingStepTests : IDisposable
{
    private readonly int _size = ThreadTeam.Size;

    public static TheoryData<string, string> Rules =>
        new()
        {
            { "gradient descent", "softmax" }, { "momentum", "softmax" },
            { "rmsprop", "softmax" },
            { "adam", "softmax" },
            { "adam with decay", "softmax" },
            { "adam with clipping", "softmax" },
            { "a custom rule", "softmax" },
            { "a custom elementwise rule", "softmax" },
            { "adam", "binary" },
            { "adam", "half squared" }, { "adam", "mean squared" },
        };

    public void Dispose() => ThreadTeam.Size = _size;

    // 211 inputs of 300 units are more than one chunk of parameters; 37 examples are not a multiple of any vector.
    [Theory]
    [MemberData(nameof(Rules))]
    public void A_step_gives_the_bits_of_forward_backward_and_update_one_after_the_other(string optimizer, string loss)
    {
        AssertStepsLikeThePublicPasses<float>(optimizer, loss, hidden: 300);
        AssertStepsLikeThePublicPasses<double>(optimizer, loss, hidden: 300);
        AssertStepsLikeThePublicPasses<double>(optimizer, loss, hidden: 5);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Any_number_of_threads_gives_the_same_bits_on_bytes_and_on_numbers(string optimizer, string loss)
    {
        AssertSame(Images<float>());
        AssertSame(Images<double>());

        void AssertSame<T>(Dataset<T> bytes)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            List<double> one = WithThreads(1, () => Trained(bytes, optimizer, loss));
            Assert.Equal(one, WithThreads(2, () => Trained(bytes, optimizer, loss)));
            Assert.Equal(one, WithThreads(3, () => Trained(ByteFeaturesTests.OfNumbers(bytes), optimizer, loss)));
        }
    }

    [Fact]
    public void Networks_that_are_trained_at_the_same_time_do_not_interfere()
    {
        List<double> alone = Trained(Images<float>(), "adam", "softmax");
        Assert.All(
            WithThreads(3, () => Experiment.Repeat(4, _ => Trained(Images<float>(), "adam", "softmax"))),
            one => Assert.Equal(alone, one));
    }

    // Threads of the test platform sometimes allocate too, so the smallest of several counts is taken.
    [Theory]
    [MemberData(nameof(Rules))]
    public void After_the_first_step_a_step_on_two_threads_allocates_nothing(string optimizer, string loss) =>
        Assert.Equal(
            0,
            WithThreads(
                2, () => Enumerable.Range(0, 10).Min(_ => AllocatedByAllThreadsAfterTheFirstStep(optimizer, loss))));

    private static long AllocatedByAllThreadsAfterTheFirstStep(string optimizer, string loss)
    {
        long afterFirst = 0, afterLast = 0;
        Listener watch = new(report =>
            (report.Batch == 1 ? ref afterFirst : ref afterLast) = GC.GetTotalAllocatedBytes(precise: true)
        );
        Trainer.Fit(
            Mlp.Create<float>(
                211, [new(263, Activation.Relu), new(9, Activation.Tanh), new(8, Activation.Sigmoid), new(10)]),
            Images<float>(),
            MakeLoss<float>(loss),
            Make<float>(optimizer),
            new() { Epochs = 1, BatchSize = 100, Schedule = LearningRateSchedule.Linear(0.1), Progress = watch });
        return afterLast - afterFirst;
    }

    private static void AssertStepsLikeThePublicPasses<T>(string optimizer, string loss, int hidden)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Matrix<T> X = Matrix.Normal<T>(211, 37, seed: 1);
        Dataset<T> set = new(X, OneHot.Encode<T>([.. Enumerable.Range(0, 37).Select(i => i * i % 4)], 4));
        Mlp<T> trained = Mlp.Create<T>(211, [new(hidden, Activation.Tanh), new(9, Activation.Relu), new(4)], seed: 2),
            stepped = trained.Copy();
        Optimizer<T> rule = Make<T>(optimizer);
        History history =
            Trainer.Fit(trained, set, MakeLoss<T>(loss), Make<T>(optimizer),
                new() { Epochs = 3, BatchSize = 37, Seed = 5 });

        int[] order = [.. Enumerable.Range(0, 37)];
        Random random = new(5);
        foreach (EpochResult epoch in history.Epochs)
        {
            random.Shuffle(order);
            T value = Step(stepped, set.Select(order), MakeLoss<T>(loss), rule);
            Assert.Equal(double.CreateChecked(value) * 37 / 37, epoch.Loss);
        }
        Assert.Equal(Bits(stepped), Bits(trained));
        // The network shows what its last step computed.
        foreach ((Dense<T> actual, Dense<T> expected) in trained.Layers.Zip(stepped.Layers))
        {
            actual.Input.ShouldEqual(expected.Input);
            actual.Preactivation.ShouldEqual(expected.Preactivation);
            actual.Output.ShouldEqual(expected.Output);
            actual.Delta.ShouldEqual(expected.Delta);
            actual.WeightGradient.ShouldEqual(expected.WeightGradient);
            actual.BiasGradient.ShouldEqual(expected.BiasGradient);
        }
    }

    private static T Step<T>(Mlp<T> network, Dataset<T> batch, ILoss<T> loss, Optimizer<T> optimizer)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Matrix<T> output = network.Forward(batch.Features), gradient = output.Copy();
        T value = loss.Value(output, batch.Targets);
        loss.Gradient(output, batch.Targets, gradient);
        network.Backward(gradient);
        optimizer.Step(network);
        return value;
    }

    private static TResult WithThreads<TResult>(int threads, Func<TResult> act)
    {
        ThreadTeam.Size = threads;
        return act();
    }

    /// <summary>Weights, losses and accuracies after training with enough work per step for several threads.</summary>
    private static List<double> Trained<T>(Dataset<T> set, string optimizer, string loss)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Mlp<T> network = Mlp.Create<T>(211, [new(263, Activation.Relu), new(10)], seed: 2);
        Assert.True(Chunk.CountFor(100, 2.0 * network.ParameterCount) == ThreadTeam.Size);
        History history = Trainer.Fit(
            network, set, MakeLoss<T>(loss), Make<T>(optimizer), new() { Epochs = 2, BatchSize = 100, Seed = 3 });
        return [.. Bits(network), .. history.Epochs.SelectMany(epoch => (double[])[epoch.Loss, epoch.Accuracy ?? 0])];
    }

    private static Dataset<T> Images<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        ByteFeaturesTests.RandomImages(pixels: 211, images: 450).ToDataset<T>();

    internal static double[] Bits<T>(Mlp<T> network)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        [
            .. network
                .Layers.SelectMany(layer => (T[])[.. layer.Weights.AsSpan(), .. layer.Biases.AsSpan()])
                .Select(double.CreateChecked),
        ];

    internal static Optimizer<T> Make<T>(string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T rate = T.CreateChecked(0.01);
        return name switch
        {
            "gradient descent" => new GradientDescent<T>(rate),
            "momentum" => new Momentum<T>(rate),
            "rmsprop" => new RmsProp<T>(rate),
            "adam" => new Adam<T>(rate),
            "adam with decay" => new Adam<T>(rate) { WeightDecay = T.CreateChecked(0.1) },
            "adam with clipping" => new Adam<T>(rate) { ClipNorm = T.CreateChecked(0.01) },
            "a custom rule" => new LargestFirst<T>(rate),
            "a custom elementwise rule" => new SignOnly<T>(rate),
            _ => throw new ArgumentException($"The tests make no {name}.", nameof(name)),
        };
    }

    private static ILoss<T> MakeLoss<T>(string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => name switch
        {
            "softmax" => new SoftmaxCrossEntropy<T>(),
            "binary" => new BinaryCrossEntropy<T>(),
            "half squared" => new HalfSquaredError<T>(),
            _ => new MeanSquaredError<T>(),
        };

    /// <summary>A rule that needs all gradients of a layer: it divides them by the largest.</summary>
    private sealed class LargestFirst<T>(T learningRate) : Optimizer<T>(learningRate)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        protected override void Update(Span<T> w, ReadOnlySpan<T> g, Span<T> V, Span<T> S)
        {
            T largest = T.Epsilon;
            foreach (T slope in g)
                largest = T.Max(largest, T.Abs(slope));
            for (int i = 0; i < w.Length; i++)
                w[i] -= LearningRate * g[i] / largest;
        }
    }

    /// <summary>A rule that uses only the sign of a gradient.</summary>
    private sealed class SignOnly<T>(T learningRate) : Optimizer<T>(learningRate)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        protected override bool IsElementwise => true;

        protected override void Update(Span<T> w, ReadOnlySpan<T> g, Span<T> V, Span<T> S)
        {
            for (int i = 0; i < w.Length; i++)
                w[i] -= LearningRate * T.CreateChecked(T.Sign(g[i]));
        }
    }
}
