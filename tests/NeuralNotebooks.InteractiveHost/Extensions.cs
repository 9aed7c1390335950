using Microsoft.DotNet.Interactive;

namespace NeuralNotebooks.InteractiveHost;

internal static class Extensions
{
    public static Task LoadAsync(CompositeKernel kernels) => Task.FromResult(kernels);
}
