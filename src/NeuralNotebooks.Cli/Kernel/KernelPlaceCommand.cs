using NeuralNotebooks.Jupyter.Installation;

namespace NeuralNotebooks.Cli;

/// <summary>A command about installed kernels, with the options that say for which users they are installed, as in
/// <c>jupyter kernelspec</c>.</summary>
internal abstract class KernelPlaceCommand : NnCommand
{
    private readonly Option<bool> _user = new("--user") { Description = "For you alone (the default)." };
    private readonly PathOption<string?> _prefix = new("--prefix")
    {
        Description = "For all who use the installation in this folder, such as /usr/local.",
        HelpName = "DIR",
    };

    protected KernelPlaceCommand(string name, string description, CommandContext context)
        : base(name, description, context)
    {
        AddAll(_user, _prefix);
        Validators.Add(result =>
        {
            if (result.GetValue(_user) && result.GetValue(_prefix) is not null)
                result.AddError("Give only one of --user and --prefix.");
        });
        SetAction(Run);
    }

    protected abstract int Run(KernelInstaller installer, ParseResult parsed);

    private int Run(ParseResult parsed)
    {
        try
        {
            KernelInstaller installer = parsed.GetValue(_prefix) is { } folder ? KernelInstaller.ForPrefix(folder)
                : KernelInstaller.ForUser();
            return Run(installer, parsed);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Terminal.Fail(
                ExitCode.Failed, $"{e.Message} For another folder, to which you may write: --prefix DIR");
        }
    }
}
