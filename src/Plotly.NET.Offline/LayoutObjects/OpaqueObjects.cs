namespace Plotly.NET.LayoutObjects;

// Types that signatures name and the course does not build; SetValue gives them what a caller needs.

public sealed class Minor : DynamicObj.DynamicObj;

public sealed class Rangebreak : DynamicObj.DynamicObj;

public sealed class RangeSlider : DynamicObj.DynamicObj;

public sealed class RangeSelector : DynamicObj.DynamicObj;
