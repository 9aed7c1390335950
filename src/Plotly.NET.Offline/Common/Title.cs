namespace Plotly.NET;

/// <summary>The text of a title.</summary>
public sealed class Title : DynamicObj.DynamicObj;
