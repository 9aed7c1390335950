namespace NeuralNotebooks.Cli.Tests;

public sealed class RunProcessTests : FolderedTests
{
    private const string EarlierOutput = """
            { "nbformat": 4, "metadata": { "neuralnotebooks": { "source": "../.." } }, "cells": [] }
            """,
        Unwritten = "Standard output could not be written: ";

    private string Output => Folder.At("out");

    [Fact]
    public async Task A_run_under_another_locale_and_without_a_terminal_writes_plain_lines()
    {
        string path = Folder.Notebook("good.ipynb", "0.5", "Console.WriteLine(0.5);");

        ProcessStartInfo start = Signal.Nn(Signal.Default, "run", path, "--output", Output);
        start.Environment["LC_ALL"] = "de_DE.UTF-8";
        (int code, string output, _) = await Task.Run(() => Programs.Run(start));
        Assert.Equal(0, code);
        output.ShouldNotContain("\u001b");
        Assert.Matches(@"(?m)^passed   good\.ipynb in \d+\.\d s", output);
        output.ShouldContain("1 of 1 notebooks passed");
        string[] lines = output.TrimEnd().Split('\n');
        Assert.Equal(["Writing the site …", $"Site: {Path.Combine(Output, "index.html")}"], lines[^3..^1]);
        Assert.Matches(@"^Next: \S*nn serve \S+ --open$", lines[^1]);
    }

    [Theory]
    [Cases("INT", "HUP", Daily = 1)]
    public async Task Ctrl_C_or_a_closed_terminal_exits_with_130_ends_the_notebook_and_keeps_earlier_results(
        string signal)
    {
        using Process process = StartEndless();
        int worker = await WorkerIdAsync();

        Signal.Send(signal, process.Id);

        Assert.Equal(130, await Wait.ForExitAsync(process));
        await Wait.UntilAsync(() => !IsRunning(worker));
        Assert.Equal(EarlierOutput, File.ReadAllText(Path.Combine(Output, "notebooks", "endless.ipynb")));
        Assert.Equal(
            "endless.ipynb", Path.GetFileName(Assert.Single(Directory.GetFiles(Path.Combine(Output, "notebooks")))));
    }

    [Fact]
    public async Task Under_nohup_a_run_goes_on_when_its_terminal_is_closed()
    {
        Nightly.Only();
        string go = Folder.At("go");
        string path = Folder.Notebook(
            "patient.ipynb",
            WriteWorkerId,
            $"""while (!System.IO.File.Exists(@"{go}")) System.Threading.Thread.Sleep(20);""");
        using Process process = Process.Start(Signal.Nn(Signal.IgnoredHangUp, "run", path, "--output", Output))!;
        int worker = await WorkerIdAsync();

        Signal.Send("HUP", process.Id);
        Signal.Send("HUP", worker);
        File.WriteAllText(go, "");
        Task<string> output = process.StandardOutput.ReadToEndAsync(Cancellation);
        Assert.Equal(ExitCode.Passed, await Wait.ForExitAsync(process));
        (await output).ShouldContain("1 of 1 notebooks passed");
    }

    [Theory]
    [Cases(
        "nn run good.ipynb -o out >&-; code=$?; test -f out/good.html || code=9; exit $code",
            70, Unwritten + "Bad file descriptor",
        "nn run good.ipynb -o out > /dev/full", 70, Unwritten + "No space left on device",
        "mkdir gone; cd gone; rmdir ../gone; nn run x.ipynb",
            3, "The working folder does not exist or cannot be read. Change to another one.",
        "nn doctor > /dev/full", 70, Unwritten + "No space left on device",
        "nn --help > /dev/full", 70, Unwritten + "No space left on device",
        Daily = 3)]
    public async Task What_a_shell_withholds_is_said_in_one_sentence(string script, int exitCode, string sentence)
    {
        (int code, string error, _) = await Shell(script);

        Assert.Equal((exitCode, sentence), (code, error.Trim()));
    }

    [Fact]
    public async Task A_missing_temporary_folder_is_named_with_what_to_do()
    {
        (int code, _, string output) = await Shell("export TMPDIR=/nowhere/at/all; nn run good.ipynb -o out");

        Assert.Equal(ExitCode.Failed, code);
        output.ShouldContain("there is no temporary folder /nowhere/at/all", "set TMPDIR");
    }

    [Fact]
    public async Task A_notebooks_process_ends_when_the_command_line_is_killed()
    {
        using Process process = StartEndless();
        int worker = await WorkerIdAsync();

        process.Kill();

        await Wait.UntilAsync(() => !IsRunning(worker));
    }

    private async Task<(int Code, string Error, string Output)> Shell(string script)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Needs a POSIX shell, /proc and /dev/full.");
        Folder.Notebook("good.ipynb", "1");
        string nn = $"'{DotnetInstallation.Program}' exec '{typeof(CommandLine).Assembly.Location}'";
        var start = new ProcessStartInfo("sh", ["-c", $"nn() {{ {nn} \"$@\"; }}; {script}"])
        {
            WorkingDirectory = Folder.Path,
        };
        (int code, string output, string error) = await Task.Run(() => Programs.Run(start));
        return (code, error, output);
    }

    private Process StartEndless()
    {
        string path = Folder.Notebook(
            "endless.ipynb",
            WriteWorkerId,
            "System.Threading.Tasks.Parallel.For(0, 64, _ => { while (true) System.Threading.Thread.Sleep(1000); });");
        Folder.File(Path.Combine("out", "notebooks", "endless.ipynb"), EarlierOutput);
        return Process.Start(Signal.Nn(Signal.Default, "run", path, "--output", Output))!;
    }

    /// <summary>The number is first written to another file, so that it is never read incompletely.</summary>
    private string WriteWorkerId =>
        $"""
            System.IO.File.WriteAllText(@"{WorkerIdFile}.new", Environment.ProcessId.ToString());
            System.IO.File.Move(@"{WorkerIdFile}.new", @"{WorkerIdFile}");
            """;

    private string WorkerIdFile => Folder.At("worker.txt");

    private async Task<int> WorkerIdAsync()
    {
        await Wait.UntilAsync(() => File.Exists(WorkerIdFile));
        return int.Parse(File.ReadAllText(WorkerIdFile), null);
    }

    private static bool IsRunning(int id) => Programs.Run("sh", "-c", $"kill -0 {id}").ExitCode == 0;
}
