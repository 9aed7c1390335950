using NeuralNotebooks.Jupyter;

namespace NeuralNotebooks.Cli.Tests;

public sealed class KernelCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

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
        damaged.Advice.ShouldContain("nn kernel install");
    }

    public void Dispose() => _folder.Dispose();
}
