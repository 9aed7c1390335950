namespace NeuralNotebooks.Cli;

/// <summary>Text from a notebook, made safe for a terminal: a message must not move the cursor, change colours or ring
/// the bell.</summary>
internal static class PrintableText
{
    private const char ControlPictures = '\u2400', DeletePicture = '\u2421';

    /// <summary>The text with a visible symbol, such as ␛, in place of each control character except line ends and
    /// tabs.</summary>
    public static string Of(string text) => string.Concat(text.Select(Printable));

    private static char Printable(char c) => c switch
    {
        '\n' or '\r' or '\t' => c,
        < ' ' => (char)(ControlPictures + c),
        '\u007f' => DeletePicture,
        _ => char.IsControl(c) ? '\ufffd' : c,
    };
}
