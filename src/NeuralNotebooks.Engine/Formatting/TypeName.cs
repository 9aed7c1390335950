using System.Text;

namespace NeuralNotebooks.Engine;

/// <summary>Names of types as .NET Interactive spells them: the runtime's names, with C#'s angle brackets.</summary>
/// <remarks>A type declared in a cell is nested in the submission's class, which is left out.</remarks>
internal static class TypeName
{
    /// <summary>E.g. <c>List&lt;String&gt;</c>.</summary>
    public static string Short(Type type) => Append(new StringBuilder(), type, full: false).ToString();

    /// <summary>E.g. <c>System.Collections.Generic.List&lt;System.String&gt;</c>.</summary>
    public static string Full(Type type) => Append(new StringBuilder(), type, full: true).ToString();

    /// <summary>Removes the submission's class from type names in a value's own text.</summary>
    public static string WithoutSubmission(string text)
    {
        for (int start; (start = text.IndexOf("Submission#", StringComparison.Ordinal)) >= 0;)
        {
            int end = start + "Submission#".Length;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
                end++;
            if (end == text.Length || text[end] != '+')
                break;
            text = text.Remove(start, end + 1 - start);
        }
        return text;
    }

    private static StringBuilder Append(StringBuilder text, Type type, bool full)
    {
        if (type.HasElementType)
        {
            Append(text, type.GetElementType()!, full);
            return text.Append(
                type.IsArray ? $"[{new string(',', type.GetArrayRank() - 1)}]"
                : type.IsByRef ? "&"
                : "*"
            );
        }
        if (type.IsGenericParameter)
            return text.Append(type.Name);

        Type[] arguments = type.GetGenericArguments();
        if (full && type.DeclaringType is { } outer)
        {
            if (!outer.Name.StartsWith("Submission#", StringComparison.Ordinal))
                text.Append(outer.FullName ?? outer.Name).Append('.');
        }
        else if (full && type.Namespace is { Length: > 0 } space)
        {
            text.Append(space).Append('.');
        }

        int tick = type.Name.IndexOf('`', StringComparison.Ordinal);
        text.Append(tick < 0 ? type.Name : type.Name[..tick]);
        if (tick < 0 || arguments.Length == 0)
            return text;
        text.Append('<');
        for (int i = 0; i < arguments.Length; i++)
            Append(i == 0 ? text : text.Append(','), arguments[i], full);
        return text.Append('>');
    }
}
