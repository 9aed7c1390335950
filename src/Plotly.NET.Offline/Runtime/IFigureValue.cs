namespace Plotly.NET;

/// <summary>A value that stands in a figure as another one: a word, a number, a list.</summary>
internal interface IFigureValue
{
    object InFigure { get; }
}
