namespace NeuralNotebooks.Engine;

/// <summary>The standard input of a cell: asks the user for each line, where the host supports it.</summary>
internal sealed class CellInput(Func<InputRequest, string>? ask, OutputDelivery outputs) : TextReader
{
    /// <summary>The message for a cell that reads input when there is none.</summary>
    public const string NoKeyboard =
        "The cell reads from the keyboard (Console.ReadLine or the like), which a notebook does not have "
        + "here. Write the value into the cell.";

    private string _line = "";
    private int _position;

    /// <summary>Whether an exception means that there is no keyboard: <c>Console.ReadKey</c> does not go through
    /// <see cref="Console.In"/>.</summary>
    public static bool ReadsKey(Exception exception) =>
        exception is InvalidOperationException { TargetSite: { Name: "ReadKey", DeclaringType.Name: "ConsolePal" } };

    /// <exception cref="InvalidOperationException">The host has no input.</exception>
    public string Ask(InputRequest request)
    {
        InterruptPoint.Pass();
        if (ask is null)
            throw new InvalidOperationException(NoKeyboard);
        outputs.Flush(); // The prompt may have been written just before.
        return ask(request);
    }

    public override int Peek()
    {
        FillLine();
        return _line[_position];
    }

    public override int Read()
    {
        FillLine();
        return _line[_position++];
    }

    public override string ReadLine()
    {
        FillLine();
        string rest = _line[_position..^1];
        _position = _line.Length;
        return rest;
    }

    public override int Read(char[] buffer, int index, int count)
    {
        if (count == 0)
            return 0;
        FillLine();
        int length = Math.Min(count, _line.Length - _position);
        _line.CopyTo(_position, buffer, index, length);
        _position += length;
        return length;
    }

    /// <summary>Input has no end: the user can always be asked for another line.</summary>
    public override string ReadToEnd() => ReadLine();

    private void FillLine()
    {
        if (_position < _line.Length)
            return;
        _line = Ask(new InputRequest("", IsPassword: false)) + "\n";
        _position = 0;
    }
}
