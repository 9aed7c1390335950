using NeuralNotebooks.Jupyter;

namespace NeuralNotebooks.Cli;

/// <summary>The options that determine for which users the kernel is installed, as in <c>jupyter
/// kernelspec</c>.</summary>
internal sealed class KernelLocation
{
    private readonly Option<bool> _user = new("--user") { Description = "For you alone (the default)." };
    private readonly PathOption<string?> _prefix = new("--prefix")
    {
        Description = "For all who use the installation in this folder, such as /usr/local.",
        HelpName = "DIR",
    };
    private readonly Option<bool> _python = new("--sys-prefix")
    {
        Description = "For all who use the Python environment that is active.",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(_user);
        command.Options.Add(_prefix);
        command.Options.Add(_python);
        command.Validators.Add(result =>
        {
            int given =
                (result.GetValue(_user) ? 1 : 0)
                + (result.GetValue(_python) ? 1 : 0)
                + (result.GetValue(_prefix) is null ? 0 : 1);
            if (given > 1)
                result.AddError("Give only one of --user, --prefix and --sys-prefix.");
        });
    }

    /// <exception cref="IOException">There is no Python environment.</exception>
    public KernelInstaller Of(ParseResult parsed)
        => parsed.GetValue(_prefix) is { } folder ? KernelInstaller.ForPrefix(folder)
            : parsed.GetValue(_python) ? KernelInstaller.ForPython()
            : KernelInstaller.ForUser();
}
