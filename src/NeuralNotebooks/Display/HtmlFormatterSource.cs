using System.Diagnostics.CodeAnalysis;

namespace NeuralNotebooks;

/// <summary>For hosts such as .NET Interactive: creates the formatters of all types that implement
/// <see cref="IHtml"/>.</summary>
/// <remarks>A host creates the source by reflection and calls its members and those of the formatters by name, so their
/// names and signatures are fixed.</remarks>
[SuppressMessage("Performance", "CA1822", Justification = "A host calls this member by name, on an instance.")]
internal sealed class HtmlFormatterSource
{
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new Formatter("text/html", shown => shown.ToHtml()),
        new Formatter(DisplayFacts.Type, shown => shown.Facts?.ToJsonString()),
    ];

    internal sealed class Formatter(string mimeType, Func<IHtml, string?> format)
    {
        public string MimeType => mimeType;

        public bool Format(object instance, TextWriter writer)
        {
            if (instance is not IHtml shown || format(shown) is not { } text)
                return false;
            writer.Write(text);
            return true;
        }
    }
}
