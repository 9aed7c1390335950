namespace NeuralNotebooks.Site;

internal static partial class AllowedMarkup
{
    private static readonly HashSet<string> _html = Words("""
        a abbr article aside b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em
        figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp section small span
        strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr
        """);

    /// <summary>The allowed elements of SVG. Links, scripts, styles, animations and elements that contain HTML or load
    /// a file are not among them.</summary>
    private static readonly HashSet<string> _svg = Words(
        "circle desc ellipse g line path polygon polyline rect svg text title tspan");

    private static readonly HashSet<string> _math = Words("""
        math mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub
        msubsup msup mtable mtd mtext mtr munder munderover none
        """);

    /// <summary>The elements that are removed with their content, since that is not readable text. Other elements that
    /// are not allowed are replaced by their content.</summary>
    private static readonly HashSet<string> _droppedWhole = Words("""
        applet audio base canvas datalist embed frame frameset head iframe link math meta noembed noframes noscript
        object optgroup option param plaintext portal script select source style svg template textarea title track
        video xmp
        """);

    private static readonly HashSet<string> _attributes = Words("""
        align alt aria-hidden aria-label colspan data-nn-tex datetime dir headers height lang open reversed rowspan
        scope span start title valign width
        """);

    private static readonly HashSet<string> _svgAttributes = Words("""
        alignment-baseline aria-hidden aria-label cx cy d dominant-baseline dx dy fill fill-opacity fill-rule
        font-family font-size font-style font-weight height lengthAdjust letter-spacing opacity points
        preserveAspectRatio r rotate rx ry stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin
        stroke-miterlimit stroke-opacity stroke-width text-anchor textLength transform vector-effect viewBox width x
        x1 x2 y y1 y2
        """);

    private static readonly HashSet<string> _mathAttributes = Words("""
        accent accentunder columnalign columnspacing dir display displaystyle fence form height largeop
        linethickness lspace mathsize mathvariant maxsize minsize movablelimits rowalign rowspacing rspace
        scriptlevel separator stretchy symmetric voffset width
        """);

    /// <summary>The allowed classes: those that rendered Markdown has. They cannot be used to imitate parts of the
    /// page, such as its header.</summary>
    private static readonly HashSet<string> _classes = Words(
        "code display formula language-csharp tex");

    private static readonly HashSet<string> _harmlessFiles = Words(
        ".png .jpg .jpeg .gif .webp .csv .tsv .txt .md .cs .csx .py .json .ipynb .gz .zip .safetensors");

    public static bool IsElement(string ns, string name)
        => ns == NamespaceNames.HtmlUri ? _html.Contains(name)
        : ns == NamespaceNames.SvgUri ? _svg.Contains(name)
        : ns == NamespaceNames.MathMlUri && _math.Contains(name);

    public static bool IsDroppedWhole(string name) => _droppedWhole.Contains(name);

    public static bool IsAttribute(string ns, string name)
        => ns == NamespaceNames.HtmlUri ? _attributes.Contains(name)
        : ns == NamespaceNames.SvgUri ? _svgAttributes.Contains(name)
        : ns == NamespaceNames.MathMlUri && _mathAttributes.Contains(name);

    public static string? Classes(string value) =>
        string.Join(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(_classes.Contains))
            is { Length: > 0 } kept
            ? kept
            : null;

    /// <summary>Whether a URL may be a link: to the web, to a mail address, or to a place in the site. Browsers ignore
    /// control characters inside a scheme, so these are removed first. In a page that is opened from a disk, an address
    /// without a scheme leads to a computer on the network. In a page of a server, <c>http:</c> without <c>//</c> leads
    /// to another file of this server.</summary>
    public static bool IsLink(string url) =>
        WebAddress().IsMatch(url)
        || (Scheme().Match(Visible(url)) is { Success: true } scheme
            ? scheme.Groups[1].Value.Equals("mailto", StringComparison.OrdinalIgnoreCase)
            : !Visible(url).StartsWith("//", StringComparison.Ordinal));

    /// <summary>Whether a URL may be an image: in the site or embedded in the notebook. A request for an image of
    /// another host would reveal to that host who reads the page.</summary>
    public static bool IsImage(string url) =>
        DataImage().IsMatch(url)
        || url.StartsWith(MarkdownCell.AttachmentScheme, StringComparison.OrdinalIgnoreCase)
        || (!Visible(url).StartsWith("//", StringComparison.Ordinal) && !Scheme().IsMatch(Visible(url)));

    public static bool IsHarmlessFile(string path) =>
        _harmlessFiles.Contains(Path.GetExtension(path).ToLowerInvariant());

    private static string Visible(string url) =>
        string.Concat(url.Where(c => c > ' ' && !char.IsControl(c))).Replace('\\', '/');

    private static HashSet<string> Words(string text) =>
        new(text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex("^https?://", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WebAddress();

    [GeneratedRegex("^([^/?#:]*):")]
    private static partial Regex Scheme();

    [GeneratedRegex(
        @"^data:image/(?:png|jpeg|gif|webp|svg\+xml);base64,[A-Za-z0-9+/=\s]*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DataImage();
}
