using NeuralNotebooks.Jupyter;

namespace NeuralNotebooks.Cli;

/// <summary><c>nn kernel</c>: the C# kernel for Jupyter.</summary>
internal static class KernelCommand
{
    public static Command Create(Terminal terminal) =>
        new("kernel", "Lets Jupyter, and VS Code's Jupyter extension, run C# notebooks.")
        {
            Install(terminal),
            Uninstall(terminal),
            Start(),
        };

    private static Command Install(Terminal terminal)
    {
        var place = new KernelLocation();
        var name = new Option<string>("--name")
        {
            Description = "The kernel's name.",
            DefaultValueFactory = _ => KernelInstaller.OwnName,
        };
        name.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } given && !KernelInstaller.IsName(given))
                result.AddError($"{given} is not a name for a kernel: use letters, digits, '.', '-' and '_'.");
        });
        var command = new Command(
            "install",
            $"Copies the kernel to its permanent folder and registers it with Jupyter: under its name, and "
                + $"as {KernelInstaller.SharedName} unless another kernel has that name.") { name };
        place.AddTo(command);
        command.SetAction(parsed =>
            Guarded(
                terminal,
                () =>
                {
                    foreach (KernelSpec spec in place.Of(parsed).Install(parsed.GetValue(name)!))
                        terminal.WriteLine($"Installed {spec.Name} ({spec.DisplayName}) in {spec.Folder}");
                    if (KernelInstaller.Installed.FirstOrDefault(spec => spec.Name == KernelInstaller.SharedName) is
                        { IsOurs: false } other)
                        terminal.WriteLine(
                            $"{KernelInstaller.SharedName} is another kernel, in {other.Folder}. It was not changed.");
                    return ExitCode.Passed;
                }));
        return command;
    }

    private static Command Uninstall(Terminal terminal)
    {
        var place = new KernelLocation();
        var name = new Option<string?>("--name")
        {
            Description = "Only the kernel of this name (default: every one that nn has installed there).",
        };
        var command = new Command("uninstall", "Removes kernels that nn kernel install has registered.") { name };
        place.AddTo(command);
        command.SetAction(parsed => Guarded(terminal, () =>
        {
            IReadOnlyList<KernelSpec> removed = place.Of(parsed).Uninstall(parsed.GetValue(name));
            foreach (KernelSpec spec in removed)
                terminal.WriteLine($"Removed {spec.Name} from {spec.Folder}");
            if (removed.Count > 0)
                return ExitCode.Passed;
            return terminal.Fail(
                ExitCode.NotFound, "There is no such kernel there. To see which there are: jupyter kernelspec list");
        }));
        return command;
    }

    private static Command Start()
    {
        var file = new Argument<string>("CONNECTION_FILE")
        {
            Description = "The file in which a Jupyter client says where to listen.",
        };
        var command = new Command("start", "Runs a kernel. (Jupyter does this by itself.)") { file };
        command.SetAction(parsed => KernelProgram.Run(parsed.GetValue(file)!));
        return command;
    }

    private static int Guarded(Terminal terminal, Func<int> action)
    {
        try
        {
            return action();
        }
        catch (KernelNameTakenException e)
        {
            return terminal.Fail(ExitCode.Failed, e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return terminal.Fail(
                ExitCode.Failed, $"{e.Message} For another folder, to which you may write: --prefix DIR");
        }
    }
}
