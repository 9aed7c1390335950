namespace NeuralNotebooks.Jupyter.Tests;

/// <summary>A kernel for all tests that neither end it nor change its state. They run one by one.</summary>
[CollectionDefinition(nameof(SharedKernel))]
public sealed class SharedKernel : ICollectionFixture<SharedKernel>, IDisposable
{
    private readonly KernelProcess _process = KernelProcess.Start();

    internal KernelProcess Process => _process;

    internal JupyterClient Connect() => _process.Connect();

    public void Dispose() => _process.Dispose();
}
