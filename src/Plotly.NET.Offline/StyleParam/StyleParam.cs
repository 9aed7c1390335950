namespace Plotly.NET;

/// <summary>The keywords of plotly.js as types: <c>StyleParam.Mode.Lines</c> is "lines" in the figure.</summary>
public static partial class StyleParam
{
    /// <summary>One keyword, or a value in its place.</summary>
    public abstract class Token : IFigureValue
    {
        private readonly object _value;

        private protected Token(object value) => _value = value;

        object IFigureValue.InFigure => _value;

        public override string ToString() => _value as string ?? FigureJson.Of(_value);
    }
}
