namespace Plotly.NET;

// Types that appear in signatures but that the course does not build; SetValue sets what a caller needs.

public sealed class AutoRangeOptions : DynamicObj.DynamicObj;

public sealed class ColorBar : DynamicObj.DynamicObj;

public sealed class Padding : DynamicObj.DynamicObj;

public sealed class TickFormatStop : DynamicObj.DynamicObj;
