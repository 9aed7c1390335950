namespace NeuralNotebooks.Engine;

/// <summary>A string that is HTML, not text.</summary>
public sealed class HtmlContent(string content)
{
    public override string ToString() => content;
}
