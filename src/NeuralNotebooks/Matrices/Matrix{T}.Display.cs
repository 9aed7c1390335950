using System.Globalization;

namespace NeuralNotebooks;

public sealed partial class Matrix<T>
{
    /// <summary>The shape and the entries as text.</summary>
    public override string ToString()
    {
        string rows = string.Join("\n", Enumerable.Range(0, Rows).Select(row =>
            string.Join("  ", Enumerable.Range(0, Columns).Select(column => this[row, column].ToString("G4", CultureInfo.InvariantCulture)))));
        return $"{Shape.Text(Rows, Columns)}\n{rows}";
    }

    /// <summary>The shape and the entries as an HTML table.</summary>
    public string ToHtml() => $"<pre>{ToString()}</pre>";
}
