using System.ComponentModel;
using System.Diagnostics;

namespace NeuralNotebooks.Site;

/// <summary>Runs an external program that reads a text and writes another one.</summary>
internal static class OtherProgram
{
    /// <summary>Returns the program's standard output and exit code. After the time limit, the program is killed with
    /// all its child processes.</summary>
    /// <exception cref="IOException">The program cannot be started, or does not read its input.</exception>
    public static (string Output, int ExitCode) Run(
        string program, IEnumerable<string> arguments, string input, TimeSpan limit, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        try
        {
            using Process process = Process.Start(start)!;
            using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            time.CancelAfter(limit);
            using CancellationTokenRegistration end = time.Token.Register(() => process.Kill(entireProcessTree: true));
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            Task<string> output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
            process.StandardInput.Write(input);
            process.StandardInput.Close();
            string written = output.GetAwaiter().GetResult();
            process.WaitForExit();
            cancellation.ThrowIfCancellationRequested();
            return (written, process.ExitCode);
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException)
        {
            cancellation.ThrowIfCancellationRequested();
            throw new IOException($"{program} cannot be started: {e.Message}", e);
        }
        catch (IOException)
        {
            cancellation.ThrowIfCancellationRequested();
            throw;
        }
    }
}
