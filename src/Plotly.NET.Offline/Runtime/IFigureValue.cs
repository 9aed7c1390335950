namespace Plotly.NET;

/// <summary>A value that is written to a figure as a string, a number or a list.</summary>
internal interface IFigureValue
{
    object InFigure { get; }
}
