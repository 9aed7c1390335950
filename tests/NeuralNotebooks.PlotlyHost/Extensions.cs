using Microsoft.DotNet.Interactive;
using Plotly.NET.Interactive;

namespace NeuralNotebooks.InteractiveHost;

/// <summary>The extension of Plotly.NET.Interactive, which an editor loads with the package.</summary>
internal static class Extensions
{
    public static Task LoadAsync(CompositeKernel kernels) =>
        ((IKernelExtension)new FormatterKernelExtension()).OnLoadAsync(kernels);
}
