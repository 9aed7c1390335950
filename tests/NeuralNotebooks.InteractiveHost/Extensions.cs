using Microsoft.DotNet.Interactive;

namespace NeuralNotebooks.InteractiveHost;

/// <summary>The extensions of the host: none.</summary>
internal static class Extensions
{
    public static Task LoadAsync(CompositeKernel kernels) => Task.FromResult(kernels);
}
