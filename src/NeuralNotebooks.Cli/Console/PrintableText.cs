namespace NeuralNotebooks.Cli;

/// <summary>Makes text from a notebook safe for a terminal: control characters in a message must not move the cursor,
/// change colours or ring the bell.</summary>
internal static class PrintableText
{
    private const char ControlPictures = '\u2400', DeletePicture = '\u2421';

    /// <summary>The text with a visible symbol, such as ␛, in place of each control character except line ends and
    /// tabs, and of each character that changes the direction of the text after it.</summary>
    public static string Of(string text) => string.Concat(text.Select(Printable));

    private static char Printable(char c) => c switch
    {
        '\n' or '\r' or '\t' => c,
        < ' ' => (char)(ControlPictures + c),
        '\u007f' => DeletePicture,
        '\u061c' or '\u200e' or '\u200f' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069') => '\ufffd',
        _ => char.IsControl(c) ? '\ufffd' : c,
    };
}
