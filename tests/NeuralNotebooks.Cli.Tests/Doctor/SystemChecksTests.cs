namespace NeuralNotebooks.Cli.Tests;

public sealed class SystemChecksTests
{
    [Theory]
    [InlineData("Selected Jupyter core packages...\nIPython          : 8.5.0\njupyter_core     : 4.12.0\njupyterlab       : not installed\nnotebook         : 6.4.12\n", "jupyter_core 4.12.0, notebook 6.4.12")]
    [InlineData("Selected Jupyter core packages...\r\njupyterlab : 4.2.5\r\n", "jupyterlab 4.2.5")]
    [InlineData("4.4.0\n", "4.4.0")]
    [InlineData("Selected Jupyter core packages...\n", null)]
    [InlineData("", null)]
    public void Jupyters_version_is_that_of_the_programs_that_open_notebooks(string output, string? expected)
        => Assert.Equal(expected, SystemChecks.JupyterVersion(output));

    [Theory]
    [InlineData("7", State.Optional, "7 on 2 processor cores")]
    [InlineData("many", State.Optional, "many is not a number of threads")]
    [InlineData("0", State.Optional, "0 is not a number of threads")]
    [InlineData("2", State.Good, "2")]
    public void A_number_of_threads_above_the_number_of_cores_gets_a_note(string variable, object state, string detail)
    {
        Finding finding = Assert.Single(SystemChecks.Threads(variable, cores: 2));

        Assert.Equal(state, finding.State);
        Assert.StartsWith(detail, finding.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unset_number_of_threads_is_not_mentioned() => Assert.Empty(SystemChecks.Threads(null, cores: 2));
}
