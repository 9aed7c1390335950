namespace NeuralNotebooks.Site;

/// <summary>The nested parts of an article, the outermost first.</summary>
internal enum ArticlePart
{
    /// <summary>A task whose answer a cell checks, with its hint and solution.</summary>
    Checkpoint,

    /// <summary>A cell whose output answers a prompt, and the text that interprets this answer. Both are hidden until
    /// the reader has guessed.</summary>
    Prediction,

    /// <summary>The text and cells after an answer that are hidden with it.</summary>
    Reading,

    /// <summary>A code cell.</summary>
    Figure,
}

/// <summary>Writes an article as HTML, and closes its nested parts in the right order.</summary>
internal sealed class ArticleWriter
{
    private readonly StringBuilder _html = new();
    private readonly bool[] _open = new bool[4];

    public string Html => _html.ToString();

    public int Length => _html.Length;

    public bool IsOpen(ArticlePart part) => _open[(int)part];

    public void Append(string html) => _html.Append(html);

    public void Insert(int at, string html) => _html.Insert(at, html);

    public void Open(ArticlePart part, string html)
    {
        Close(part);
        _html.Append(html);
        _open[(int)part] = true;
    }

    /// <summary>Closes a part, after the parts that are open inside it.</summary>
    public void Close(ArticlePart part)
    {
        for (int inner = _open.Length - 1; inner >= (int)part; inner--)
        {
            if (_open[inner])
                _html.Append(inner == (int)ArticlePart.Checkpoint ? "</section>\n"
                    : inner == (int)ArticlePart.Figure ? "</figure>\n"
                    : "</div>\n");
            _open[inner] = false;
        }
    }

    /// <summary>Returns an action that removes everything that is written after this call.</summary>
    public Action Mark()
    {
        int length = _html.Length;
        bool[] open = [.. _open];
        return () =>
        {
            _html.Length = length;
            open.CopyTo(_open, 0);
        };
    }
}
