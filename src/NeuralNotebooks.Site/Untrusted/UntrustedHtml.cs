using AngleSharp.Html.Dom;
using Ganss.Xss;

namespace NeuralNotebooks.Site;

/// <summary>Sanitizes untrusted HTML: only those elements and attributes stay that are in the allow-list.</summary>
/// <remarks>The HTML was parsed as in a browser. What is written has no raw text elements, no "&lt;" or "&gt;" except
/// in its tags, and no HTML in SVG and MathML. So even if a browser parses it to another tree, that tree has only
/// allowed elements.</remarks>
internal sealed class UntrustedHtml
{
    private const string Rel = "nofollow noopener noreferrer";

    private readonly HtmlSanitizer _sanitizer = new();
    private readonly List<(IElement Element, string Name, string Value)> _attributes = [];

    /// <remarks>The sanitizer's own lists are empty, so that it asks for each element and attribute: what is allowed
    /// depends on the namespace. The attributes that stay are put back at the end, since the sanitizer would write
    /// style attributes in another form.</remarks>
    private UntrustedHtml()
    {
        _sanitizer.AllowedTags.Clear();
        _sanitizer.AllowedAttributes.Clear();
        _sanitizer.RemovingTag += (_, removed) => removed.Cancel = Keep(removed.Tag);
        _sanitizer.RemovingAttribute += (_, removed) => Note(removed.Tag, removed.Attribute);
        _sanitizer.PostProcessDom += (_, _) =>
        {
            foreach ((IElement element, string name, string value) in _attributes)
                element.SetAttribute(name, value);
        };
    }

    /// <summary>Removes what is not allowed from a piece of HTML.</summary>
    /// <returns>Whether something of it can be seen.</returns>
    public static bool Clean(IHtmlElement html)
    {
        new UntrustedHtml()._sanitizer.SanitizeDom((IHtmlDocument)html.Owner!, html);
        return !string.IsNullOrWhiteSpace(html.TextContent) || html.QuerySelector("img, svg") is not null;
    }

    /// <summary>Decides whether an element stays. One that is not allowed is removed, or replaced by its content if
    /// that is readable text.</summary>
    private static bool Keep(IElement element)
    {
        string ns = element.NamespaceUri ?? "", outer = element.ParentElement?.NamespaceUri ?? NamespaceNames.HtmlUri;
        bool isForeign = ns != NamespaceNames.HtmlUri;
        if (outer != NamespaceNames.HtmlUri && ns != outer)
            return false; // HTML inside SVG or MathML, where parsers differ.
        if (AllowedMarkup.IsElement(ns, element.LocalName))
        {
            if (!isForeign && element.LocalName == "a")
                element.SetAttribute("rel", Rel);
            return true;
        }
        if (isForeign || AllowedMarkup.IsDroppedWhole(element.LocalName))
            return false;
        element.Replace([.. element.ChildNodes]);
        return true;
    }

    private void Note(IElement element, IAttr attribute)
    {
        if (ValueOf(element, attribute.Name, attribute.Value) is { } value)
            _attributes.Add((element, attribute.Name, value));
    }

    private static string? ValueOf(IElement element, string name, string value)
        => name switch
        {
            "class" => AllowedMarkup.Classes(value),
            "style" => AllowedStyle.Of(value),
            "rel" => element.LocalName == "a" ? Rel : null,
            "href" => element.LocalName == "a" && element.NamespaceUri == NamespaceNames.HtmlUri
                && AllowedMarkup.IsLink(value) ? value : null,
            "src" => element.LocalName == "img" && AllowedMarkup.IsImage(value) ? value : null,
            _ when !AllowedMarkup.IsAttribute(element.NamespaceUri ?? "", name) => null,
            _ => IsDeclaration(element, name) && !AllowedStyle.FetchesNothing(value) ? null : value,
        };

    private static bool IsDeclaration(IElement element, string name)
        => element.NamespaceUri != NamespaceNames.HtmlUri && !name.StartsWith("aria-", StringComparison.Ordinal);
}
