using System.Collections;

namespace DynamicObj;

/// <summary>An object whose properties are set by name and written to JSON in insertion order.</summary>
public class DynamicObj : IEnumerable<KeyValuePair<string, object?>>
{
    // A figure's JSON has insertion order. The next new property takes the position of a removed one, as in the
    // original.
    private readonly Dictionary<string, object?> _properties = [];

    IEnumerator<KeyValuePair<string, object?>> IEnumerable<KeyValuePair<string,
        object?>>.GetEnumerator() => _properties.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _properties.GetEnumerator();

    public void SetProperty(string propertyName, object? propertyValue) => _properties[propertyName] = propertyValue;

    public bool RemoveProperty(string propertyName) => _properties.Remove(propertyName);

    internal object? Get(string propertyName) => _properties.GetValueOrDefault(propertyName);

    /// <summary>Takes over the properties of another object; where both have an object under a name, the two are
    /// merged.</summary>
    internal void Merge(DynamicObj other)
    {
        foreach ((string name, object? value) in other)
        {
            if (value is DynamicObj theirs && Get(name) is DynamicObj ours && ours != theirs)
                ours.Merge(theirs);
            else
                SetProperty(name, value);
        }
    }
}
