using System.Diagnostics.CodeAnalysis;

namespace NeuralNotebooks;

/// <summary>For hosts such as .NET Interactive: the formatter of all types that implement <see cref="IHtml"/>, which
/// writes the result of <see cref="IHtml.ToHtml"/>. The same object is the source that creates the formatter.</summary>
/// <remarks>A host creates the source by reflection and calls its members by name, so their names and signatures are
/// fixed.</remarks>
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
