namespace NeuralNotebooks.Jupyter.Tests;

/// <summary>One kernel for all tests that neither end it nor change its state for others. The tests run one after the
/// other.</summary>
[CollectionDefinition(nameof(SharedKernel))]
public sealed class SharedKernel : ICollectionFixture<SharedKernel>, IDisposable
{
    private readonly KernelProcess _process = KernelProcess.Start();

    internal KernelProcess Process => _process;

    internal JupyterClient Connect() => _process.Connect();

    public void Dispose() => _process.Dispose();
}
