using Chart = Plotly.NET.CSharp.Chart;
using Trace = Plotly.NET.Trace;

namespace NeuralNotebooks.Plotting.Tests;

public sealed class PlotlyJsTests : IDisposable
{
    private static readonly double[] _x = [1, 2, 3];
    private static readonly double[][] _z = [_x, _x, _x];

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Charts of all families of Plotly.NET, by what draws them.</summary>
    public static TheoryData<string, Func<GenericChart>> Charts => new()
    {
        { "", () => Chart.Histogram2D<double, double, double>(_x, _x) },
        { "", () => Chart.Pie<double, string, string>(_x, Labels: (string[])["a", "b", "c"]) },
        { "", () => Chart.PointTernary<double, double, double, double, string>(A: _x, B: _x, C: _x) },
        { "", () => GenericChart.ofTraceObject(true, new Trace("violin")) },
        { "complete", () => Chart.Surface<double, double, double, string>(_z) },
        { "complete", () => Chart.Point3D<double, double, double, string>(_x, _x, _x) },
        { "complete", () => Chart.LinePolar<double, double, string>(_x, _x) },
        { "complete", () => GenericChart.ofTraceObject(true, new Trace("sankey")) },
        { "complete", () => GenericChart.ofTraceObject(true, new Trace("candlestick")) },
        {
            "complete", () => Chart.Combine(
                [Chart.Line<double, double, string>(_x, _x), Chart.LinePolar<double, double, string>(_x, _x)])
        },
        { "map", () => Chart.PointGeo<double, double, string>(_x, _x) },
        { "map", () => Chart.PointMapbox<double, double, string>(_x, _x) },
    };

    [Theory]
    [MemberData(nameof(Charts), DisableDiscoveryEnumeration = true)]
    public void A_chart_names_what_draws_it(string kind, Func<GenericChart> chart) =>
        Picture.Of(chart()).ToHtml().ShouldContain($"data-nn-picture=\"{kind}\"");

    [Fact]
    public void A_film_with_a_surface_in_one_frame_needs_the_complete_plotly_js() =>
        Picture.OfFrames(
        [
            ("a", Chart.Line<double, double, string>(_x, _x)),
            ("b", Chart.Surface<double, double, double, string>(_z)),
        ]).ToHtml().ShouldContain("data-nn-picture=\"complete\"");

    [Fact]
    public void The_file_of_the_folder_is_inlined()
    {
        File.WriteAllText(Path.Combine(_folder, PlotlyJs.FileName), "window.Plotly = '</script>';");

        Assert.Equal(
            "<script>window.Plotly = '<\\/script>';</script>", PlotlyJs.ScriptOf(PlotlyBuild.Usual, _folder).Html());
        PlotlyJs.ScriptOf(PlotlyBuild.CompleteWithMaps, _folder).Html().ShouldContain("window.nnWholePlotly");
    }

    [Theory]
    [Cases(PlotlyBuild.Usual, PlotlyBuild.Complete, PlotlyBuild.CompleteWithMaps)]
    public void Without_the_file_and_for_other_traces_the_complete_one_of_Plotly_NET_is_inlined(object build) =>
        PlotlyJs.ScriptOf((PlotlyBuild)build, _folder).Html()
            .ShouldContain("<script>window.nnWholePlotly = (() => {", "* plotly.js v2.");
}
