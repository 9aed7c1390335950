namespace NeuralNotebooks.Site;

/// <summary>The allow-list for style attributes: declarations that change how an element looks, but cannot move it over
/// other parts of the page.</summary>
internal static partial class AllowedStyle
{
    private static readonly HashSet<string> _properties = new("""
        align-items background background-color border border-bottom border-bottom-color border-collapse
        border-color border-left border-radius border-right border-spacing border-style border-top border-width
        color column-gap display fill flex flex-direction flex-wrap font font-family font-size font-style
        font-variant-numeric font-weight gap grid-template-columns height justify-content letter-spacing line-height
        list-style max-height max-width min-height min-width opacity overflow overflow-x overflow-y padding
        padding-bottom padding-left padding-right padding-top row-gap stroke stroke-width text-align text-decoration
        text-transform vertical-align white-space width word-break margin margin-bottom margin-left margin-right
        margin-top
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);

    /// <summary>The allowed functions of CSS. None of them loads a file. The empty name stands for plain
    /// parentheses.</summary>
    private static readonly HashSet<string> _functions = new(
        """
        rgb rgba hsl hsla calc min max minmax repeat linear-gradient
        matrix rotate scale scaleX scaleY skewX skewY translate translateX translateY var
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Append(""), StringComparer.OrdinalIgnoreCase);

    public static string? Of(string style) =>
        string.Join(';', style.Split(';').Select(declaration => declaration.Trim()).Where(IsAllowed))
            is { Length: > 0 } kept
            ? kept
            : null;

    private static bool IsAllowed(string declaration)
        => declaration.Split(':') is [var property, var value] && _properties.Contains(property.Trim())
            && Value().IsMatch(value) && !Negative().IsMatch(value) && FetchesNothing(value);

    /// <summary>Whether a value, of a declaration or of an SVG attribute that is read as CSS, has only allowed
    /// functions. Values with escapes or comments are rejected, since these could be used to spell the name of another
    /// function.</summary>
    public static bool FetchesNothing(string value)
        => !value.Contains('\\') && !value.Contains("/*")
            && Function().Matches(value).All(function => _functions.Contains(function.Groups[1].Value));

    /// <summary>The characters of words, numbers, colours and functions; no quotes and no escapes.</summary>
    [GeneratedRegex(@"^[A-Za-z0-9_\s#.,%+*/()-]*$")]
    private static partial Regex Value();

    [GeneratedRegex(@"(?<![\w-])(?:([\w-]+)\s*)?\(")]
    private static partial Regex Function();

    /// <summary>A minus sign; not the hyphens of a name, such as <c>--width</c>. Negative margins are not allowed,
    /// since they could move a box over others, and a subtraction can be negative.</summary>
    [GeneratedRegex(@"(?<![\w-])-(?!-[A-Za-z_])")]
    private static partial Regex Negative();
}
