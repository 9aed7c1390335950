using System.Diagnostics;
using NeuralNotebooks.Classroom;
using NeuralNotebooks.Runner;

namespace NeuralNotebooks.Cli.Tests;

public sealed class SystemChecksTests
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
        (int ExitCode, string Output)? answer = await Task.Run(() => SystemChecks.RunProgram("sh", leavesSleep))
            .WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);

        Assert.Equal(0, answer?.ExitCode);
        using var left = Process.GetProcessById(int.Parse(answer!.Value.Output, null));
        left.Kill();
    }

    [Theory]
    [InlineData("7", State.Optional, "7 on 2 processor cores")]
    [InlineData("many", State.Optional, "many is not a number of threads")]
    [InlineData("0", State.Optional, "0 is not a number of threads")]
    [InlineData("2", State.Good, "2")]
    public void A_number_of_threads_above_the_number_of_cores_gets_a_note(string variable, object state, string detail)
    {
        Finding finding = Assert.Single(SystemChecks.Threads(variable, cores: 2));

        Assert.Equal(state, finding.State);
        finding.Detail.ShouldStartWith(detail);
    }

    [Fact]
    public void An_unset_number_of_threads_is_not_mentioned() => Assert.Empty(SystemChecks.Threads(null, cores: 2));

    [Theory]
    [InlineData(true, true, State.Good, "bubblewrap: 2 of 2 attempts to get out failed")]
    [InlineData(true, false, State.Good, "bubblewrap: 1 of 2 attempts to get out failed; within reach: more threads")]
    [InlineData(
        false,
        true,
        State.Optional,
        "bubblewrap: 1 of 2 attempts to get out failed; within reach: the network"
    )]
    public void A_sandbox_is_good_if_every_attempt_that_must_fail_does(
        bool network,
        bool threads,
        object state,
        string detail
    )
    {
        Finding finding = SystemChecks.Sandbox(
            new IsolationReport(
                IsolationKind.Bubblewrap,
                [new("the network", network, IsNeeded: true, ""), new("more threads", threads, IsNeeded: false, "")]
            )
        );

        Assert.Equal((state, detail), (finding.State, finding.Detail));
    }

    [Fact]
    public void A_machine_without_a_sandbox_says_why_and_what_follows()
    {
        Finding finding = SystemChecks.Sandbox(
            new IsolationReport(
                IsolationKind.None,
                [new("the grader's files", false, true, "bubblewrap is not installed.")]
            )
        );

        Assert.Equal((State.Optional, "bubblewrap is not installed."), (finding.State, finding.Detail));
        Assert.Contains("--no-isolation", finding.Advice);
    }

    [Fact]
    public void Ubuntu_is_told_how_bubblewrap_alone_may_make_namespaces()
    {
        string profile = SystemChecks.Profile("/usr/bin/bwrap");

        Assert.Contains("profile bwrap /usr/bin/bwrap flags=(unconfined) {\n  userns,\n}", profile);
        Assert.Contains("sudo apparmor_parser -r /etc/apparmor.d/bwrap", profile);
    }

    [Theory]
    [InlineData("1\n", true)]
    [InlineData("0\n", false)]
    [InlineData(null, false)]
    public void The_profile_is_missing_only_where_the_kernel_asks_for_one(string? setting, bool isRestricted)
    {
        using TemporaryFolder folder = new();
        string file = setting is null ? folder.At("none") : folder.File("setting", setting);

        Assert.Equal(isRestricted, SystemChecks.IsRestricted(file));
    }

    [Fact]
    public async Task Root_without_the_capability_for_namespaces_has_a_sandbox_too()
    {
        Assert.SkipUnless(
            OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess,
            "Only root can give up the capability."
        );
        IsolationReport here = await IsolationCheck.FindAsync(TestContext.Current.CancellationToken);
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
