namespace Plotly.NET;

// Types that signatures name and the course does not build; SetValue gives them what a caller needs.

public sealed class AutoRangeOptions : DynamicObj.DynamicObj;

public sealed class TickFormatStop : DynamicObj.DynamicObj;
