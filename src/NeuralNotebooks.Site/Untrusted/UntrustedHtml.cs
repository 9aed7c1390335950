using Ganss.Xss;

namespace NeuralNotebooks.Site;

/// <summary>Sanitizes untrusted HTML: only those elements and attributes stay that are in the allow-list.</summary>
/// <remarks>The HTML is parsed as in a browser. The output has no raw text elements, no "&lt;" or "&gt;" except in its
/// tags, and no HTML in SVG and MathML. So even if a browser parses the output to another tree, that tree has only
/// allowed elements.</remarks>
internal sealed class UntrustedHtml
{
    private const string Rel = "nofollow noopener noreferrer";

    private readonly IReadOnlySet<string>? _ids;
    private readonly IReadOnlySet<string>? _images;
    private readonly HtmlSanitizer _sanitizer;
    private INode? _root;
    private readonly List<(IElement Element, string Name, string Value)> _attributes = [];

    /// <remarks>The sanitizer's own lists are empty, so that it asks for each element and attribute: what is allowed
    /// depends on the namespace. The attributes that stay are put back at the end, since the sanitizer would write
    /// style attributes in another form.</remarks>
    private UntrustedHtml(IReadOnlySet<string>? ids, IReadOnlySet<string>? images)
    {
        (_ids, _images) = (ids, images);
        _sanitizer = new()
        {
            HtmlParserFactory = () => new(new() { IsScripting = false, OnCreated = new HtmlDepth().Check }),
            OutputFormatter = WellFormedHtml.Instance,
        };
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

    /// <summary>Returns the allowed part of a fragment of HTML.</summary>
    /// <param name="html">The fragment.</param>
    /// <param name="ids">The ids that elements may have: those that the page has assigned to headings. Null for a text
    /// outside a site: then ids are removed, and relative addresses other than those of the images.</param>
    /// <param name="images">The addresses of images that the site has made.</param>
    /// <param name="isOutput">Whether it is an output: then the result is empty if nothing of it can be seen, as when
    /// scripts would have drawn it.</param>
    public static string Clean(
        string html, IReadOnlySet<string>? ids, IReadOnlySet<string>? images = null, bool isOutput = false) =>
        HtmlDepth.Limit(html, 0, part =>
        {
            var untrusted = new UntrustedHtml(ids, images);
            string clean = untrusted._sanitizer.SanitizeFragment(part, "body");
            return isOutput && !untrusted.IsVisible ? "" : clean;
        });

    /// <summary>Whether something of the sanitized HTML can be seen. HTML without elements is text.</summary>
    private bool IsVisible =>
        _root is null || !string.IsNullOrWhiteSpace(_root.TextContent)
        || _root.Descendants<IElement>().Any(element => element.LocalName is "img" or "svg");

    /// <summary>Decides whether an element stays. One that is not allowed is removed, or replaced by its content if
    /// that is readable text.</summary>
    private bool Keep(IElement element)
    {
        _root ??= element.GetRoot();
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

    /// <summary>The allowed part of an attribute's value; null if the attribute is removed.</summary>
    private string? ValueOf(IElement element, string name, string value)
        => name switch
        {
            "id" => _ids?.Contains(value) == true ? value : null,
            "class" => AllowedMarkup.Classes(value),
            "style" => AllowedStyle.Of(value),
            "rel" => element.LocalName == "a" ? Rel : null,
            "href" => element.LocalName == "a" && element.NamespaceUri == NamespaceNames.HtmlUri
                && AllowedMarkup.IsLink(value) && HasPlace(value) ? value : null,
            "src" => element.LocalName == "img" && AllowedMarkup.IsImage(value) && HasPlace(value) ? value : null,
            _ when !AllowedMarkup.IsAttribute(element.NamespaceUri ?? "", name) => null,
            _ => IsDeclaration(element, name) && !AllowedStyle.FetchesNothing(value) ? null : value,
        };

    /// <summary>Whether an address is usable where the text is shown. Outside a site, relative addresses are
    /// not.</summary>
    private bool HasPlace(string url) =>
        _ids is not null || _images?.Contains(url) == true || AllowedMarkup.HasScheme(url);

    /// <summary>Whether an attribute is read as CSS.</summary>
    private static bool IsDeclaration(IElement element, string name)
        => element.NamespaceUri != NamespaceNames.HtmlUri && !name.StartsWith("aria-", StringComparison.Ordinal);
}
