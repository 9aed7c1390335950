namespace NeuralNotebooks.Benchmarks;

/// <summary>A training run whose speed is measured.</summary>
/// <param name="Data">iris, digits or mnist.</param>
/// <param name="Layers">The number of inputs of the network, then the units of each layer. Hidden layers use relu; the
/// loss is softmax cross-entropy.</param>
/// <param name="UsesAdam">Whether the optimizer is Adam; otherwise plain gradient descent.</param>
/// <param name="Epochs">The number of epochs of one run, enough for a measurable time.</param>
internal sealed record TrainingCase(
    string Name, string Data, IReadOnlyList<int> Layers, int Batch, bool UsesAdam, int Epochs)
{
    /// <summary>The five cases. The first takes mostly overhead, the last mostly matrix products.</summary>
    public static IReadOnlyList<TrainingCase> All { get; } =
    [
        new("Iris, full batch", "iris", [4, 16, 3], 150, UsesAdam: false, Epochs: 1000),
        new("Iris, batch 16", "iris", [4, 16, 3], 16, UsesAdam: false, Epochs: 200),
        new("Digits", "digits", [64, 64, 10], 32, UsesAdam: true, Epochs: 20),
        new("MNIST, 128 units", "mnist", [784, 128, 10], 128, UsesAdam: true, Epochs: 1),
        new("MNIST, 800 units", "mnist", [784, 800, 10], 128, UsesAdam: true, Epochs: 1),
    ];

    public string Text =>
        Invariant($"{string.Join('-', Layers)}, batch {Batch}, {(UsesAdam ? "Adam" : "gradient descent")}");

    /// <summary>The floating-point operations of the matrix products for one example: forward W X and weight gradient δ
    /// Aᵀ for each layer, and input gradient Wᵀ δ for all layers but the first. The machine's peak is an upper bound
    /// for their speed.</summary>
    public double OperationsPerExample =>
        Enumerable.Range(0, Layers.Count - 1).Sum(l => 2.0 * Layers[l] * Layers[l + 1] * (l == 0 ? 2 : 3));

    public Dataset<float> Load() => Data switch
    {
        "iris" => IrisExamples(),
        "digits" => SmallDigits.Load(),
        _ => Mnist.Load().Training.ToDataset<float>(),
    };

    public Mlp<float> CreateNetwork() =>
        Mlp.Create<float>(
            Layers[0],
            [
                .. Layers
                    .Skip(1)
                    .Select(
                        (units, l) => new Layer(units, l == Layers.Count - 2 ? Activation.Identity : Activation.Relu)),
            ],
            seed: 1);

    public Optimizer<float> CreateOptimizer() =>
        UsesAdam ? new Adam<float>(learningRate: 1e-3f) : new GradientDescent<float>(learningRate: 0.1f);

    private static Dataset<float> IrisExamples()
    {
        Dataset<float> flowers = Iris.Load<float>();
        return Standardization.Fit(flowers).Apply(flowers);
    }
}
