namespace Plotly.NET.CSharp;

/// <summary>Charts of Plotly.NET that the plotly.js of a page, which draws in a plane, cannot draw: the compiler says
/// what to do.</summary>
public static partial class Chart
{
    private const string Lacking =
        "The kit has the part of Plotly.NET that the course uses; build with PlotlyNet=package for all of it.";

    [Obsolete(Lacking, error: true)]
    public static GenericChart Surface<ZType, XType, YType, TextType>(
        IEnumerable<IEnumerable<ZType>> zData, Optional<IEnumerable<XType>> X = default,
        Optional<IEnumerable<YType>> Y = default, Optional<string> Name = default)
        where ZType : IConvertible where XType : IConvertible where YType : IConvertible
        where TextType : IConvertible => throw new NotSupportedException(Lacking);

    [Obsolete(Lacking, error: true)]
    public static GenericChart PointPolar<RType, ThetaType, TextType>(
        IEnumerable<RType> r, IEnumerable<ThetaType> theta, Optional<string> Name = default)
        where RType : IConvertible where ThetaType : IConvertible where TextType : IConvertible =>
        throw new NotSupportedException(Lacking);
}
