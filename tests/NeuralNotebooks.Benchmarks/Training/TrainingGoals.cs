namespace NeuralNotebooks.Benchmarks;

/// <summary>The goals of training.</summary>
internal static class TrainingGoals
{
    public static IReadOnlyList<Goal> Of(TrainingCase trainingCase, int threads) => (trainingCase.Name, threads) switch
    {
        ("Iris, full batch", _) => [PyTorch(10), NumPy(5)],
        ("Iris, batch 16", _) => [PyTorch(60), NumPy(20)],
        ("Digits", _) => [PyTorch(20), NumPy(8)],
        ("MNIST, 128 units", 1) => [PyTorch(2.1), new(TrainingComparison.BoundName, 0.85)],
        ("MNIST, 128 units", _) => [PyTorch(3.0)],
        ("MNIST, 800 units", 1) => [PyTorch(1.7)],
        ("MNIST, 800 units", _) => [PyTorch(2.3)],
        _ => [],
    };

    private static Goal PyTorch(double atLeast) => new(PythonWorkers.PyTorch, atLeast);

    private static Goal NumPy(double atLeast) => new(PythonWorkers.NumPy, atLeast);
}
