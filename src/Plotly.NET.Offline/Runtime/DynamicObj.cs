using Plotly.NET;

namespace DynamicObj;

/// <summary>A part of a figure under its name in the original, with properties that are set by name. Each is what its
/// value was at that moment: unlike in the original, a list that changes later changes no chart.</summary>
public class DynamicObj : FigurePart
{
    public void SetProperty(string propertyName, object? propertyValue) =>
        Json[propertyName] = FigureJson.Of(propertyValue);
}
