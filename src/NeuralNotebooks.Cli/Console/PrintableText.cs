namespace NeuralNotebooks.Cli;

/// <summary>Text of a notebook, made safe for a terminal: a message shall not move the cursor, change colours or ring the bell.</summary>
internal static class PrintableText
{
    private const char ControlPictures = '\u2400', DeletePicture = '\u2421';

    /// <summary>The text with a visible sign, such as ␛, for each control character but line ends and tabs.</summary>
    public static string Of(string text) => string.Concat(text.Select(Printable));

    private static char Printable(char c) => c switch
    {
        '\n' or '\r' or '\t' => c,
        < ' ' => (char)(ControlPictures + c),
        '\u007f' => DeletePicture,
        _ => char.IsControl(c) ? '\ufffd' : c,
    };
}
