namespace DynamicObj;

/// <summary>The base class of parts of a figure, under its name in Plotly.NET, with properties that are set by name. A
/// property is a copy of its value: unlike in Plotly.NET, a later change of a list does not change the chart.</summary>
public class DynamicObj : FigurePart
{
    /// <summary>Sets a property, also to null.</summary>
    public void SetProperty(string propertyName, object? propertyValue) =>
        Json[propertyName] = JsonOf(propertyValue);
}
