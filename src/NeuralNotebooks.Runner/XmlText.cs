using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace NeuralNotebooks.Runner;

/// <summary>XML as it is written.</summary>
internal static partial class XmlText
{
    /// <summary>An element with values in its attributes, and values or other elements in its content.</summary>
    /// <param name="markup">Between two tags is a text, or nothing but values: null is left out, and of a sequence
    /// each.</param>
    public static XElement Element(FormattableString markup)
    {
        XElement element = XElement.Parse(markup.Format);
        object?[] values = markup.GetArguments();
        foreach (XAttribute attribute in element.DescendantsAndSelf().Attributes())
            attribute.Value = string.Format(CultureInfo.InvariantCulture, attribute.Value, values);
        foreach (XText text in element.DescendantNodes().OfType<XText>().ToArray())
            if (Value().Matches(text.Value) is { Count: > 0 } holes)
                text.ReplaceWith(holes.Select(hole => values[int.Parse(hole.ValueSpan, CultureInfo.InvariantCulture)]));
        return element;
    }

    /// <summary>The document as text, with a declaration and with <c>\n</c> as the line ending. What XML 1.0 cannot
    /// represent (control characters, unpaired surrogates) is replaced by U+FFFD.</summary>
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
