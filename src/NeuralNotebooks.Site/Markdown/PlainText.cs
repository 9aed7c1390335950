namespace NeuralNotebooks.Site;

internal static class PlainText
{
    /// <summary>The words of an element on one line, with formulas as text: for titles, search and alternative
    /// text.</summary>
    public static string Of(INode root)
    {
        var text = new StringBuilder();
        Append(root);
        return string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

        void Append(INode node)
        {
            if (node is IText { Data: var data })
                text.Append(data);
            else if (node is IElement element && element.GetAttribute(Formula.Attribute) is { } tex)
                text.Append(TexText.Of(tex));
            else if (node is not IElement { LocalName: "script" or "style" })
                foreach (INode child in node.ChildNodes)
                    Append(child);
            if (node is IElement { LocalName: "br" or "p" or "li" or "td" or "th" })
                text.Append(' ');
        }
    }
}
