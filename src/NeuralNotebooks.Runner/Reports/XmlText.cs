using System.Xml;
using System.Xml.Linq;

namespace NeuralNotebooks.Runner;

internal static partial class XmlText
{
    /// <summary>The document as text, with a declaration and with <c>\n</c> as the line ending. Characters that XML 1.0
    /// does not allow (control characters, unpaired surrogates) are replaced by U+FFFD.</summary>
    public static string Write(XElement root)
    {
        foreach (XAttribute attribute in root.DescendantsAndSelf().Attributes())
            attribute.Value = NoXml().Replace(attribute.Value, "\uFFFD");
        foreach (XText part in root.DescendantNodes().OfType<XText>())
            part.Value = NoXml().Replace(part.Value, "\uFFFD");
        using var text = new MemoryStream();
        var layout = new XmlWriterSettings { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(false) };
        using (var writer = XmlWriter.Create(text, layout))
            root.WriteTo(writer);
        return Encoding.UTF8.GetString(text.ToArray()) + "\n";
    }

    [GeneratedRegex(@"[^\t\n\r -\uFFFD]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]")]
    private static partial Regex NoXml();
}
