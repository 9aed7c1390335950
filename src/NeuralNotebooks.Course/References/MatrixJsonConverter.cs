using System.Text.Json;
using System.Text.Json.Serialization;

namespace NeuralNotebooks.Course;

/// <summary>A matrix as an array of its rows.</summary>
internal sealed class MatrixJsonConverter : JsonConverter<Matrix<double>>
{
    public override Matrix<double> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        double[][] rows = JsonSerializer.Deserialize<double[][]>(ref reader, options) ?? [];
        int columns = rows.Length == 0 ? 0 : rows[0].Length;
        Matrix<double> matrix = Matrix.Zeros<double>(rows.Length, columns);
        for (int row = 0; row < rows.Length; row++)
        {
            if (rows[row].Length != columns)
            {
                throw new JsonException(FormattableString.Invariant(
                    $"row {row + 1} of a matrix has {rows[row].Length} entries, the first row has {columns}."));
            }

            for (int column = 0; column < columns; column++)
            {
                matrix[row, column] = rows[row][column];
            }
        }

        return matrix;
    }

    public override void Write(Utf8JsonWriter writer, Matrix<double> value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, Enumerable.Range(0, value.Rows).Select(row => Enumerable.Range(0, value.Columns).Select(column => value[row, column])), options);
}
