using AngleSharp.Text;

namespace NeuralNotebooks.Site;

/// <summary>Measures how deeply elements are nested while a parser creates them, and ends the parser at the first one
/// that is nested too deeply. Without the limit, code that walks the tree and browsers could overflow their stacks, and
/// the parser would take quadratic time, since for many tags it searches all open elements.</summary>
internal sealed class HtmlDepth
{
    private const int Max = 200;

    private IElement? _last;
    private int _position;

    /// <summary>Checks an element that the parser has just created. It has no parent yet, so its depth is that of the
    /// element before it.</summary>
    /// <exception cref="TooDeepException">The element is nested too deeply.</exception>
    public void Check(IElement element, TextPosition position)
    {
        int depth = 0;
        for (INode? at = _last; at is not null; at = at.Parent)
            depth++;
        if (depth > Max)
            throw new TooDeepException(_position);
        (_last, _position) = (element, position.Index);
    }

    /// <summary>Converts HTML. From the first element on that is nested too deeply, markup is shown as text.</summary>
    /// <param name="offset">How many characters the parser reads before the HTML.</param>
    /// <param name="convert">The conversion, whose parser checks each element.</param>
    public static string Limit(string html, int offset, Func<string, string> convert)
    {
        try
        {
            return convert(html);
        }
        catch (TooDeepException tooDeep)
        {
            int end = Math.Clamp(tooDeep.Position - offset, 0, html.Length);
            return convert(html[..end]) + Html.Escape(html[end..]);
        }
    }

    /// <summary>Ends the parser at the first element that is nested too deeply.</summary>
    /// <param name="position">Where the element begins in the HTML.</param>
    private sealed class TooDeepException(int position) : Exception
    {
        public int Position => position;
    }
}
