using System.Text.Json;
using System.Text.Json.Serialization;

namespace NeuralNotebooks.Course;

/// <summary>A matrix as an array of its rows.</summary>
internal sealed class MatrixJsonConverter : JsonConverter<M>
{
    public override M Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return Matrices.OfRows(JsonSerializer.Deserialize<double[][]>(ref reader, options) ?? []);
        }
        catch (ArgumentException exception)
        {
            throw new JsonException(exception.Message, exception);
        }
    }

    public override void Write(Utf8JsonWriter writer, M value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Reference values are only read.");
}
