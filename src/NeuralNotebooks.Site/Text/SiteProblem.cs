namespace NeuralNotebooks.Site;

/// <summary>A problem in a notebook that a reader of its page would notice.</summary>
/// <param name="Place">Where in the notebook: <c>cell 7</c> (code cells are counted from 1), or <c>text after cell
/// 6</c>.</param>
/// <param name="Message">What is wrong, in one sentence.</param>
public sealed record SiteProblem(string Notebook, string Place, string Message)
{
    /// <summary>Whether the problem is that the notebook refers to a file that may not be published.</summary>
    public bool IsRefusal { get; init; }

    private const int MaxLength = 300;

    /// <summary>The problem as one line: <c>03-two-layers.ipynb, text after cell 6: …</c>. A long message is
    /// truncated.</summary>
    public override string ToString() =>
        $"{Notebook}, {Place}: {(Message.Length > MaxLength ? Message[..MaxLength] + "…" : Message)}";
}
