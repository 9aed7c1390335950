namespace NeuralNotebooks.Jupyter.Tests;

public class PythonClientTests
{
    [Fact]
    public void Jupyter_s_own_kernel_tests_pass_and_none_is_skipped()
    {
        using PythonClient python = PythonClient.With("jupyter_kernel_test");

        // Those tests have timeouts of a tenth of a second, so on a busy machine they may need several attempts.
        (int exitCode, string output) = python.Run(PythonClient.Script("kernel_conformance.py"));
        for (int i = 0; i < 3 && exitCode != 0; i++)
            (exitCode, output) = python.Run(PythonClient.Script("kernel_conformance.py"));

        Assert.True(exitCode == 0, output);
        output.ShouldNotContain("skipped");
    }

    [Fact]
    public void Restarting_a_kernel_many_times_leaks_nothing()
    {
        Nightly.Only();
        using PythonClient python = PythonClient.With("jupyter_client");

        (int exitCode, string output) = python.Run(PythonClient.Script("restart.py"), "5");

        Assert.True(exitCode == 0, output);
    }

    [Fact]
    public void A_project_that_has_changed_asks_for_a_restart_after_which_it_is_new()
    {
        Nightly.Only();
        using PythonClient python = PythonClient.With("jupyter_client");

        (int exitCode, string output) = python.Run(PythonClient.Script("project.py"));

        Assert.True(exitCode == 0, output);
        Assert.StartsWith(
            """
            ['first']
            ['first']
            ['Lib.csproj could not be added.\nLib has changed since it was loaded: restart the notebook.']
            ['first']
            ['second']
            """,
            output);
    }
}
