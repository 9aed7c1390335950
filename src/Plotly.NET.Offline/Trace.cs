namespace Plotly.NET;

/// <summary>One series of a chart: its data and how they are drawn.</summary>
public class Trace : DynamicObj.DynamicObj
{
    public Trace(string traceTypeName) => SetValue("type", traceTypeName);

    /// <summary>Merges an object such as <c>marker</c> into the one that the trace has under that name.</summary>
    internal void Update<T>(string name, T part) where T : DynamicObj.DynamicObj, new()
    {
        T target = Get(name) as T ?? new T();
        target.Merge(part);
        SetValue(name, target);
    }

    /// <summary>Sets single properties of such an object.</summary>
    internal void Style<T>(string name, T part) where T : DynamicObj.DynamicObj, new()
    {
        T target = Get(name) as T ?? new T();
        target.Overwrite(part);
        SetValue(name, target);
    }
}
