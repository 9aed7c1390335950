using System.Diagnostics.CodeAnalysis;

namespace NeuralNotebooks;

/// <summary>Makes the one formatter that all types of the course share: their own HTML.</summary>
/// <remarks>A host creates the source by reflection.</remarks>
[SuppressMessage("Performance", "CA1822", Justification = "A host calls these members by name, on an instance.")]
internal sealed class HtmlFormatterSource
{
    public IEnumerable<object> CreateTypeFormatters() => [new HtmlFormatter()];
}

/// <summary>Writes the HTML of a type; a host calls both members by name, with exactly these signatures.</summary>
[SuppressMessage("Performance", "CA1822", Justification = "A host calls these members by name, on an instance.")]
internal sealed class HtmlFormatter
{
    public string MimeType => "text/html";

    public bool Format(object instance, TextWriter writer)
    {
        if (instance is not IHtml shown)
            return false;
        writer.Write(shown.ToHtml());
        return true;
    }
}
