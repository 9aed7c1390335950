namespace Plotly.NET;

/// <summary>One series of a chart: its data and how they are drawn.</summary>
public class Trace : DynamicObj.DynamicObj
{
    public Trace(string traceTypeName) => SetValue("type", traceTypeName);

    /// <summary>Sets single properties of an object such as <c>marker</c>.</summary>
    internal void Style<T>(string name, T part) where T : DynamicObj.DynamicObj, new()
    {
        T target = Get(name) as T ?? new T();
        target.Overwrite(part);
        SetValue(name, target);
    }
}
