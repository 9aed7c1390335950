using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace NeuralNotebooks.Runner;

/// <summary>Text that XML can carry.</summary>
internal static class XmlText
{
    /// <summary>Replaces what XML 1.0 cannot represent (control characters, unpaired surrogates) by U+FFFD.</summary>
    public static string Clean(string text)
    {
        if (text.All(XmlConvert.IsXmlChar))
            return text;
        var clean = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
                clean.Append(text[i]).Append(text[++i]);
            else
                clean.Append(XmlConvert.IsXmlChar(text[i]) ? text[i] : '\uFFFD');
        }
        return clean.ToString();
    }

    /// <summary>The document as text, with a declaration and with <c>\n</c> as the line ending. What XML cannot
    /// carry is replaced in it.</summary>
    public static string Write(XElement root)
    {
        foreach (XAttribute attribute in root.DescendantsAndSelf().Attributes())
            attribute.Value = Clean(attribute.Value);
        foreach (XText part in root.DescendantNodes().OfType<XText>())
            part.Value = Clean(part.Value);
        using var text = new Utf8Writer();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, NewLineChars = "\n" }))
            root.WriteTo(writer);
        return text.ToString() + "\n";
    }

    private sealed class Utf8Writer() : StringWriter(System.Globalization.CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
    }
}
