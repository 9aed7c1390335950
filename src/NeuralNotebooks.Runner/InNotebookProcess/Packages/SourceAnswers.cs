using System.Net;

namespace NeuralNotebooks.Runner.InNotebookProcess;

/// <summary>Which package sources answer. NuGet waits 100 seconds for each request to a source that accepts the
/// connection and then is silent.</summary>
internal sealed record SourceAnswers(IReadOnlyList<string> Answering, IReadOnlyList<string> Silent)
{
    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(5), _poolLimit = TimeSpan.FromSeconds(1);

    public string Sentence =>
        (Answering.Count == 0 ? "No package source has" : "Package sources were not used, because they have not")
        + Invariant($" answered within {_limit.TotalSeconds} seconds: {string.Join(", ", Silent)}.");

    /// <summary>Asks the sources while a restore is running, and cancels it if some are silent.</summary>
    /// <param name="folder">The folder from which NuGet searches its configuration upwards.</param>
    /// <param name="added">Sources that are not in the configuration.</param>
    /// <returns>Null if all sources answer, the restore has ended before, or nothing is known.</returns>
    public static SourceAnswers? CancelIfSilent(
        string folder, IEnumerable<string> added, CancellationTokenSource restore)
    {
        try
        {
            IEnumerable<string> configured = NuGet("list", "source", "--format", "Short")
                .Split('\n', StringSplitOptions.TrimEntries)
                .Where(line => line.StartsWith("E ", StringComparison.Ordinal)).Select(line => line[2..]);
            SourceAnswers? answers = Ask([.. configured, .. added], HttpClient.DefaultProxy, restore.Token);
            // What NuGet's own proxy reaches is not known.
            if (answers is not { Silent.Count: > 0 } || NuGet("config", "get", "http_proxy").Length > 0)
                return null;
            restore.Cancel();
            return answers;
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            return null; // The restore has ended, or cannot be started either.
        }

        string NuGet(params string[] arguments) =>
            InstalledProgram.Run(
                DotnetInstallation.SdkCommand(folder, ["nuget", .. arguments]), cancellation: restore.Token)
                is { ExitCode: 0 } result ? result.Output : "";
    }

    internal static SourceAnswers? Ask(IReadOnlyList<string> sources, IWebProxy proxies, CancellationToken cancellation)
    {
        // Connections need the thread pool, which unfinished tasks of cells may occupy.
        if (!Task.Run(() => { }, cancellation).Wait(_poolLimit, cancellation))
            return null;
        Task[] answers =
            [.. sources.Select(source => OwnThread.Run("Package source", () => WaitForAnswer(source, proxies)))];
        Task.WaitAll(answers, (int)_limit.TotalMilliseconds, cancellation);
        ILookup<bool, string> hasAnswered = sources.Zip(answers).ToLookup(
            pair => pair.Second.IsCompleted, pair => pair.First);
        return new([.. hasAnswered[true]], [.. hasAnswered[false]]);
    }

    /// <summary>Ends with any answer, also a refused connection: NuGet names sources that it cannot use.</summary>
    private static void WaitForAnswer(string source, IWebProxy proxies)
    {
        if (!Uri.TryCreate(source, UriKind.Absolute, out Uri? address) || address.Scheme is not ("http" or "https"))
            return;
        Uri[] schemes = [new UriBuilder(address) { Scheme = "http" }.Uri, address]; // NuGet uses http_proxy for both.
        Uri? proxy = schemes.Where(uri => !proxies.IsBypassed(uri)).Select(proxies.GetProxy).FirstOrDefault();
        using var handler = new SocketsHttpHandler { UseProxy = proxy is not null, Proxy = new WebProxy(proxy) };
        using var client = new HttpClient(handler) { Timeout = _limit * 2 };
        try
        {
            client.Send(new(HttpMethod.Get, address)).Dispose();
        }
        catch (Exception)
        {
            // The connection was refused, or nobody waits any more.
        }
    }
}
