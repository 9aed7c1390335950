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
    private const int Attempts = 20;
    private static readonly TimeSpan _delay = TimeSpan.FromMilliseconds(100);

    private StdIoKernelConnector? _connector;

    /// <summary>Adds the kernels of the languages that a text names and the tool runs: its own language, and those
    /// from which it takes variables.</summary>
    /// <exception cref="ForeignCodeException">The tool is not installed, or a name is not known.</exception>
    public async Task AddKernelsOf(string text)
    {
        foreach (string line in text.Split('\n').Where(line => line.StartsWith("#!", StringComparison.Ordinal)))
        {
            string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            await AddKernelOf(words[0][2..]);
            foreach (string word in words.Where(word => word.StartsWith('@') && word.Contains(':')))
                await AddKernelOf(word[1..word.IndexOf(':')]);
            if (words.SkipWhile(word => word != "--from").ElementAtOrDefault(1) is not { } from)
                continue;
            await AddKernelOf(from);
            if (root.FindKernelByName(from) is null)
                throw new ForeignCodeException($"There is no kernel {from} here.");
        }
    }

    private async Task AddKernelOf(string named)
    {
        if (NotebookLanguage.Names.GetValueOrDefault(named) is not { } name
            || name is not ("fsharp" or "pwsh" or "http")
            || root.ChildKernels.Any(kernel => kernel.Name == name))
            return;
        if (_connector is null)
        {
            string tool = findTool() ?? throw new ForeignCodeException(
                $"A cell in {name} needs the tool dotnet-interactive, which is not installed here: "
                    + "dotnet tool install --global Microsoft.dotnet-interactive. The cells in C# run without it.",
                isMissing: true);
            _connector = new StdIoKernelConnector(
                [tool, "stdio"],
                "dotnet-interactive",
                KernelHost.CreateHostUri("dotnet-interactive"),
                new DirectoryInfo(folder));
        }
        ProxyKernel proxy = await Task.Run(() => ConnectAsync(_connector, name));
        root.Add(proxy.UseValueSharing(), NotebookLanguage.AliasesOf(name));
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
