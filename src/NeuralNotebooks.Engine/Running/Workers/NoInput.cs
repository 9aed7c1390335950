namespace NeuralNotebooks.Engine;

/// <summary>Standard input of a notebook that runs with nobody at the keyboard.</summary>
internal sealed class NoInput : TextReader
{
    public override int Peek() => throw Refusal();

    public override int Read() => throw Refusal();

    public override int Read(char[] buffer, int index, int count) => throw Refusal();

    public override string? ReadLine() => throw Refusal();

    public override string ReadToEnd() => throw Refusal();

    private static InvalidOperationException Refusal()
        => new("This cell reads input, but the notebook runs unattended: there is nobody to answer. Give the value in the cell instead.");
}
