namespace NeuralNotebooks.Runner.Tests;

public class ProcessTreeTests
{
    [Fact]
    public void The_memory_of_child_processes_counts()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux reports it cheaply.");
        // A shell whose child holds 50 MB in a variable.
        var start = new ProcessStartInfo(
            "sh", ["-c", "sh -c 'x=$(head -c 50000000 /dev/zero | tr \"\\0\" x); echo ready; read line'; true"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var shell = Process.Start(start)!;
        Assert.Equal("ready", shell.StandardOutput.ReadLine());

        long memory = new LinuxProcess(shell.Id).Descendants.Sum(process => process.ResidentMemory);
        shell.StandardInput.Close();
        shell.WaitForExit();

        Assert.InRange(memory, 50_000_000, 1_000_000_000);
        Assert.Equal(0, new LinuxProcess(shell.Id).Descendants.Sum(process => process.ResidentMemory));
    }
}
