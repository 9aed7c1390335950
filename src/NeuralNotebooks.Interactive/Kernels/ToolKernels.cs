using Microsoft.DotNet.Interactive.Connection;

namespace NeuralNotebooks.Interactive;

/// <summary>The languages that only the tool <c>dotnet-interactive</c> runs. Their kernels are in a process of the
/// tool, which is started with the first cell in one of them.</summary>
internal sealed class ToolKernels(CompositeKernel root, string folder, Func<string?> findTool) : IDisposable
{
    private const int Attempts = 20;

    /// <summary>The languages for which a process of the tool is started; the others have kernels in this
    /// process.</summary>
    private static readonly string[] _languages = ["fsharp", "pwsh", "http"];

    private static readonly TimeSpan _delay = TimeSpan.FromMilliseconds(100);

    private StdIoKernelConnector? _connector;

    /// <summary>Adds the kernels of the languages that a text names and the tool runs: its own language, and those
    /// from which it takes variables. The API's parser knows only the kernels that have been added, so the names are
    /// found here.</summary>
    /// <exception cref="ForeignCodeException">The tool is not installed, or a name is not known.</exception>
    public async Task AddKernelsOfAsync(string text)
    {
        foreach (string line in text.Split('\n').Where(line => line.StartsWith("#!", StringComparison.Ordinal)))
        {
            string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            // #!LANGUAGE, @KERNEL:VARIABLE and --from KERNEL.
            string? source = words.SkipWhile(word => word != "--from").ElementAtOrDefault(1);
            IEnumerable<string> shared = words.Where(word => word.StartsWith('@') && word.Contains(':'))
                .Select(word => word[1..word.IndexOf(':')]);
            foreach (string named in ((string?[])[words[0][2..], .. shared, source]).OfType<string>())
                await AddKernelAsync(named);
            if (source is not null && root.FindKernelByName(source) is null)
                throw new ForeignCodeException(
                    $"There is no kernel {source} here. #!lsmagic lists the kernels and their commands.");
        }
    }

    private async Task AddKernelAsync(string named)
    {
        if (NotebookLanguage.Names.GetValueOrDefault(named) is not { } name
            || !_languages.Contains(name)
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
        ProxyKernel proxy = await CommandThreads.Run(() => ConnectAsync(_connector, name)).Unwrap();
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
