using System.ComponentModel;
using System.Diagnostics;

namespace NeuralNotebooks.Site;

/// <summary>A program that is given a text and writes another.</summary>
internal static class OtherProgram
{
    /// <summary>What it writes, and its exit code. After the limit it is ended, with all that it has started.</summary>
    /// <exception cref="IOException">The program cannot be started, or does not take its input.</exception>
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
