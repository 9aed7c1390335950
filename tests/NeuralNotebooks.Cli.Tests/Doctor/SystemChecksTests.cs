using NeuralNotebooks.Classroom;
using NeuralNotebooks.Jupyter.Installation;

namespace NeuralNotebooks.Cli.Tests;

public sealed class SystemChecksTests : FolderedTests
{
    [Fact]
    public async Task A_program_that_leaves_another_one_with_its_output_is_not_waited_for()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Needs a POSIX shell.");

        string[] leavesSleep = ["-c", "sleep 3600 & echo $!"];
        ProgramResult? answer = await Task.Run(() => InstalledProgram.Ask("sh", leavesSleep))
            .WaitAsync(TimeSpan.FromMinutes(2), Cancellation);

        Assert.Equal(0, answer?.ExitCode);
        using var left = Process.GetProcessById(int.Parse(answer!.Output, null));
        left.Kill();
    }

    private static readonly Dictionary<string, Func<IEnumerable<Finding>>> _found = new()
    {
        ["A sandbox is good if every attempt that must fail does"] = () =>
            [Sandbox(true, true), Sandbox(true, false), Sandbox(false, true)],
        ["A machine without a sandbox says why and what follows"] = () =>
        [
            SystemChecks.Sandbox(
                new(IsolationKind.None, [new("the grader's files", false, true, "bubblewrap is not installed.")])),
        ],
        ["Without a kernel there is advice"] = () => [SystemChecks.Kernel([])],
    };

    [Theory]
    [FactsOf("Doctor/System")]
    public void The_doctor(string fact) =>
        ApprovedTexts.Check("Doctor/System", fact, string.Concat(_found[fact]().Select(InWords)));

    [Fact]
    public void The_compiler_of_the_SDK_is_told_from_that_of_the_package_by_its_machine_code()
    {
        // The runtime's assemblies have machine code, those of tests have none.
        Assert.EndsWith(", with machine code", SystemChecks.Compiler(typeof(object).Assembly.Location).Detail);
        SystemChecks.Compiler(typeof(SystemChecksTests).Assembly.Location).Detail.ShouldContain("without machine code");
    }

    [Fact]
    public void An_installed_kernel_is_told_from_a_damaged_one()
    {
        IReadOnlyList<KernelSpec> installed = KernelInstaller.ForPrefix(Folder.Path).Install();

        Assert.Null(SystemChecks.Kernel(installed).Advice);
        File.Delete(installed[0].Program!);
        Assert.Equal("install it again: nn kernel install", SystemChecks.Kernel(installed).Advice);
    }

    internal static string InWords(Finding one)
    {
        string state = one.Advice is null ? "Good" : one.IsNeeded ? "Bad" : "Optional";
        return $"{state} {one.Name}: {one.Detail} → {one.Advice}".TrimEnd(' ', '→') + "\n";
    }

    private static Finding Sandbox(bool network, bool threads) =>
        SystemChecks.Sandbox(
            new(
                IsolationKind.Bubblewrap,
                [new("the network", network, IsNeeded: true, ""), new("more threads", threads, IsNeeded: false, "")]));

    [Fact]
    public async Task Root_without_the_capability_for_namespaces_has_a_sandbox_too()
    {
        Assert.SkipUnless(
            OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "Only root can give up the capability.");
        IsolationReport here = await IsolationCheck.FindAsync(Cancellation);
        Assert.SkipUnless(here is { IsIsolated: true, Kind: IsolationKind.Bubblewrap }, "There is no bubblewrap.");

        (_, string output, _) = await Task.Run(() => Programs.Run(
            "setpriv", "--bounding-set=-sys_admin", "--", DotnetInstallation.Program, "exec",
            typeof(CommandLine).Assembly.Location, "doctor"));

        output.ShouldContain("bubblewrap: ");
    }
}
