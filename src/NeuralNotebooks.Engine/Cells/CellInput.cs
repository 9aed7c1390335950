namespace NeuralNotebooks.Engine;

/// <summary>The standard input of a cell. If the host supports input, the user is asked for each line.</summary>
internal sealed class CellInput(Func<InputRequest, string>? ask, OutputDelivery outputs) : TextReader
{
    public const string NoKeyboard =
        "The cell reads from the keyboard (Console.ReadLine or the like), which a notebook does not have "
        + "here. Write the value into the cell.";

    private string _line = "";
    private int _position;

    /// <summary>Whether <c>Console.ReadKey</c> has thrown an exception because there is no keyboard. It does not read
    /// from <see cref="Console.In"/>, so this class cannot intercept it.</summary>
    public static bool ReadsKey(Exception exception) =>
        exception is InvalidOperationException { TargetSite: { Name: "ReadKey", DeclaringType.Name: "ConsolePal" } };

    public string Ask(InputRequest request)
    {
        InterruptPoint.Pass();
        if (ask is null)
            throw new InvalidOperationException(NoKeyboard);
        outputs.Flush(); // Console text written just before may be the prompt.
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

    public override string ReadToEnd() => ReadLine()!;

    private void FillLine()
    {
        if (_position < _line.Length)
            return;
        _line = Ask(new InputRequest("", IsPassword: false)) + "\n";
        _position = 0;
    }
}
