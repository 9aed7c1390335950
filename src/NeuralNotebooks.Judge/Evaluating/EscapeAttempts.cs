using System.Net.Sockets;

namespace NeuralNotebooks.Judge;

/// <summary>Tries to escape from the sandbox in which this process runs, as a malicious submission would.</summary>
internal static class EscapeAttempts
{
    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(2);

    public static IReadOnlyList<IsolationFinding> Try(TryToEscape request) =>
        [
            Attempt("the grader's files", () => File.ReadAllText(request.SecretFile).Length > 0),
            Attempt(
                "writing outside its scratch folder",
                () =>
                    Write(Path.GetDirectoryName(request.SecretFile)!) || Write("/")
                    || Write(Directory.GetCurrentDirectory())),
            Attempt("the network", () => Connect(request.Port)),
            Attempt("other processes", () => Processes().Any(folder => !IsOwn(folder))),
            Attempt("the grader's debugger socket", () => request.DiagnosticSocket is { } socket && Connect(socket)),
            Attempt(
                "the grader's environment",
                () => Processes().Any(folder => ReadAll($"{folder}/environ").Contains("PATH="))),
            Attempt(
                "root privileges",
                () =>
                    !ReadAll("/proc/self/status").Contains("CapEff:\t0000000000000000")
                    && Environment.IsPrivilegedProcess),
            Attempt("more than one processor", () => Environment.ProcessorCount > 1, isNeeded: false),
            Attempt(
                "more memory than its limit",
                () => GC.GetGCMemoryInfo().TotalAvailableMemoryBytes > 4L * 1024 * 1024 * 1024, isNeeded: false),
            Attempt("more disk than its limit", () => FillDisk(request.Disk), isNeeded: false),
            Attempt("more threads than its limit", () => StartThreads(request.Threads), isNeeded: false),
        ];

    /// <param name="isNeeded">Whether grading needs <c>--no-isolation</c> if the resource can be reached.</param>
    private static IsolationFinding Attempt(string name, Func<bool> succeeds, bool isNeeded = true)
    {
        try
        {
            bool escaped = succeeds();
            return new IsolationFinding(name, !escaped, isNeeded, escaped ? "reached" : "out of reach");
        }
        catch (Exception e)
        {
            return new IsolationFinding(name, IsEnforced: true, isNeeded, $"out of reach ({e.GetType().Name})");
        }
    }

    private static bool Write(string folder) => NamedFile.Try(() =>
    {
        string file = Path.Combine(folder, $"nn-escape-{Guid.NewGuid():N}");
        File.WriteAllText(file, "");
        File.Delete(file);
    });

    private static bool Connect(int port)
    {
        using var client = new TcpClient();
        return client.ConnectAsync("127.0.0.1", port).Wait(_timeout) && client.Connected;
    }

    private static bool Connect(string path)
    {
        using var client = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        client.Connect(new UnixDomainSocketEndPoint(path));
        return client.Connected;
    }

    private static IEnumerable<string> Processes() =>
        Directory.EnumerateDirectories("/proc")
            .Where(folder =>
                int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out _));

    /// <summary>Whether a folder of /proc belongs to the sandbox's first process or to this process.</summary>
    private static bool IsOwn(string folder) =>
        Path.GetFileName(folder) is var id
        && (id == "1" || id == Environment.ProcessId.ToString(CultureInfo.InvariantCulture));

    private static string ReadAll(string file) =>
        NamedFile.TryRead(() => Encoding.Latin1.GetString(File.ReadAllBytes(file)), otherwise: "");

    private static bool FillDisk(int limit)
    {
        string file = Path.Combine(Path.GetTempPath(), "nn-escape-disk");
        try
        {
            using FileStream stream = File.Create(file);
            byte[] megabyte = new byte[1024 * 1024];
            for (int written = 0; written <= limit; written += megabyte.Length)
                stream.Write(megabyte);
            return true;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static bool StartThreads(int limit)
    {
        using var end = new ManualResetEventSlim();
        var threads = new List<Thread>();
        try
        {
            for (int i = 0; i <= limit; i++)
            {
                var thread = new Thread(end.Wait, maxStackSize: 64 * 1024);
                thread.Start();
                threads.Add(thread);
            }
            return true;
        }
        finally
        {
            end.Set();
            foreach (Thread thread in threads)
                thread.Join();
        }
    }
}
