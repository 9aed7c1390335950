namespace NeuralNotebooks.Jupyter.Tests;

/// <summary>One kernel for the tests of a class, which do not disturb each other.</summary>
public sealed class SharedKernel : IDisposable
{
    private readonly KernelProcess process = KernelProcess.Start();

    internal KernelProcess Process => process;

    internal JupyterClient Connect() => process.Connect();

    public void Dispose() => process.Dispose();
}
