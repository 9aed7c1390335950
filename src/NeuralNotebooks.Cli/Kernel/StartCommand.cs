using NeuralNotebooks.Jupyter;

namespace NeuralNotebooks.Cli;

internal sealed class StartCommand : NnCommand
{
    private readonly Argument<string> _file = new("CONNECTION_FILE")
    {
        Description = "The file in which a Jupyter client says where to listen.",
    };

    public StartCommand(Terminal terminal)
        : base("start", "Runs a kernel. (Jupyter does this by itself.)", terminal)
    {
        AddAll(_file);
        SetAction(parsed => KernelProgram.Run(parsed.GetValue(_file)!));
    }
}
