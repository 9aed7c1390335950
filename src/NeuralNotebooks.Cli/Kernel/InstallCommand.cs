using NeuralNotebooks.Jupyter.Installation;

namespace NeuralNotebooks.Cli;

internal sealed class InstallCommand : KernelPlaceCommand
{
    private readonly Option<string> _name = new Option<string>("--name")
    {
        Description = "The kernel's name.",
        DefaultValueFactory = _ => KernelInstaller.OwnName,
    }.MustBe(KernelInstaller.IsName, "use letters, digits, '.', '-' and '_'.");

    public InstallCommand(CommandContext context)
        : base(
            "install",
            $"Copies the kernel to its permanent folder and registers it with Jupyter: under its name, and "
                + $"as {KernelInstaller.SharedName} unless another kernel has that name.",
            context)
    {
        AddAll(_name);
        Examples = [("nn kernel install", "lets Jupyter run C# notebooks")];
    }

    protected override int Run(KernelInstaller installer, ParseResult parsed)
    {
        foreach (KernelSpec spec in installer.Install(parsed.GetValue(_name)!))
            Terminal.WriteLine($"Installed {spec.Name} ({spec.DisplayName}) in {spec.Folder}");
        if (KernelInstaller.Installed.FirstOrDefault(spec => spec.Name == KernelInstaller.SharedName) is
            { IsOurs: false } other)
            Terminal.WriteLine(
                $"{KernelInstaller.SharedName} is another kernel, in {other.Folder}. It was not changed.");
        return ExitCode.Passed;
    }
}
