using System.Diagnostics;
using NeuralNotebooks.Classroom;

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
}
