using System.Net;
using System.Net.Sockets;

namespace NeuralNotebooks.Classroom;

/// <summary>Tests how well submissions are isolated from this machine, by trying to escape from each kind of
/// sandbox.</summary>
public static class IsolationCheck
{
    private const int MemoryMegabytes = 256;
    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(20);

    public static async Task<IsolationReport> FindAsync(CancellationToken cancellation)
    {
        if (!OperatingSystem.IsLinux())
            return None("A sandbox needs Linux with bubblewrap.");
        string why = "";
        foreach (IsolationKind kind in (IsolationKind[])[IsolationKind.Bubblewrap, IsolationKind.Namespaces])
        {
            try
            {
                IsolationReport report = await TryAsync(kind, cancellation);
                if (report.IsIsolated)
                    return report;
                why += $"{kind} starts, but these attempts to escape succeed: {report.Reached}. ";
            }
            catch (JudgeException e)
            {
                why += $"{kind}: {e.Message} ";
            }
        }
        return None("No sandbox works. Install bubblewrap, and in a container allow user namespaces. " + why.TrimEnd());
    }

    public static async Task<IsolationReport> TryAsync(IsolationKind kind, CancellationToken cancellation)
    {
        string secrets = Directory.CreateTempSubdirectory("nn-secret-").FullName;
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        try
        {
            string secret = Path.Combine(secrets, "secret");
            await File.WriteAllTextAsync(secret, "secret", cancellation);
            listener.Start();
            string? socket = Directory.EnumerateFiles(
                    Path.GetTempPath(), Invariant($"dotnet-diagnostic-{Environment.ProcessId}-*"))
                .FirstOrDefault();
            await using var process = JudgeProcess<EvaluatorMessage>.Start(
                new EvaluatorSpec(Sandbox.Of(kind), JudgeFolder.Empty, new SandboxLimits(MemoryMegabytes)), core: 0);
            EscapeTried tried = await process.AskAsync<EscapeTried>(
                new TryToEscape(
                    secret, ((IPEndPoint)listener.LocalEndpoint).Port, socket,
                    SandboxLimits.Disk, SandboxLimits.Threads),
                _limit, _limit, cancellation);
            return new IsolationReport(kind, tried.Findings);
        }
        catch (JudgeProcessLostException e)
        {
            throw new JudgeException($"The escape attempts ended the process: {e.Reason}. {e.Transcript}", e);
        }
        finally
        {
            Directory.Delete(secrets, recursive: true);
        }
    }

    private static IsolationReport None(string why) =>
        new(IsolationKind.None, [new IsolationFinding("the grader's files, processes and network", false, true, why)]);
}
