using Spectre.Console.Rendering;

namespace NeuralNotebooks.Cli;

/// <summary>Makes text from a notebook safe for a terminal: control characters in a message must not move the cursor,
/// change colours or ring the bell. As a hook of a console, it does so for all that the console shows.</summary>
internal sealed class PrintableText : IRenderHook
{
    private const char ControlPictures = '\u2400', DeletePicture = '\u2421';

    /// <summary>The text with a visible symbol, such as ␛, in place of each control character except line ends and
    /// tabs, and of each character that changes the direction of the text after it. A carriage return alone is no line
    /// end: the text after it would hide that before it.</summary>
    public static string Of(string text) => string.Concat(text.Replace("\r\n", "\n").Select(Printable));

    public IEnumerable<IRenderable> Process(RenderOptions options, IEnumerable<IRenderable> renderables) =>
        renderables.Select(shown => new Shown(shown));

    private static char Printable(char c) => c switch
    {
        '\n' or '\t' => c,
        < ' ' => (char)(ControlPictures + c),
        '\u007f' => DeletePicture,
        '\u061c' or '\u200e' or '\u200f' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069') => '\ufffd',
        _ => char.IsControl(c) ? '\ufffd' : c,
    };

    /// <summary>What a console shows. The console's own control codes stay.</summary>
    private sealed class Shown(IRenderable of) : IRenderable
    {
        public Measurement Measure(RenderOptions options, int maxWidth) => of.Measure(options, maxWidth);

        public IEnumerable<Segment> Render(RenderOptions options, int maxWidth) =>
            of.Render(options, maxWidth).Select(part => part.IsControlCode || part.IsLineBreak ? part
                : new Segment(Of(part.Text), part.Style, part.Link));
    }
}
