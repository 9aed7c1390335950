namespace NeuralNotebooks.Site;

/// <summary>The parts of an article that contain others, the outermost first.</summary>
internal enum ArticlePart
{
    /// <summary>A task that a cell judges, with its hint and solution.</summary>
    Checkpoint,

    /// <summary>A cell whose output waits, and what waits with it.</summary>
    Prediction,

    /// <summary>What waits with an answer. It follows the answer's cell.</summary>
    Reading,

    /// <summary>A code cell.</summary>
    Figure,
}

/// <summary>Writes an article, and closes its parts in order.</summary>
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

    /// <summary>Closes a part, and first what is open within it.</summary>
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

    /// <summary>Returns what takes back all that is written from now on.</summary>
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
