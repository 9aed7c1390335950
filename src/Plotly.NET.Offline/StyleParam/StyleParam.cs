namespace Plotly.NET;

/// <summary>The keywords of plotly.js as types: <c>StyleParam.Mode.Lines</c> is "lines" in the figure.</summary>
public static partial class StyleParam
{
    /// <summary>One keyword, or a value in its place; equal if its JSON is equal.</summary>
    public abstract class Token : IFigureValue
    {
        private readonly object _value;

        private protected Token(object value) => _value = value;

        public object Convert() => _value;

        object IFigureValue.InFigure => _value;

        public static bool operator ==(Token? left, Token? right) => Equals(left, right);

        public static bool operator !=(Token? left, Token? right) => !Equals(left, right);

        public override string ToString() => _value as string ?? FigureJson.Of(_value);

        public override bool Equals(object? obj) => obj is Token other && GetType() == other.GetType()
            && FigureJson.Of(_value) == FigureJson.Of(other._value);

        public override int GetHashCode() => string.GetHashCode(FigureJson.Of(_value), StringComparison.Ordinal);
    }
}
