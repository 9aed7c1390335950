namespace NeuralNotebooks.Engine;

/// <summary>Value → what a notebook shows for it.</summary>
internal static class ValueFormatter
{
    public static MimeBundle Format(object? value) => MimeBundle.Plain(value is HtmlContent ? value.ToString()! : System.Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) is { Length: > 0 } s ? s : "<null>");
}
