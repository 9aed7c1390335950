namespace Plotly.NET.LayoutObjects;

// Types that appear in signatures but that the course does not build; SetValue sets what a caller needs.

public sealed class Domain : DynamicObj.DynamicObj;

public sealed class Hoverlabel : DynamicObj.DynamicObj;

public sealed class LayoutGrid : DynamicObj.DynamicObj;

public sealed class Minor : DynamicObj.DynamicObj;

public sealed class Rangebreak : DynamicObj.DynamicObj;

public sealed class RangeSelector : DynamicObj.DynamicObj;

public sealed class RangeSlider : DynamicObj.DynamicObj;

public sealed class ShapeLabel : DynamicObj.DynamicObj;
