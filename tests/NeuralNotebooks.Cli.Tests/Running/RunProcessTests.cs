using System.Diagnostics;
using System.Globalization;

namespace NeuralNotebooks.Cli.Tests;

/// <summary>The command line as a separate process, as a user starts it.</summary>
public sealed class RunProcessTests : IDisposable
{
    private const string EarlierOutput = "the output of an earlier run";

    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Output => Path.Combine(_folder.Path, "out");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_run_under_another_locale_and_without_a_terminal_writes_plain_lines()
    {
        string path = _folder.Notebook("good.ipynb", "0.5", "Console.WriteLine(0.5);");

        using Process process = Start(("LC_ALL", "de_DE.UTF-8"), "run", path, "--output", Output);
        string output = await process.StandardOutput.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);

        Assert.Equal(0, process.ExitCode);
        Assert.DoesNotContain("\u001b", output, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^passed   good\.ipynb in \d+\.\d s", output);
        Assert.Contains("1 of 1 notebooks passed", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ctrl_C_exits_with_130_ends_the_notebook_and_keeps_earlier_results()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Sends the signal with kill.");
        using Process process = await StartEndless();
        int worker = await WorkerIdAsync();

        await Signal.SendAsync("INT", process, Cancellation);
        await process.WaitForExitAsync(Cancellation).WaitAsync(_timeout, Cancellation);

        Assert.Equal(130, process.ExitCode);
        await AssertEnds(worker);
        Assert.Equal(EarlierOutput, File.ReadAllText(Path.Combine(Output, "notebooks", "endless.ipynb")));
        Assert.Equal("endless.ipynb", Path.GetFileName(Assert.Single(Directory.GetFiles(Path.Combine(Output, "notebooks")))));
    }

    [Fact]
    public async Task A_closed_terminal_ends_the_notebook_as_Ctrl_C_does()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Sends the signal with kill.");
        using Process process = await StartEndless();
        int worker = await WorkerIdAsync();

        await Signal.SendAsync("HUP", process, Cancellation);
        await process.WaitForExitAsync(Cancellation).WaitAsync(_timeout, Cancellation);

        Assert.Equal(130, process.ExitCode);
        await AssertEnds(worker);
    }

    [Theory]
    [InlineData("doctor > /dev/full")]
    [InlineData("run good.ipynb -o out > /dev/full")]
    [InlineData("--help > /dev/full")]
    public async Task A_full_disk_behind_the_output_is_reported_in_one_sentence(string command)
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "There is no /dev/full here.");
        _folder.Notebook("good.ipynb", "1");

        (int code, string error) = await Shell(command);

        Assert.Equal(ExitCode.CellFailed, code);
        Assert.StartsWith("Standard output could not be written: ", error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task A_missing_working_folder_is_reported_in_one_sentence()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows does not delete a folder in use.");

        (int code, string error) = await Shell("run x.ipynb", before: "mkdir gone; cd gone; rmdir ../gone;");

        Assert.Equal(ExitCode.NotFound, code);
        Assert.Equal("The working folder is gone or cannot be read: change to another one.", error.Trim());
    }

    [Fact]
    public async Task A_notebooks_process_ends_when_the_command_line_is_killed()
    {
        using Process process = await StartEndless();
        int worker = await WorkerIdAsync();

        process.Kill();

        await AssertEnds(worker);
    }

    private async Task<(int Code, string Error)> Shell(string command, string before = "")
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Needs a POSIX shell.");
        var start = new ProcessStartInfo("sh", ["-c", $"{before} dotnet exec '{typeof(CommandLine).Assembly.Location}' {command}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder.Path,
        };
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(Cancellation);
        string error = await process.StandardError.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation).WaitAsync(_timeout, Cancellation);
        await output;
        return (process.ExitCode, error);
    }

    private Task<Process> StartEndless()
    {
        string path = _folder.Notebook(
            "endless.ipynb",
            $"""System.IO.File.WriteAllText(@"{WorkerIdFile}", Environment.ProcessId.ToString());""",
            "System.Threading.Tasks.Parallel.For(0, 64, _ => { while (true) System.Threading.Thread.Sleep(1000); });");
        new WrittenResults(new OutputFolder(Output)).Add(_folder.File(Path.Combine("out", "notebooks", "endless.ipynb"), EarlierOutput), path);
        return Task.FromResult(Start(null, "run", path, "--output", Output));
    }

    private string WorkerIdFile => Path.Combine(_folder.Path, "worker.txt");

    private async Task<int> WorkerIdAsync()
    {
        for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < _timeout; await Task.Delay(50, Cancellation))
            if (int.TryParse(WorkerIdText(), NumberStyles.None, CultureInfo.InvariantCulture, out int id))
                return id;
        throw new TimeoutException("The notebook did not begin.");
    }

    private string WorkerIdText()
    {
        try
        {
            return File.ReadAllText(WorkerIdFile);
        }
        catch (IOException)
        {
            return ""; // It does not exist yet, or (on Windows) the worker is still writing it.
        }
    }

    private static async Task AssertEnds(int id)
    {
        for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < _timeout; await Task.Delay(50, Cancellation))
            if (!IsRunning(id))
                return;
        Assert.Fail($"Process {id} is still running.");
    }

    private static bool IsRunning(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static Process Start((string Name, string Value)? environment, params string[] args)
    {
        string nn = typeof(CommandLine).Assembly.Location;
        var start = new ProcessStartInfo("dotnet", ["exec", nn, .. args]) { RedirectStandardOutput = true };
        if (environment is var (name, value))
            start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
