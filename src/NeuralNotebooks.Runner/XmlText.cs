using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace NeuralNotebooks.Runner;

/// <summary>Creates XML elements from interpolated strings, and writes them.</summary>
internal static partial class XmlText
{
    /// <summary>Parses an interpolated string as an element. Its values may stand in attributes and, also as elements
    /// or sequences, in the content.</summary>
    /// <param name="markup">The markup. Between two tags there is either a constant text or only values; null is
    /// omitted, and the items of a sequence are inserted one after the other.</param>
    /// <exception cref="FormatException">A text and a value are mixed between two tags.</exception>
    public static XElement Element(FormattableString markup)
    {
        XElement element = XElement.Parse(markup.Format);
        object?[] values = markup.GetArguments();
        foreach (XAttribute attribute in element.DescendantsAndSelf().Attributes())
            attribute.Value = string.Format(CultureInfo.InvariantCulture, attribute.Value, values);
        foreach (XText text in element.DescendantNodes().OfType<XText>().ToArray())
            if (Value().Matches(text.Value) is { Count: > 0 } holes)
            {
                if (!string.IsNullOrWhiteSpace(Value().Replace(text.Value, "").Replace("{}", "")))
                    throw new FormatException($"Between two tags there is a text beside a value: {text.Value.Trim()}");
                text.ReplaceWith(holes.Select(hole => values[int.Parse(hole.ValueSpan, CultureInfo.InvariantCulture)]));
            }
        return element;
    }

    /// <summary>The document as text, with a declaration and with <c>\n</c> as the line ending. Characters that XML 1.0
    /// does not allow (control characters, unpaired surrogates) are replaced by U+FFFD.</summary>
    public static string Write(XElement root)
    {
        foreach (XAttribute attribute in root.DescendantsAndSelf().Attributes())
            attribute.Value = NoXml().Replace(attribute.Value, "\uFFFD");
        foreach (XText part in root.DescendantNodes().OfType<XText>())
            part.Value = NoXml().Replace(part.Value, "\uFFFD");
        using var text = new Utf8Writer();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, NewLineChars = "\n" }))
            root.WriteTo(writer);
        return text.ToString() + "\n";
    }

    [GeneratedRegex(@"(?<=\{)\d+(?=\})")]
    private static partial Regex Value();

    [GeneratedRegex(
        @"[^\t\n\r -\uFFFD]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]"
    )]
    private static partial Regex NoXml();

    private sealed class Utf8Writer() : StringWriter(CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
    }
}
