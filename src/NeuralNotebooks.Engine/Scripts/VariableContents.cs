using System.Numerics;

namespace NeuralNotebooks.Engine;

/// <summary>Computes numbers of the contents of variables: of their objects, and of all objects to which these refer.
/// So a change is found whatever code has made it.</summary>
/// <remarks>Objects of the framework that are no data, such as streams and threads, count as unchanged; too many
/// objects count as changed.</remarks>
internal sealed class VariableContents
{
    private const int MaxObjects = 2_000_000;

    private const BindingFlags Fields =
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly string[] _data =
        ["System", "System.Collections", "System.Linq", "System.Numerics", "System.Text", "Microsoft.FSharp"];

    private readonly Dictionary<object, int> _known = new(ReferenceEqualityComparer.Instance);
    private readonly Queue<object> _open = [];
    private ulong _hash;
    private int _objects;

    /// <summary>The numbers of the scripts' variables. An object counts for the first script that refers to
    /// it.</summary>
    public static ulong[] Of(IReadOnlyList<object> scripts)
    {
        var contents = new VariableContents();
        foreach ((int i, object script) in scripts.Index())
            contents._known.Add(script, -i - 1); // So objects have the same numbers when there are more scripts.
        return [.. scripts.Select(contents.OfScript)];
    }

    private ulong OfScript(object script)
    {
        _hash = 0;
        AddFields(script, script.GetType().GetFields(Fields | BindingFlags.Static));
        while (_open.TryDequeue(out object? next) && _objects < MaxObjects)
            AddContent(next);
        return _open.Count == 0 ? _hash : (ulong)Random.Shared.NextInt64();
    }

    private void Add(object? value)
    {
        if (value is null or string or Enum || value.GetType().IsPrimitive)
            Mix(value?.GetHashCode() ?? 0);
        else if (value is ValueType)
            AddContent(value);
        else if (_known.TryGetValue(value, out int number))
            Mix(number);
        else
        {
            _known.Add(value, _objects++);
            _open.Enqueue(value);
        }
    }

    private void AddContent(object value)
    {
        Type type = value.GetType();
        Mix(type.GetHashCode());
        if (value is Array array && type.GetElementType()!.IsPrimitive)
        {
            var bytes = new HashCode();
            bytes.AddBytes(MemoryMarshal.CreateReadOnlySpan(
                ref MemoryMarshal.GetArrayDataReference(array), Buffer.ByteLength(array)));
            Mix(bytes.ToHashCode());
        }
        else if (value is Array items)
        {
            foreach (object? item in items)
                Add(item);
        }
        else if (value is Delegate code)
        {
            Mix(code.Method.GetHashCode());
            Add(code.Target);
        }
        else
        {
            for (Type? at = type; at is not null && IsData(at); at = at.BaseType)
                AddFields(value, at.GetFields(Fields));
        }
    }

    private void AddFields(object of, FieldInfo[] fields)
    {
        foreach (FieldInfo field in fields)
            // A dictionary creates the views of its keys and values when they are read.
            if (!field.IsLiteral
                && field.FieldType is { IsPointer: false, Name: not ("KeyCollection" or "ValueCollection") })
                Add(field.GetValue(of));
    }

    private void Mix(int value) => _hash = BitOperations.RotateLeft((_hash ^ (uint)value) * 0x9E3779B97F4A7C15, 29);

    private static bool IsData(Type type) =>
        type.Namespace is not { } name || !(name.Split('.')[0] is "System" or "Microsoft")
        || (!type.IsAssignableTo(typeof(MemberInfo)) && Array.Exists(
            _data, data => name == data || (data.Contains('.') && name.StartsWith(data, StringComparison.Ordinal))));
}
