namespace Plotly.NET.LayoutObjects;

/// <summary>An x or y axis.</summary>
public sealed class LinearAxis : DynamicObj.DynamicObj;
