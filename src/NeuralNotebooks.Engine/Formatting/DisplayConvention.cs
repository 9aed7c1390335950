namespace NeuralNotebooks.Engine;

/// <summary>Formats values whose types define their own display. The members are found by name, so that these types
/// need no reference to the engine.</summary>
/// <remarks>.NET Interactive's convention is an attribute that names a type that creates formatters; Verso's convention
/// is a public method <c>string ToHtml()</c>. For types without either, the host's formatter is tried.</remarks>
internal static class DisplayConvention
{
    private const string AttributeName = "TypeFormatterSourceAttribute";

    public static MimeBundle? OfHost(object? value, CellExecution? cell)
    {
        if (value is null || cell is null)
            return null;
        return cell.Formatter?.Invoke(value) is { } html
            ? new MimeBundle { { MimeBundle.Html, html }, { MimeBundle.PlainText, PlainText(value) } }
            : cell.Extension?.Invoke()?.Format(value);
    }

    public static MimeBundle? Format(object? value)
    {
        if (value is null)
            return null;
        MimeBundle? bundle = FromAttribute(value);
        if (bundle is null && Html(value) is { } html)
            bundle = new MimeBundle { { MimeBundle.Html, html } };
        if (bundle is not null && bundle.Text(MimeBundle.PlainText) is null)
            bundle.Add(MimeBundle.PlainText, PlainText(value));
        return bundle;
    }

    private static string PlainText(object value) => TypeName.WithoutScriptClass(value.ToString() ?? "");

    public static string? HtmlOf(object value, CellExecution? cell) =>
        value is HtmlContent content ? content.ToString()
            : cell?.Formatter?.Invoke(value) ?? cell?.Extension?.Invoke()?.HtmlOf(value)
                ?? FromAttribute(value)?.Text(MimeBundle.Html) ?? Html(value);

    public static object? AttributeOf(Type type) =>
        type.GetCustomAttributes(inherit: true).FirstOrDefault(a => a.GetType().Name == AttributeName);

    private static MimeBundle? FromAttribute(object value)
    {
        object? attribute = AttributeOf(value.GetType());
        if (attribute is null || Get(attribute, "FormatterSourceType") is not Type sourceType)
            return null;
        object source = Activator.CreateInstance(sourceType, nonPublic: true)!;
        var formatters = (IEnumerable<object>)Method(sourceType, "CreateTypeFormatters").Invoke(source, null)!;
        string[] wanted = Get(attribute, "PreferredMimeTypes") as string[] ?? [MimeBundle.Html];

        var bundle = new MimeBundle();
        foreach (object formatter in formatters)
        {
            if (Get(formatter, "MimeType") is not string mimeType
                || !wanted.Append(MimeBundle.PlainText).Contains(mimeType))
                continue;
            using var writer = new StringWriter();
            MethodInfo format = Method(formatter.GetType(), "Format", typeof(object), typeof(TextWriter));
            if (format.Invoke(formatter, [value, writer]) is true)
                bundle.Add(
                    mimeType, MimeBundle.IsJson(mimeType) ? JsonNode.Parse(writer.ToString()) : writer.ToString());
        }
        return bundle.Types.Count > 0 ? bundle : null;
    }

    private static string? Html(object value)
    {
        MethodInfo? own = value
            .GetType()
            .GetMethod("ToHtml", BindingFlags.Public | BindingFlags.Instance, Type.EmptyTypes);
        return own is not null && own.ReturnType == typeof(string) ? (string?)own.Invoke(value, null) : null;
    }

    private static MethodInfo Method(Type type, string name, params Type[] parameters) =>
        type.GetMethod(name, parameters) ?? throw new MissingMethodException(
            $"{TypeName.Short(type)} has no method  {name}({string.Join(", ", parameters.Select(TypeName.Short))}).");

    private static object? Get(object instance, string property) =>
        instance.GetType().GetProperty(property)?.GetValue(instance);
}
