using NeuralNotebooks.Jupyter;

namespace NeuralNotebooks.Cli.Tests;

public sealed class KernelCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Kernels => Path.Combine(_folder.Path, "share", "jupyter", "kernels");

    [Fact]
    public async Task Install_reports_what_it_creates_and_uninstall_removes_it()
    {
        InvokedCommand installed = await InvokedCommand.Of(
            "kernel",
            "install",
            "--prefix",
            _folder.Path,
            "--name",
            "my-kernel"
        );
        InvokedCommand removed = await InvokedCommand.Of("kernel", "uninstall", "--prefix", _folder.Path);
        InvokedCommand nothing = await InvokedCommand.Of("kernel", "uninstall", "--prefix", _folder.Path);

        Assert.Equal(ExitCode.Passed, installed.ExitCode);
        Assert.Contains(
            $"Installed my-kernel (C# (NeuralNotebooks)) in {Path.Combine(Kernels, "my-kernel")}",
            installed.Output,
            StringComparison.Ordinal
        );
        Assert.Contains(
            $"Removed my-kernel from {Path.Combine(Kernels, "my-kernel")}",
            removed.Output,
            StringComparison.Ordinal
        );
        Assert.Equal(ExitCode.NotFound, nothing.ExitCode);
        Assert.False(Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories).Any());
    }

    [Theory]
    [InlineData("is not a name", "kernel", "install", "--name", "no/name")]
    [InlineData("only one of", "kernel", "install", "--user", "--sys-prefix")]
    [InlineData("only one of", "kernel", "uninstall", "--user", "--prefix", "/tmp")]
    public async Task Arguments_that_make_no_sense_are_refused(string reason, params string[] args)
    {
        InvokedCommand refused = await InvokedCommand.Of(args);

        Assert.Equal(ExitCode.Usage, refused.ExitCode);
        Assert.Contains(reason, refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_kernel_s_name_is_not_taken()
    {
        _folder.File("share/jupyter/kernels/taken/kernel.json", "{}");

        InvokedCommand refused = await InvokedCommand.Of(
            "kernel",
            "install",
            "--prefix",
            _folder.Path,
            "--name",
            "taken"
        );

        Assert.Equal(ExitCode.CellFailed, refused.ExitCode);
        Assert.Contains("another kernel", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_says_what_is_wrong_with_a_connection_file() =>
        Assert.Equal(
            ExitCode.Usage,
            (await InvokedCommand.Of("kernel", "start", Path.Combine(_folder.Path, "none.json"))).ExitCode
        );

    [Fact]
    public async Task List_shows_what_Jupyter_finds() =>
        Assert.Equal(ExitCode.Passed, (await InvokedCommand.Of("kernel", "list")).ExitCode);

    [Fact]
    public void The_doctor_distinguishes_an_installed_kernel_a_damaged_one_and_none()
    {
        IReadOnlyList<KernelSpec> installed = KernelInstaller.ForPrefix(_folder.Path).Install();

        Assert.Equal(State.Optional, SystemChecks.Kernel([]).State);
        Assert.Equal(State.Good, SystemChecks.Kernel(installed).State);
        File.Delete(installed[0].Program!);
        Finding damaged = SystemChecks.Kernel(installed);
        Assert.Equal(State.Optional, damaged.State);
        Assert.Contains("nn kernel install", damaged.Advice, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
