namespace Plotly.NET;

/// <summary>How plotly.js behaves on the page: responsive, with or without a mode bar.</summary>
public sealed class Config : DynamicObj.DynamicObj;
