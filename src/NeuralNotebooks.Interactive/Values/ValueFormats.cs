using Microsoft.AspNetCore.Html;

namespace NeuralNotebooks.Interactive;

/// <summary>Formats values of .NET Interactive's own types, and of types for which a cell or an extension has
/// registered a formatter. All others keep the engine's layout.</summary>
internal sealed class ValueFormats
{
    private readonly int _listLimit = Formatter.ListExpansionLimit, _recursionLimit = Formatter.RecursionLimit;
    private readonly string _nullText = Formatter.NullString, _defaultType = Formatter.DefaultMimeType;

    public MimeBundle? Format(object? value)
    {
        if (value is null || !IsOfApi(value))
            return null;
        MimeBundle bundle = BundleOf(FormattedValue.CreateManyFromObject(value));
        if (bundle.Text(MimeBundle.PlainText) is null && value is not IHtmlContent)
            bundle.Add(MimeBundle.PlainText, value.ToDisplayString(MimeBundle.PlainText));
        return bundle;
    }

    /// <summary>The HTML of a value that is part of another value; null if the engine formats it.</summary>
    public static string? HtmlOf(object value) =>
        IsTypeOfApi(value.GetType()) || IsRegistered(value.GetType(), MimeBundle.Html)
            ? value.ToDisplayString(MimeBundle.Html) : null;

    public static MimeBundle BundleOf(IEnumerable<FormattedValue> values)
    {
        var bundle = new MimeBundle();
        foreach (FormattedValue value in values)
            bundle.Add(value.MimeType, MimeBundle.IsJson(value.MimeType) ? Json(value.Value) : value.Value);
        if (bundle.Text(Representation.Markdown) is { } prose && bundle.Text(MimeBundle.PlainText) is null)
            bundle.Add(MimeBundle.PlainText, prose);
        return bundle;
    }

    private static JsonNode? Json(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return text; // A formatter has written text that is not JSON: it becomes a string in JSON.
        }
    }

    /// <summary>Whether the API formats a value. It would show the properties of a table, not its rows.</summary>
    public bool IsOfApi(object value)
    {
        Type type = value.GetType();
        return IsTypeOfApi(type)
            || IsRegistered(type, mimeType: null)
            || (value is not string && !TypedRows.Has(value) && (SettingsHaveChanged() || HasPreference(type)));
    }

    /// <summary>Whether the type belongs to .NET Interactive or its extensions, or refers to a formatter by .NET
    /// Interactive's own attribute.</summary>
    private static bool IsTypeOfApi(Type type) =>
        typeof(IHtmlContent).IsAssignableFrom(type)
        || type.Assembly.GetName().Name!.StartsWith("Microsoft.DotNet.Interactive", StringComparison.Ordinal)
        || Attribute.IsDefined(type, typeof(TypeFormatterSourceAttribute), inherit: true);

    private static bool IsRegistered(Type type, string? mimeType) =>
        Formatter.RegisteredFormatters(includeDefaults: false).Any(formatter =>
            (mimeType is null || formatter.MimeType == mimeType) && Concerns(formatter.Type, type));

    /// <summary>Whether a formatter for a type, which may be an open generic type, is used for values of another
    /// type.</summary>
    private static bool Concerns(Type formatted, Type type) =>
        !formatted.IsGenericTypeDefinition
            ? formatted.IsAssignableFrom(type)
            : BasesOf(type).Concat(type.GetInterfaces())
                .Any(part => part.IsGenericType && part.GetGenericTypeDefinition() == formatted);

    private static IEnumerable<Type> BasesOf(Type type)
    {
        for (Type? at = type; at is not null; at = at.BaseType)
            yield return at;
    }

    private bool SettingsHaveChanged() =>
        (Formatter.ListExpansionLimit, Formatter.RecursionLimit) != (_listLimit, _recursionLimit)
        || Formatter.NullString != _nullText
        || Formatter.DefaultMimeType != _defaultType;

    /// <summary>Whether a cell or an extension has set other MIME types than HTML for values of a type. A type with the
    /// engine's convention of display may have them as well.</summary>
    private static bool HasPreference(Type type) =>
        DisplayConvention.AttributeOf(type) is null
        && !Formatter.GetPreferredMimeTypesFor(type).SequenceEqual([MimeBundle.Html]);
}
