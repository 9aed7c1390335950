namespace Plotly.NET;

// Types that complete the signatures of the original; the course needs none of their values.
public static partial class StyleParam
{
    public abstract class AngleRef;

    public abstract class AnnotationAlignment;

    public abstract class ArrowHead;

    public abstract class ArrowSide;

    public abstract class AutoTypeNumbers;

    public abstract class AxisConstraint;

    public abstract class AxisConstraintDirection;

    public abstract class BackOff;

    public abstract class Calendar;

    public abstract class CategoryOrder;

    public abstract class CategoryTickAnchor;

    public abstract class ClickToShow;

    public abstract class ConstraintOperation;

    public abstract class ContourType;

    public abstract class ExponentFormat;

    public abstract class FillRule;

    public abstract class GroupNorm;

    public abstract class HistFunc;

    public abstract class Layer;

    public abstract class LayoutGridXSide;

    public abstract class LayoutGridYSide;

    public abstract class MarkerSizeMode;

    public abstract class MarkerSymbol3D;

    public abstract class Mirror;

    public abstract class PatternShape;

    public abstract class QuartileMethod;

    public abstract class RangeMode;

    public abstract class ShapeSizeMode;

    public abstract class ShowExponent;

    public abstract class ShowTickOption;

    public abstract class SpikeMode;

    public abstract class SpikeSnap;

    public abstract class TickAutoMargin;

    public abstract class TickLabelMode;

    public abstract class TickLabelOverflow;

    public abstract class TickLabelPosition;

    public abstract class TickOptions;

    public abstract class VerticalAlign;
}
