namespace NeuralNotebooks.Cli.Tests;

/// <summary>Output that can be waited for, so that no test guesses how long something takes.</summary>
internal sealed class AwaitedOutput(string awaited) : StringWriter
{
    private readonly TaskCompletionSource _shown = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Shown => _shown.Task;

    public override void Write(char value)
    {
        base.Write(value);
        Look();
    }

    public override void Write(string? value)
    {
        base.Write(value);
        Look();
    }

    public override void WriteLine(string? value)
    {
        base.WriteLine(value);
        Look();
    }

    private void Look()
    {
        if (!Shown.IsCompleted && ToString().Contains(awaited))
            _shown.TrySetResult();
    }
}
