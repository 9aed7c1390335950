using static Plotly.NET.StyleParam;

namespace Plotly.NET.CSharp;

/// <summary>Pie charts.</summary>
public static partial class Chart
{
    public static GenericChart Pie<ValuesType, LabelsType, TextType>(
        IEnumerable<ValuesType> values, Optional<string> Name = default, Optional<bool> ShowLegend = default,
        Optional<double> Opacity = default, Optional<IEnumerable<LabelsType>> Labels = default,
        Optional<double> Pull = default, Optional<IEnumerable<double>> MultiPull = default,
        Optional<TextType> Text = default, Optional<IEnumerable<TextType>> MultiText = default,
        Optional<TextPosition> TextPosition = default, Optional<IEnumerable<Color>> SectionColors = default,
        Optional<Color> SectionOutlineColor = default, Optional<double> SectionOutlineWidth = default,
        Optional<double> Hole = default, Optional<double> Rotation = default, Optional<bool> Sort = default)
        where ValuesType : IConvertible where LabelsType : IConvertible where TextType : IConvertible =>
        GenericChart.Of(new("pie")
        {
            ["name"] = Name,
            ["showlegend"] = ShowLegend,
            ["opacity"] = Opacity,
            ["values"] = values,
            ["labels"] = Labels,
            ["pull"] = MultiPull.OrOne(Pull),
            ["text"] = MultiText.OrOne(Text),
            ["textposition"] = TextPosition,
            ["marker"] = new FigurePart
            {
                ["colors"] = SectionColors,
                ["line"] = TraceParts.Line(SectionOutlineColor, SectionOutlineWidth),
                ["pattern"] = new FigurePart(),
            },
            ["hole"] = Hole,
            ["rotation"] = Rotation,
            ["sort"] = Sort,
        });
}
