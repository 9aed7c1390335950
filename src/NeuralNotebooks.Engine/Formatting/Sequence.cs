using System.Collections;

namespace NeuralNotebooks.Engine;

/// <summary>The first items of a sequence. It reads only the items that are shown, and one more to find out whether
/// there are others.</summary>
internal sealed class Sequence
{
    public const int MaxItems = 20;

    private Sequence(IReadOnlyList<object?> items, bool hasMore, int? missing) =>
        (Items, HasMore, Missing) = (items, hasMore, missing);

    public IReadOnlyList<object?> Items { get; }

    public bool HasMore { get; }

    public int? Missing { get; }

    /// <summary><c>(5 more)</c>, or <c>... (more)</c> if the count is unknown; null if there are no more.</summary>
    public string? Rest => !HasMore ? null : Missing is { } count ? Invariant($"({count} more)") : "... (more)";

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
        return new Sequence(items, more, more ? Count(source) - MaxItems : null);
    }

    public static Type? ItemType(Type type) =>
        type.IsArray ? type.GetElementType() : Interface(type, typeof(IEnumerable<>))?.GenericTypeArguments[0];

    public static Type? Interface(Type type, params Type[] definitions) =>
        type.GetInterfaces()
            .Prepend(type)
            .FirstOrDefault(i => i.IsGenericType && definitions.Contains(i.GetGenericTypeDefinition()));

    public static (IEnumerable Keys, IEnumerable Values)? Dictionary(object value)
    {
        if (Interface(value.GetType(), typeof(IDictionary<,>), typeof(IReadOnlyDictionary<,>)) is { } generic)
            return (
                (IEnumerable)generic.GetProperty("Keys")!.GetValue(value)!,
                (IEnumerable)generic.GetProperty("Values")!.GetValue(value)!);
        return value is IDictionary dictionary ? (dictionary.Keys, dictionary.Values) : null;
    }

    public static bool HasGroups(IEnumerable items) => ItemType(items.GetType()) is { } type && IsGroup(type);

    public static object? KeyOf(object? group) =>
        group is null ? null : Interface(group.GetType(), typeof(IGrouping<,>))!.GetProperty("Key")!.GetValue(group);

    /// <summary>The members to show in addition to the items of a sequence: the key of a group, and the members of
    /// user-defined types. Of a collection, only members that a cell has added to those of any collection.</summary>
    public static IEnumerable<MemberValue> OwnMembers(object value)
    {
        Type type = value.GetType();
        if (IsGroup(type))
            return [new("Key", KeyOf(value))];
        // Iterator methods and other sequences of libraries are private classes.
        if (type.IsNestedPrivate || TypeName.IsOfSystem(type) || type.Name.StartsWith('<'))
            return [];
        if (!IsCollection(type))
            return MemberValue.Of(value);
        if (!TypeName.IsOfCell(type))
            return [];
        HashSet<string> ofInterfaces =
            [.. type.GetInterfaces().Where(TypeName.IsOfSystem).SelectMany(i => i.GetProperties()).Select(p => p.Name)];
        return MemberValue.Of(
            value, member => !TypeName.IsOfSystem(member.DeclaringType!) && !ofInterfaces.Contains(member.Name));
    }

    private static bool IsGroup(Type type) => Interface(type, typeof(IGrouping<,>)) is not null;

    private static bool IsCollection(Type type) =>
        typeof(ICollection).IsAssignableFrom(type)
        || Interface(type, typeof(ICollection<>), typeof(IReadOnlyCollection<>), typeof(IOrderedEnumerable<>))
            is not null;

    /// <summary>The type and the number of items of a sequence, with the items' types if the declared type does not
    /// tell them. A sequence without a count is not enumerated, since it may be endless.</summary>
    public static string Description(IEnumerable items)
    {
        string name = TypeName.Short(items.GetType());
        if (Count(items) is not { } count)
            return name;
        string types = ItemType(items.GetType()) is { } item && item != typeof(object) ? ""
            : string.Join(
                ", ", Of(items).Items.OfType<object>().Select(one => TypeName.Short(one.GetType())).Distinct());
        return $"{name} ({ReadableNumber.Count(count, "item")}{(types.Length > 0 ? ": " : "")}{types})";
    }

    /// <summary>A <c>Memory</c> as an array of its items; any other value unchanged.</summary>
    public static object? Unwrap(object? value) =>
        value?.GetType() is { IsGenericType: true } type
        && type.GetGenericTypeDefinition() is var generic
        && (generic == typeof(Memory<>) || generic == typeof(ReadOnlyMemory<>))
        && value is not ReadOnlyMemory<char>
            ? type.GetMethod("ToArray")!.Invoke(value, null) : value;

    public static IEnumerable<object?[]> Rows(Array array)
    {
        for (int row = array.GetLowerBound(0); row <= array.GetUpperBound(0); row++)
        {
            IEnumerable<int> columns = Enumerable.Range(array.GetLowerBound(1), Math.Min(MaxItems, array.GetLength(1)));
            yield return [.. columns.Select(column => array.GetValue(row, column))];
        }
    }

    private static int? Count(IEnumerable source) =>
        source is ICollection collection
            ? collection.Count
            : Interface(source.GetType(), typeof(ICollection<>), typeof(IReadOnlyCollection<>))
                ?.GetProperty("Count")?.GetValue(source) as int?;
}
