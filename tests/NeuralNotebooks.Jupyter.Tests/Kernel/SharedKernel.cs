namespace NeuralNotebooks.Jupyter.Tests;

/// <summary>One kernel for all tests of a class; they do not interfere with each other.</summary>
public sealed class SharedKernel : IDisposable
{
    private readonly KernelProcess _process = KernelProcess.Start();

    internal KernelProcess Process => _process;

    internal JupyterClient Connect() => _process.Connect();

    public void Dispose() => _process.Dispose();
}
