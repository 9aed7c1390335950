namespace Plotly.NET;

// Heat maps and contours.
public static partial class StyleParam
{
    public sealed class ConstraintOperation : Token
    {
        private ConstraintOperation(object value) : base(value) { }

        public static ConstraintOperation Equal { get; } = new("=");
        public static ConstraintOperation LesserThan { get; } = new("<");
        public static ConstraintOperation LesserThanOrEqual { get; } = new("<=");
        public static ConstraintOperation GreaterThan { get; } = new(">");
        public static ConstraintOperation GreaterThanOrEqual { get; } = new(">=");
        public static ConstraintOperation InsideInclusiveInterval { get; } = new("[]");
        public static ConstraintOperation InsideLeftInclusiveInterval { get; } = new("[)");
        public static ConstraintOperation InsideRightInclusiveInterval { get; } = new("(]");
        public static ConstraintOperation InsideExclusiveInterval { get; } = new("()");
        public static ConstraintOperation OutsideInclusiveInterval { get; } = new("][");
        public static ConstraintOperation OutsideLeftInclusiveInterval { get; } = new(")(");
        public static ConstraintOperation OutsideRightInclusiveInterval { get; } = new("](");
        public static ConstraintOperation OutsideExclusiveInterval { get; } = new("](");
    }

    public sealed class ContourColoring : Token
    {
        private ContourColoring(object value) : base(value) { }

        public static ContourColoring Fill { get; } = new("fill");
        public static ContourColoring Heatmap { get; } = new("heatmap");
        public static ContourColoring Lines { get; } = new("lines");
        public static ContourColoring NoColoring { get; } = new("none");
    }

    public sealed class ContourType : Token
    {
        private ContourType(object value) : base(value) { }

        public static ContourType Levels { get; } = new("levels");
        public static ContourType Constraint { get; } = new("constraint");
    }

    public sealed class SmoothAlg : Token
    {
        private SmoothAlg(object value) : base(value) { }

        public static SmoothAlg False { get; } = new(false);
        public static SmoothAlg Best { get; } = new("best");
        public static SmoothAlg Fast { get; } = new("fast");
    }
}
