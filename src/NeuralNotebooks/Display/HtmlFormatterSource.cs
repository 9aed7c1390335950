using System.Diagnostics.CodeAnalysis;

namespace NeuralNotebooks;

/// <summary>The formatter that all types of the course share, and its source: it writes a type's own HTML.</summary>
/// <remarks>A host creates the source by reflection, and calls its members by name, with exactly these
/// signatures.</remarks>
[SuppressMessage("Performance", "CA1822", Justification = "A host calls these members by name, on an instance.")]
internal sealed class HtmlFormatterSource
{
    public IEnumerable<object> CreateTypeFormatters() => [this];

    public string MimeType => "text/html";

    public bool Format(object instance, TextWriter writer)
    {
        if (instance is not IHtml shown)
            return false;
        writer.Write(shown.ToHtml());
        return true;
    }
}
