using NeuralNotebooks.Jupyter.Installation;

namespace NeuralNotebooks.Cli;

internal sealed class UninstallCommand : KernelPlaceCommand
{
    private readonly Option<string?> _name = new("--name")
    {
        Description = "Only the kernel of this name (default: every one that nn has installed there).",
    };

    public UninstallCommand(CommandContext context)
        : base("uninstall", "Removes kernels that nn kernel install has registered.", context) => AddAll(_name);

    protected override int Run(KernelInstaller installer, ParseResult parsed)
    {
        IReadOnlyList<KernelSpec> removed = installer.Uninstall(parsed.GetValue(_name));
        foreach (KernelSpec spec in removed)
            Terminal.WriteLine($"Removed {spec.Name} from {spec.Folder}");
        return removed.Count > 0 ? ExitCode.Passed : Terminal.Fail(
            ExitCode.NotFound, "There is no such kernel there. To see which there are: jupyter kernelspec list");
    }
}
