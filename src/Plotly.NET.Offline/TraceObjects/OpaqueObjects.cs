namespace Plotly.NET.TraceObjects;

// Types that appear in signatures but that the course does not build; SetValue sets what a caller needs.

public sealed class Bins : DynamicObj.DynamicObj;

public sealed class Cumulative : DynamicObj.DynamicObj;

public sealed class Error : DynamicObj.DynamicObj;

public sealed class Gradient : DynamicObj.DynamicObj;

public sealed class Pattern : DynamicObj.DynamicObj;
