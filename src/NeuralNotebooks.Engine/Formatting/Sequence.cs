using System.Collections;

namespace NeuralNotebooks.Engine;

/// <summary>The first items of a sequence. It reads only the items that are shown, and one more to find out whether
/// there are others.</summary>
internal sealed class Sequence
{
    /// <summary>The number of items that are shown.</summary>
    public const int MaxItems = 20;

    private Sequence(IReadOnlyList<object?> items, string? rest) => (Items, Rest) = (items, rest);

    public IReadOnlyList<object?> Items { get; }

    /// <summary>E.g. <c>(5 more)</c>, or <c>... (more)</c> when the count is unknown; null if there are no
    /// more.</summary>
    public string? Rest { get; }

    public static Sequence Of(IEnumerable source)
    {
        var items = new List<object?>();
        bool more = false;
        foreach (object? item in source)
        {
            InterruptPoint.Pass();
            more = items.Count == MaxItems;
            if (more)
                break;
            items.Add(item);
        }
        return new Sequence(
            items,
            !more ? null
                : Count(source) is { } count ? Invariant($"({count - MaxItems} more)")
                : "... (more)"
        );
    }

    /// <summary>The declared type of the items, or null if the sequence declares none.</summary>
    public static Type? ItemType(Type type) =>
        type.IsArray ? type.GetElementType() : Interface(type, typeof(IEnumerable<>))?.GenericTypeArguments[0];

    /// <summary>The first interface of a type, or the type itself, that is one of these with type arguments.</summary>
    public static Type? Interface(Type type, params Type[] definitions) =>
        type.GetInterfaces()
            .Prepend(type)
            .FirstOrDefault(i => i.IsGenericType && definitions.Contains(i.GetGenericTypeDefinition()));

    /// <summary>The keys and values of a dictionary.</summary>
    public static (IEnumerable Keys, IEnumerable Values)? Dictionary(object value)
    {
        if (Interface(value.GetType(), typeof(IDictionary<,>), typeof(IReadOnlyDictionary<,>)) is { } generic)
            return (
                (IEnumerable)generic.GetProperty("Keys")!.GetValue(value)!,
                (IEnumerable)generic.GetProperty("Values")!.GetValue(value)!
            );
        return value is IDictionary dictionary ? (dictionary.Keys, dictionary.Values) : null;
    }

    /// <summary>Whether to show the members of a sequence in addition to its items: true for user-defined types that
    /// are not collections.</summary>
    public static bool HasOwnMembers(object value) =>
        value is not ICollection
        && value.GetType() is { IsNestedPrivate: false } type
        && type.Namespace?.StartsWith("System", StringComparison.Ordinal) != true
        && Interface(type, typeof(ICollection<>), typeof(IReadOnlyCollection<>), typeof(IOrderedEnumerable<>)) is null
        && !type.Name.StartsWith('<') // The class of an iterator method.
        && MemberValue.Any(value);

    /// <summary>A <c>Memory</c> as an array of its items; any other value unchanged.</summary>
    public static object? Unwrap(object? value) =>
        value?.GetType() is { IsGenericType: true } type
        && (
            type.GetGenericTypeDefinition() == typeof(Memory<>)
            || type.GetGenericTypeDefinition() == typeof(ReadOnlyMemory<>)
        )
        && value is not ReadOnlyMemory<char>
            ? type.GetMethod("ToArray")!.Invoke(value, null)
            : value;

    /// <summary>The rows of a two-dimensional array.</summary>
    public static IEnumerable<object?[]> Rows(Array array)
    {
        for (int row = array.GetLowerBound(0); row <= array.GetUpperBound(0); row++)
        {
            int first = array.GetLowerBound(1);
            yield return
            [
                .. Enumerable
                    .Range(first, Math.Min(MaxItems, array.GetLength(1)))
                    .Select(column => array.GetValue(row, column)),
            ];
        }
    }

    private static int? Count(IEnumerable source) =>
        source switch
        {
            ICollection collection => collection.Count,
            _ => Interface(source.GetType(), typeof(ICollection<>), typeof(IReadOnlyCollection<>))
                ?.GetProperty("Count")
                ?.GetValue(source) as int?,
        };
}
