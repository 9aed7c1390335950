using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using NeuralNotebooks.Runner;

namespace NeuralNotebooks.Cli.Tests;

/// <summary>A cluster of this machine only: munged, slurmctld and slurmd for one test, in a folder of its
/// own.</summary>
internal sealed class SlurmCluster : IDisposable
{
    private static readonly string[] _programs =
    [
        "munged",
        "slurmctld",
        "slurmd",
        "sbatch",
        "scancel",
        "squeue",
        "sinfo",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("nn-slurm-").FullName;
    private readonly List<Process> _daemons = [];

    /// <summary>Why there can be no cluster here; null if there can be.</summary>
    public static string? Obstacle =>
        !OperatingSystem.IsLinux() ? "Slurm needs Linux."
        : !Environment.IsPrivilegedProcess ? "slurmd needs root."
        : _programs.Where(program => ProgramOf(program) is null).ToArray() is { Length: > 0 } missing
            ? $"{string.Join(", ", missing)} are not installed: packages slurm-wlm and munge."
        : null;

    public async Task StartAsync(CancellationToken cancellation)
    {
        Programs.Run("chmod", "711", _folder);
        string key = In("key"),
            host = Dns.GetHostName().Split('.')[0];
        await File.WriteAllBytesAsync(key, RandomNumberGenerator.GetBytes(1024), cancellation);
        Programs.Run("chmod", "400", key);
        foreach (string folder in new[] { "state", "spool" })
            Directory.CreateDirectory(In(folder));
        await File.WriteAllTextAsync(
            In("slurm.conf"),
            $"""
            ClusterName=nn
            SlurmctldHost={host}(127.0.0.1)
            AuthType=auth/munge
            AuthInfo=socket={In("munge.sock")}
            CredType=cred/munge
            ProctrackType=proctrack/linuxproc
            TaskPlugin=task/none
            SwitchType=switch/none
            SelectType=select/cons_tres
            SchedulerParameters=batch_sched_delay=0,sched_interval=1
            MpiDefault=none
            SlurmUser=root
            SlurmdUser=root
            SlurmctldPort={FreePort()}
            SlurmdPort={FreePort()}
            SlurmctldPidFile={In("slurmctld.pid")}
            SlurmdPidFile={In("slurmd.pid")}
            SlurmctldLogFile={In("slurmctld.log")}
            SlurmdLogFile={In("slurmd.log")}
            StateSaveLocation={In("state")}
            SlurmdSpoolDir={In("spool")}
            NodeName={host} NodeAddr=127.0.0.1 CPUs={Environment.ProcessorCount} State=UNKNOWN
            PartitionName=all Nodes=ALL Default=YES State=UP

            """,
            cancellation
        );
        Start(
            "munged",
            "--foreground",
            "--force",
            $"--key-file={key}",
            $"--socket={In("munge.sock")}",
            $"--pid-file={In("munge.pid")}",
            $"--log-file={In("munge.log")}",
            $"--seed-file={In("seed")}"
        );
        await WaitUntilAsync(() => Task.FromResult(File.Exists(In("munge.sock"))), cancellation);
        Start("slurmctld", "-D");
        Start("slurmd", "-D", "-N", host);
        await WaitUntilAsync(
            async () =>
                (await RunAsync("sinfo", "--noheader", "--format=%T")).Output.StartsWith(
                    "idle",
                    StringComparison.Ordinal
                ),
            cancellation
        );
    }

    /// <summary>Runs a Slurm command to completion.</summary>
    public async Task<(int ExitCode, string Output)> RunAsync(string program, params string[] arguments)
    {
        (int code, string output, string error) = await Task.Run(() => Programs.Run(StartOf(program, arguments)));
        return (code, output + error);
    }

    public static async Task WaitUntilAsync(Func<Task<bool>> condition, CancellationToken cancellation)
    {
        while (!await condition())
            await Task.Delay(100, cancellation);
    }

    public void Dispose()
    {
        foreach (Process daemon in Enumerable.Reverse(_daemons))
        {
            daemon.Kill(entireProcessTree: true);
            daemon.WaitForExit();
            daemon.Dispose();
        }
        Directory.Delete(_folder, recursive: true);
    }

    private void Start(string program, params string[] arguments)
    {
        Process process = Process.Start(StartOf(program, arguments))!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        _daemons.Add(process);
    }

    private ProcessStartInfo StartOf(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(ProgramOf(program)!, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder,
        };
        start.Environment["SLURM_CONF"] = In("slurm.conf");
        start.Environment["NN"] = $"{DotnetInstallation.Program} {Path.Combine(AppContext.BaseDirectory, "nn.dll")}";
        return start;
    }

    private string In(string name) => Path.Combine(_folder, name);

    private static string? ProgramOf(string name) =>
        new[] { "/usr/bin", "/usr/sbin" }.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
