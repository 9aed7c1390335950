using AngleSharp.Html;

namespace NeuralNotebooks.Site;

/// <summary>Writes HTML that is also well-formed XML, without "&lt;" and "&gt;" except in its tags.</summary>
internal sealed class WellFormedHtml : HtmlMarkupFormatter
{
    public static new WellFormedHtml Instance { get; } = new();

    public override string Text(ICharacterData text) => Escape(text.Data);

    public override string OpenTag(IElement element, bool selfClosing) =>
        base.OpenTag(element, selfClosing) is var tag && selfClosing ? tag[..^1] + " />" : tag;

    protected override string Attribute(IAttr attribute) => $"{attribute.Name}=\"{Escape(attribute.Value)}\"";

    private static string Escape(string text) =>
        Html.Escape(text).Replace("'", "&#39;").Replace("`", "&#96;").Replace("\0", "");
}
