using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using AngleSharp.Text;

namespace NeuralNotebooks.Site;

/// <summary>Rewrites untrusted HTML from an allow-list of elements and attributes.</summary>
/// <remarks>
/// It is parsed as a browser parses it, and the output has no raw text elements, no "&lt;" or "&gt;" except those of
/// its own tags, and no HTML in SVG and MathML: even if a browser parses it to another tree, that has only the same
/// harmless elements.
/// </remarks>
internal sealed class UntrustedHtml
{
    /// <summary>
    /// From the first deeper element on, markup is shown as text, so that neither this code nor a browser overflows its
    /// stack. For many a tag the parser looks through all open elements: unlimited depth would take quadratic time.
    /// </summary>
    private const int MaxDepth = 200;

    private readonly StringBuilder _html = new();
    private readonly IReadOnlySet<string>? _ids;

    private UntrustedHtml(IReadOnlySet<string>? ids) => _ids = ids;

    /// <summary>The harmless part of a fragment of HTML.</summary>
    /// <param name="html">The fragment.</param>
    /// <param name="ids">The ids that its elements may have: those that the page itself has assigned. Null for a text
    /// outside a site, which has neither ids nor relative addresses.</param>
    public static string Clean(string html, IReadOnlySet<string>? ids)
    {
        var clean = new UntrustedHtml(ids);
        using var document = new HtmlParser().ParseDocument("");
        int tooDeep = html.Length;
        IElement? last = null;
        var options = new HtmlParserOptions { IsScripting = false, OnCreated = LimitDepth };
        try
        {
            clean.Write(new HtmlParser(options).ParseFragment(html, document.Body!));
        }
        catch (InsufficientExecutionStackException)
        {
            options.OnCreated = null;
            clean.Write(new HtmlParser(options).ParseFragment(html[..tooDeep], document.Body!));
        }

        return clean._html.Append(Escape(html[tooDeep..])).ToString();

        // An element has its parent when the next one is created.
        void LimitDepth(IElement element, TextPosition position)
        {
            int depth = 0;
            for (INode? at = last; at is not null; at = at.Parent)
                depth++;
            last = element;
            if (depth <= MaxDepth)
                return;
            tooDeep = Math.Clamp(position.Index, 0, html.Length);
            throw new InsufficientExecutionStackException();
        }
    }

    private void Write(INodeList nodes)
    {
        foreach (INode node in nodes)
            Write(node, "", 0);
    }

    private void Write(INode node, string parentNamespace, int depth)
    {
        if (node is IText text)
            _html.Append(Escape(text.Data));
        else if (node is IElement element && depth < MaxDepth)
            Write(element, parentNamespace, depth);
    }

    private void Write(IElement element, string parentNamespace, int depth)
    {
        string name = element.LocalName, ns = element.NamespaceUri ?? "";
        bool isForeign = ns != NamespaceNames.HtmlUri;
        if (parentNamespace.Length > 0 && parentNamespace != NamespaceNames.HtmlUri && ns != parentNamespace)
            return; // HTML inside SVG or MathML, where parsers differ.
        if (!AllowedMarkup.IsElement(ns, name))
        {
            if (!isForeign && !AllowedMarkup.IsDroppedWhole(name))
                foreach (INode child in element.ChildNodes)
                    Write(child, parentNamespace, depth + 1);
            return;
        }

        _html.Append("<" + name);
        foreach (IAttr attribute in element.Attributes)
            if (ValueOf(element, attribute.Name, attribute.Value) is { } value)
                _html.Append(Invariant($" {attribute.Name}=\"{Escape(value)}\""));
        if (!isForeign && name == "a")
            _html.Append(" rel=\"nofollow noopener noreferrer\"");
        if (AllowedMarkup.IsVoid(name))
        {
            _html.Append(" />");
            return;
        }

        _html.Append('>');
        if (isForeign && name is "title" or "desc")
            _html.Append(Escape(element.TextContent));
        else
            foreach (INode child in element.ChildNodes)
                Write(child, ns, depth + 1);
        _html.Append(Invariant($"</{name}>"));
    }

    /// <summary>The part of an attribute that may stay, or null.</summary>
    private string? ValueOf(IElement element, string name, string value)
        => name switch
        {
            "id" => _ids?.Contains(value) == true ? value : null,
            "class" => AllowedMarkup.Classes(value),
            "style" => AllowedStyle.Of(value),
            "href" => element.LocalName == "a"
            && element.NamespaceUri == NamespaceNames.HtmlUri
            && AllowedMarkup.IsLink(value)
            && HasPlace(value)
                ? value
                : null,
            "src" => element.LocalName == "img" && AllowedMarkup.IsImage(value) && HasPlace(value) ? value : null,
            _ when !AllowedMarkup.IsAttribute(element.NamespaceUri ?? "", name) => null,
            _ => IsDeclaration(element, name) && !AllowedStyle.FetchesNothing(value) ? null : value,
        };

    /// <summary>Whether an address means the same wherever the text is.</summary>
    private bool HasPlace(string url) => _ids is not null || AllowedMarkup.HasScheme(url);

    /// <summary>Whether an attribute is read as CSS.</summary>
    private static bool IsDeclaration(IElement element, string name)
        => element.NamespaceUri != NamespaceNames.HtmlUri && !name.StartsWith("aria-", StringComparison.Ordinal);

    private static string Escape(string text) =>
        Html.Escape(text)
            .Replace("'", "&#39;")
            .Replace("`", "&#96;")
            .Replace("\0", "");
}
