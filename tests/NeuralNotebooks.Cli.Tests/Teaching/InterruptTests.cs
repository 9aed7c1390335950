namespace NeuralNotebooks.Cli.Tests;

public sealed class InterruptTests : FolderedTests
{
    private const string Endless = "int Double(int x) { while (true) { } }";

    private string Output => Folder.At("graded");

    [Theory]
    [Cases("", "--no-isolation")]
    public async Task Ctrl_C_keeps_what_is_graded_ends_every_process_and_resume_continues(string isolation)
    {
        Nightly.Only();
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Looks for the processes in /proc.");
        Assert.SkipUnless(isolation.Length > 0 || File.Exists("/usr/bin/bwrap"), "bubblewrap is not installed.");
        string source = SubmittedClass.Source(Folder), submitted = SubmittedClass.Submitted(Folder, 2);
        SubmittedClass.Submit(Folder, "zoe", Endless);
        string[] command =
        [
            "grade", submitted, "--source", source, "--output", Output, "--jobs", "1", "--timeout", "1000",
            .. isolation.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ];
        using Process process = Start(command);
        await ReadUntilAsync(process.StandardOutput, "2 of 3: s01");

        (string error, LinuxProcess[] descendants) = await InterruptAsync(process);

        Assert.Equal(ExitCode.Interrupted, process.ExitCode);
        error.ShouldContain($"Interrupted. The finished results are in {Output}. To continue, use --resume.");
        await EndAsync(descendants);
        SubmittedClass.Submit(Folder, "zoe", "int Double(int x) => 2 * x;");
        InvokedCommand resumed = await InvokedCommand.Of([.. command, "--resume"]);
        Assert.Equal(ExitCode.Passed, resumed.ExitCode);
        resumed.Output.ShouldContain("3 of 3 submissions graded, 2 of them unchanged.");
        Assert.Equal(
            ["A1,,,s00,,,,2,0,2,2", "A1,,,s01,,,,1,0,1,2", "A1,,,zoe,,,,2,0,2,2"],
            File.ReadAllLines(Path.Combine(Output, "grades.csv")).Skip(1));
    }

    [Fact]
    public async Task Ctrl_C_ends_a_check_and_all_of_its_processes()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Looks for the processes in /proc.");
        using Process process = Start("assign", "check", SubmittedClass.Source(Folder, Endless));

        (string error, LinuxProcess[] descendants) = await InterruptAsync(process);

        Assert.Equal((ExitCode.Interrupted, "Interrupted."), (process.ExitCode, error.Trim()));
        await EndAsync(descendants);
    }

    private static Process Start(params string[] args)
    {
        ProcessStartInfo start = Signal.Nn(Signal.Default, args);
        start.RedirectStandardError = true;
        return Process.Start(start)!;
    }

    private static async Task ReadUntilAsync(StreamReader output, string awaited)
    {
        while (await output.ReadLineAsync(Cancellation) is { } line)
            if (line.StartsWith(awaited, StringComparison.Ordinal))
                return;
        Assert.Fail($"There was no line {awaited}.");
    }

    /// <summary>Sends the signal once a descendant is busy, and waits for the end.</summary>
    private static async Task<(string Error, LinuxProcess[] Descendants)> InterruptAsync(Process process)
    {
        var all = new LinuxProcess(process.Id);
        Dictionary<LinuxProcess, long> before = all.Descendants.Distinct().ToDictionary(one => one, CpuTicks);
        await Wait.UntilAsync(() => all.Descendants.Any(one => CpuTicks(one) - before.GetValueOrDefault(one) > 100));
        LinuxProcess[] descendants = [.. all.Descendants];
        Signal.Send("INT", process.Id);
        Task<string> output = process.StandardOutput.ReadToEndAsync(Cancellation),
            error = process.StandardError.ReadToEndAsync(Cancellation);
        await Wait.ForExitAsync(process);
        await output;
        return (await error, descendants);
    }

    private static async Task EndAsync(LinuxProcess[] processes)
    {
        Assert.NotEmpty(processes);
        foreach (LinuxProcess process in processes)
            await Wait.UntilAsync(() => process.HasEnded);
    }

    private static long CpuTicks(LinuxProcess process) =>
        process.Fields is [_, ..] fields ? long.Parse(fields[11], CultureInfo.InvariantCulture) : 0;
}
