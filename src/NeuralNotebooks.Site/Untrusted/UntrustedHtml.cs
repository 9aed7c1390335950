using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using AngleSharp.Text;

namespace NeuralNotebooks.Site;

/// <summary>Sanitizes untrusted HTML: writes it again with only those elements and attributes that are in the
/// allow-list.</summary>
/// <remarks>
/// The HTML is parsed as in a browser. The output has no raw text elements, no "&lt;" or "&gt;" except in its tags, and
/// no HTML in SVG and MathML. So even if a browser parses the output to another tree, that tree has only allowed
/// elements.
/// </remarks>
internal sealed class UntrustedHtml
{
    /// <summary>
    /// The maximum depth of nested elements. From the first deeper element on, markup is shown as text, so that neither
    /// this code nor a browser overflows its stack. The limit also prevents quadratic time: for many tags the parser
    /// searches all open elements.
    /// </summary>
    private const int MaxDepth = 200;

    private readonly StringBuilder _html = new();
    private readonly IReadOnlySet<string>? _ids;

    private UntrustedHtml(IReadOnlySet<string>? ids) => _ids = ids;

    /// <summary>Returns the allowed part of a fragment of HTML.</summary>
    /// <param name="html">The fragment.</param>
    /// <param name="ids">The ids that elements may have: those that the page has assigned to headings. Null for a text
    /// outside a site: then ids and relative addresses are removed.</param>
    public static string Clean(string html, IReadOnlySet<string>? ids)
    {
        var clean = new UntrustedHtml(ids);
        using var document = new HtmlParser().ParseDocument("");
        IElement parent = document.Body!;
        try
        {
            clean.Write(Parse(html, parent, new DepthLimit().Check));
            return clean._html.ToString();
        }
        catch (TooDeepException tooDeep)
        {
            int end = Math.Clamp(tooDeep.Position, 0, html.Length);
            clean.Write(Parse(html[..end], parent, onCreated: null));
            return clean._html.Append(Escape(html[end..])).ToString();
        }
    }

    private static INodeList Parse(string html, IElement parent, Action<IElement, TextPosition>? onCreated) =>
        new HtmlParser(new() { IsScripting = false, OnCreated = onCreated }).ParseFragment(html, parent);

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

    /// <summary>The allowed part of an attribute's value; null if the attribute is removed.</summary>
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

    /// <summary>Whether an address is usable where the text is shown. Outside a site, relative addresses are
    /// not.</summary>
    private bool HasPlace(string url) => _ids is not null || AllowedMarkup.HasScheme(url);

    /// <summary>Whether an attribute is read as CSS.</summary>
    private static bool IsDeclaration(IElement element, string name)
        => element.NamespaceUri != NamespaceNames.HtmlUri && !name.StartsWith("aria-", StringComparison.Ordinal);

    private static string Escape(string text) =>
        Html.Escape(text)
            .Replace("'", "&#39;")
            .Replace("`", "&#96;")
            .Replace("\0", "");

    /// <summary>Measures how deeply the elements are nested while they are parsed.</summary>
    private sealed class DepthLimit
    {
        private IElement? _last;

        /// <summary>Checks an element that the parser has just created. It has no parent yet, so its depth is that of
        /// the element before it.</summary>
        /// <exception cref="TooDeepException">The element is nested too deeply.</exception>
        public void Check(IElement element, TextPosition position)
        {
            int depth = 0;
            for (INode? at = _last; at is not null; at = at.Parent)
                depth++;
            _last = element;
            if (depth > MaxDepth)
                throw new TooDeepException(position.Index);
        }
    }

    /// <summary>Ends the parser at the first element that is nested too deeply.</summary>
    /// <param name="position">Where the element begins in the HTML.</param>
    private sealed class TooDeepException(int position) : Exception
    {
        public int Position => position;
    }
}
