using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;

namespace NeuralNotebooks.Engine;

/// <summary>Describes the value of a variable in one line, by its shape or its first items.</summary>
/// <remarks>It never runs code of cells: it enumerates only collections that hold their items in memory, and reads the
/// fields of types that a cell declares. For a library's type it calls <c>ToString</c>.</remarks>
internal static class VariableText
{
    private const int MaxLength = 120, MaxMembers = 8;

    /// <summary>The framework's collections that hold their items themselves. Wrappers and views are excluded, since
    /// they call the wrapped collection or a comparer, which may be code of a cell.</summary>
    private static readonly FrozenSet<Type> _inMemory = FrozenSet.Create(
        typeof(List<>), typeof(Dictionary<,>), typeof(Dictionary<,>.KeyCollection),
        typeof(Dictionary<,>.ValueCollection), typeof(HashSet<>), typeof(Queue<>), typeof(Stack<>),
        typeof(LinkedList<>), typeof(SortedSet<>), typeof(SortedDictionary<,>), typeof(SortedList<,>),
        typeof(OrderedDictionary<,>), typeof(ArraySegment<>), typeof(ImmutableArray<>), typeof(ImmutableList<>),
        typeof(ImmutableDictionary<,>), typeof(ImmutableHashSet<>), typeof(ConcurrentDictionary<,>),
        typeof(ConcurrentQueue<>), typeof(ConcurrentBag<>), typeof(ConcurrentStack<>), typeof(ArrayList),
        typeof(Hashtable), typeof(BitArray)
    );

    /// <summary>Namespaces of documents and trees, whose <c>ToString</c> writes the whole document.</summary>
    private static readonly string[] _documents = ["System.Xml", "System.Text.Json", "System.Linq.Expressions"];

    public static string Of(object? value)
    {
        string text = "";
        // Setting the culture changes the execution context. A copy of the context is used, so that the cell's culture
        // is not affected.
        if (ExecutionContext.Capture() is { } context)
            ExecutionContext.Run(context, _ => text = InvariantText(value), null);
        else
            text = InvariantText(value);
        return text.Length <= MaxLength ? text : text[..MaxLength] + "…";
    }

    private static string InvariantText(object? value)
    {
        CultureInfo culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        try
        {
            return Line(value, isMember: false);
        }
        catch (Exception e) when (!CellStoppedException.IsCauseOf(e))
        {
            return ExceptionText.OneLine(e);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    private static string Line(object? value, bool isMember)
    {
        if (value is null)
            return "null";
        Type type = value.GetType();
        if (value is Delegate)
            return "";
        if (value is Enum)
            return Scalar.Summary(value);
        if (IsOfCell(type))
            return value is IEnumerable ? "not evaluated"
                : isMember ? TypeName.Short(type)
                : $"{{ {Listed(Fields(value))} }}";
        if (!IsShort(value))
            return "not evaluated";
        if (value is string or IFormattable or bool or char or Type or StringBuilder or Capture)
            return Scalar.Summary(value);
        if (value is Exception exception)
            return ExceptionText.OneLine(exception);
        if (value is ITuple tuple)
            return $"( {Listed(Enumerable.Range(0, tuple.Length).Select(i => Line(tuple[i], isMember: true)))} )";
        if (Shape(value) is { } shape)
            return !isMember && value is ICollection and not Array { Rank: > 1 } && Sequence.ItemType(type) is { } item
                && Scalar.IsScalar(item) ? $"{shape}: {PlainTextFormatter.Line((IEnumerable)value)}" : shape;
        // ToString of a generic type such as KeyValuePair or Lazy calls ToString of its content, which may be code of a
        // cell.
        if (type.IsGenericType && IsOfFramework(type))
            return "not evaluated";
        string own = value.ToString() ?? "";
        return own == type.ToString() ? "" : own.Split('\n')[0].Trim();
    }

    /// <summary>Whether the text of a value can be computed without running code of a cell, and in a time that does not
    /// grow with the value's size.</summary>
    private static bool IsShort(object value)
    {
        Type type = value.GetType();
        if (!IsOfFramework(type))
            return true;
        if (value is IEnumerable and not string)
            return type.IsArray || _inMemory.Contains(type.IsGenericType ? type.GetGenericTypeDefinition() : type);
        return value switch
        {
            // Their texts contain values of any type, the messages of all inner exceptions, or everything that was
            // written.
            FormattableString or AggregateException or StringWriter => false,
            ArgumentOutOfRangeException { ActualValue: { } given } => given.GetType().IsPrimitive,
            _ => !_documents.Any(name => type.Namespace!.StartsWith(name, StringComparison.Ordinal)),
        };
    }

    private static bool IsOfFramework(Type type) =>
        type.Namespace?.StartsWith("System", StringComparison.Ordinal) == true;

    /// <summary>The lengths of an array, the rows and columns of a matrix, the count of a collection.</summary>
    private static string? Shape(object value)
    {
        if (value is Array { Rank: > 1 } array)
            return string.Join('×', Enumerable.Range(0, array.Rank).Select(array.GetLength));
        if (Number(value, "Rows") is { } rows && Number(value, "Columns") is { } columns)
            return $"{rows}×{columns}";
        return value is IEnumerable && (Number(value, "Count") ?? Number(value, "Length")) is { } count
            ? count == 1 ? "1 item" : $"{count} items"
            : null;
    }

    /// <summary>A property that is a whole number; null where there is none.</summary>
    public static int? Number(object value, string name) =>
        value.GetType().GetProperty(name, typeof(int), Type.EmptyTypes)?.GetValue(value) as int?;

    private static IEnumerable<string> Fields(object value) =>
        value
            .GetType()
            .GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            // <X>k__BackingField of a property, <X>i__Field of an anonymous type.
            .Select(field =>
                $"{(field.Name.Split('<', '>') is [_, var name, _] ? name : field.Name)} = "
                + Line(field.GetValue(value), isMember: true)
            );

    private static string Listed(IEnumerable<string> texts)
    {
        string[] first = [.. texts.Take(MaxMembers + 1)];
        return string.Join(", ", first.Take(MaxMembers)) + (first.Length > MaxMembers ? ", …" : "");
    }

    /// <summary>Whether a cell declares the type.</summary>
    public static bool IsOfCell(Type type) =>
        !type.IsArray
        && type.Assembly.GetName().Name!.StartsWith(ScriptCompiler.CellsPrefix + "-", StringComparison.Ordinal);
}
