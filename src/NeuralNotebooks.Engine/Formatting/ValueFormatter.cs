using System.Globalization;
using System.Reflection;
using System.Runtime.ExceptionServices;

namespace NeuralNotebooks.Engine;

/// <summary>Value → what a notebook shows for it, as .NET Interactive does; with plain text beside the HTML.</summary>
/// <remarks>
/// Formatted under the invariant culture, whatever the user's, so that a result does not depend on the machine. What
/// the value's own code throws meanwhile, such as a lazily evaluated query, is the cell's error.
/// </remarks>
internal static class ValueFormatter
{
    public static MimeBundle Format(object? value)
    {
        CultureInfo culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        try
        {
            return value switch
            {
                string text => MimeBundle.Plain(text),
                HtmlContent html => new MimeBundle { { MimeBundle.Html, html.ToString() } },
                _ => DisplayConvention.Format(value) ?? new MimeBundle
                {
                    { MimeBundle.Html, new HtmlFormatter().Document(value) },
                    { MimeBundle.PlainText, new PlainTextFormatter().Text(value) },
                },
            };
        }
        catch (TargetInvocationException e) when (e.InnerException is { } thrown)
        {
            ExceptionDispatchInfo.Throw(thrown);
            throw;
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }
}
