using System.Runtime.ExceptionServices;

namespace NeuralNotebooks.Engine;

/// <summary>Formats a value as a MIME bundle, as .NET Interactive does, with plain text in addition to HTML.</summary>
/// <remarks>The invariant culture is used whatever the user's culture is, so that a result does not depend on the
/// machine. Formatting may run the code of the value, such as a lazily evaluated query; an exception of that code is
/// passed on as the cell's error.</remarks>
internal static class ValueFormatter
{
    /// <param name="cell">The cell that shows the value; null if no cell does, so that no host formats it.</param>
    public static MimeBundle Format(object? value, CellExecution? cell)
    {
        CultureInfo culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        try
        {
            return value switch
            {
                string text => DisplayConvention.OfHost(value, cell) ?? MimeBundle.Plain(text),
                HtmlContent html => new MimeBundle { { MimeBundle.Html, html.ToString() } },
                _ => DisplayConvention.OfHost(value, cell) ?? DisplayConvention.Format(value)
                    ?? Own(value is null ? null : TypedRows.Of(value) ?? value, cell),
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

    private static MimeBundle Own(object? value, CellExecution? cell) => new()
    {
        { MimeBundle.Html, new HtmlFormatter(cell).Document(value) },
        { MimeBundle.PlainText, new PlainTextFormatter().Text(value) },
    };
}
