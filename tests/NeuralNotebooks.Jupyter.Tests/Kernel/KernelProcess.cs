using System.Net.Sockets;
using NeuralNotebooks.Runner;

namespace NeuralNotebooks.Jupyter.Tests;

/// <summary>A kernel in its own process, started as Jupyter does it, with its own history.</summary>
internal sealed class KernelProcess : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ProcessStartInfo _start;
    private readonly StringBuilder _log = new();

    private KernelProcess(Action<ProcessStartInfo>? configure)
    {
        ConnectionFile = _folder.File(
            $"connection-{Guid.NewGuid():N}.json",
            new JsonObject
            {
                ["transport"] = "tcp",
                ["ip"] = "127.0.0.1",
                ["shell_port"] = Ports[0],
                ["control_port"] = Ports[1],
                ["stdin_port"] = Ports[2],
                ["iopub_port"] = Ports[3],
                ["hb_port"] = Ports[4],
                ["key"] = Key,
                ["signature_scheme"] = "hmac-sha256",
            }.ToJsonString());

        _start = StartOf(ConnectionFile);
        (_start.WorkingDirectory, _start.RedirectStandardOutput) = (_folder.Path, true);
        _start.Environment.Remove("JPY_PARENT_PID");
        configure?.Invoke(_start);
        Process = Begin();
    }

    public Process Process { get; private set; }

    /// <summary>Shell, control, stdin, iopub, heartbeat.</summary>
    public int[] Ports { get; } = FreePort.Next(5);

    public string Key => "the key";

    public string ConnectionFile { get; }

    public string Folder => _folder.Path;

    public string Log
    {
        get
        {
            lock (_log)
                return _log.ToString();
        }
    }

    public string State =>
        (Process.WaitForExit(TimeSpan.FromSeconds(1)) ? $"It has exited with code {Process.ExitCode}" : "It runs")
        + $"; its log:\n{Log}";

    public static KernelProcess Start(Action<ProcessStartInfo>? configure = null) => new(configure);

    /// <summary>How a kernel is started: in the .NET that runs these tests, whatever is on the path.</summary>
    public static ProcessStartInfo StartOf(string connectionFile) =>
        new(DotnetInstallation.Program, [typeof(KernelProgram).Assembly.Location, connectionFile])
        {
            RedirectStandardError = true,
        };

    public static void Through(ProcessStartInfo start, params string[] program)
    {
        string[] arguments = [.. program[1..], start.FileName, .. start.ArgumentList];
        start.FileName = program[0];
        start.ArgumentList.Clear();
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
    }

    public JupyterClient Connect(string? identity = null)
    {
        try
        {
            return new(this, identity);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            throw new IOException($"{e.Message} {State}", e);
        }
    }

    public void Restart()
    {
        Process.Kill();
        Process.WaitForExit();
        Process.Dispose();
        Process = Begin();
    }

    /// <summary>Waits for the end of the kernel and of its log. Null if it still runs.</summary>
    public int? ExitCode()
    {
        if (!Process.WaitForExit(ZmtpClient.WaitTimeout))
            return null;
        Process.WaitForExit();
        return Process.ExitCode;
    }

    public void Dispose()
    {
        if (!Process.HasExited)
            Process.Kill(entireProcessTree: true);
        Process.WaitForExit();
        Process.Dispose();
        _folder.Dispose();
    }

    private Process Begin()
    {
        Process process = Process.Start(_start)!;
        process.ErrorDataReceived += (_, line) =>
        {
            lock (_log)
                _log.AppendLine(line.Data);
        };
        process.OutputDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        return process;
    }
}
