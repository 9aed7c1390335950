using System.Diagnostics;
using NeuralNotebooks.Classroom;
using NeuralNotebooks.Jupyter;
using NeuralNotebooks.Runner;

namespace NeuralNotebooks.Cli.Tests;

public sealed class SystemChecksTests : FolderedTests
{
    [Theory]
    [InlineData(
        "Selected Jupyter core packages...\nIPython          : 8.5.0\njupyter_core     : 4.12.0\njupyterlab  "
            + "     : not installed\nnotebook         : 6.4.12\n",
        "jupyter_core 4.12.0, notebook 6.4.12"
    )]
    [InlineData("Selected Jupyter core packages...\r\njupyterlab : 4.2.5\r\n", "jupyterlab 4.2.5")]
    [InlineData("4.4.0\n", "4.4.0")]
    [InlineData("Selected Jupyter core packages...\n", null)]
    [InlineData("", null)]
    public void Jupyters_version_is_that_of_the_programs_that_open_notebooks(string output, string? expected) =>
        Assert.Equal(expected, SystemChecks.JupyterVersion(output));

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

    /// <summary>The findings for different machines.</summary>
    private static readonly Dictionary<string, Func<IEnumerable<Finding>>> _found = new()
    {
        ["A number of threads above the number of cores gets a note"] = () =>
            ((string?[])["7", "many", "0", "2", null]).SelectMany(threads => SystemChecks.Threads(threads, cores: 2)),
        ["A sandbox is good if every attempt that must fail does"] = () =>
            [Sandbox(true, true), Sandbox(true, false), Sandbox(false, true)],
        ["A machine without a sandbox says why and what follows"] = () =>
        [
            SystemChecks.Sandbox(
                new(IsolationKind.None, [new("the grader's files", false, true, "bubblewrap is not installed.")])
            ),
        ],
        ["Without a kernel there is advice"] = () => [SystemChecks.Kernel([])],
    };

    [Theory]
    [FactsOf("Doctor/System")]
    public void The_doctor(string fact) =>
        ApprovedTexts.Check(
            "Doctor/System",
            fact,
            string.Concat(_found[fact]().Select(InWords))
        );

    [Fact]
    public void An_installed_kernel_is_told_from_a_damaged_one()
    {
        IReadOnlyList<KernelSpec> installed = KernelInstaller.ForPrefix(Folder.Path).Install();

        Assert.Equal(State.Good, SystemChecks.Kernel(installed).State);
        File.Delete(installed[0].Program!);
        Assert.Equal("install it again: nn kernel install", SystemChecks.Kernel(installed).Advice);
    }

    /// <summary>With the first sentence of the advice: the others are about this machine.</summary>
    private static string InWords(Finding one) =>
        $"{one.State} {one.Name}: {one.Detail} → {one.Advice?.Split(". ")[0]}".TrimEnd(' ', '→') + "\n";

    private static Finding Sandbox(bool network, bool threads) =>
        SystemChecks.Sandbox(
            new(
                IsolationKind.Bubblewrap,
                [new("the network", network, IsNeeded: true, ""), new("more threads", threads, IsNeeded: false, "")]
            )
        );

    [Fact]
    public void Ubuntu_is_told_how_bubblewrap_alone_may_make_namespaces()
    {
        string profile = SystemChecks.Profile("/usr/bin/bwrap");

        Assert.Contains("profile bwrap /usr/bin/bwrap flags=(unconfined) {\n  userns,\n}", profile);
        Assert.Contains("sudo apparmor_parser -r /etc/apparmor.d/bwrap", profile);
    }

    [Theory]
    [Cases(
        "1\n", true,
        "0\n", false,
        null, false
    )]
    public void The_profile_is_missing_only_where_the_kernel_asks_for_one(string? setting, bool isRestricted)
    {
        string file = setting is null ? Folder.At("none") : Folder.File("setting", setting);

        Assert.Equal(isRestricted, SystemChecks.IsRestricted(file));
    }

    [Fact]
    public async Task Root_without_the_capability_for_namespaces_has_a_sandbox_too()
    {
        Assert.SkipUnless(
            OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess,
            "Only root can give up the capability."
        );
        IsolationReport here = await IsolationCheck.FindAsync(Cancellation);
        Assert.SkipUnless(here is { IsIsolated: true, Kind: IsolationKind.Bubblewrap }, "There is no bubblewrap.");

        (_, string output, _) = await Task.Run(() => Programs.Run(
            "setpriv",
            "--bounding-set=-sys_admin",
            "--",
            DotnetInstallation.Program,
            "exec",
            typeof(CommandLine).Assembly.Location,
            "doctor"
        ));

        output.ShouldContain("bubblewrap: ");
    }
}
