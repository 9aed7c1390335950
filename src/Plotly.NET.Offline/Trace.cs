namespace Plotly.NET;

/// <summary>One series of a chart: its data and how they are drawn.</summary>
public class Trace : DynamicObj.DynamicObj
{
    public Trace(string traceTypeName) => this["type"] = traceTypeName;
}
