using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Connection;
using NeuralNotebooks.Engine;

namespace NeuralNotebooks.Interactive;

/// <summary>The languages that only the tool <c>dotnet-interactive</c> runs. Their kernels are in a process of the
/// tool, which is started with the first cell in one of them.</summary>
/// <param name="root">Gets the kernels.</param>
/// <param name="folder">The working directory of the tool.</param>
/// <param name="findTool">Finds the tool; null if it is not installed.</param>
internal sealed class ToolKernels(CompositeKernel root, string folder, Func<string?> findTool) : IDisposable
{
    /// <summary>The kernels' aliases, by name.</summary>
    private static readonly Dictionary<string, string[]> _aliases = new(StringComparer.Ordinal)
    {
        ["fsharp"] = ["f#", "F#"],
        ["pwsh"] = ["powershell"],
        ["http"] = [],
    };

    private const int Attempts = 20;
    private static readonly TimeSpan _delay = TimeSpan.FromMilliseconds(100);

    private StdIoKernelConnector? _connector;

    /// <summary>Adds the kernel of the language that the first line of a text names, if the tool runs it.</summary>
    /// <exception cref="ForeignCodeException">The tool is not installed.</exception>
    public async Task AddKernelOf(string text)
    {
        string line = text.Split('\n')[0], named = line.Split(' ')[0].Trim()[2..];
        string? name = _aliases.Keys.FirstOrDefault(name => name == named || _aliases[name].Contains(named));
        if (name is null || root.ChildKernels.Any(kernel => kernel.Name == name))
            return;
        if (_connector is null)
        {
            string tool = findTool() ?? throw new ForeignCodeException(
                $"A cell in {name} needs the tool dotnet-interactive, which is not installed here: "
                    + "dotnet tool install --global Microsoft.dotnet-interactive. The cells in C# run without it.",
                isMissing: true
            );
            _connector = new StdIoKernelConnector(
                [tool, "stdio"],
                "dotnet-interactive",
                KernelHost.CreateHostUri("dotnet-interactive"),
                new DirectoryInfo(folder)
            );
        }
        ProxyKernel proxy = await Task.Run(() => ConnectAsync(_connector, name));
        root.Add(proxy.UseValueSharing(), _aliases[name]);
    }

    /// <summary>Connects a kernel of the tool. The connector may look for the kernel before it has stored what the tool
    /// has reported about itself, so this is tried again.</summary>
    private static async Task<ProxyKernel> ConnectAsync(StdIoKernelConnector connector, string name)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await connector.CreateProxyKernelAsync(name);
            }
            catch (InvalidOperationException) when (attempt < Attempts)
            {
                await Task.Delay(_delay);
            }
        }
    }

    public void Dispose() => _connector?.Dispose();
}
