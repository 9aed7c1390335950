using System.Text.Json;
using System.Text.Json.Serialization;

namespace NeuralNotebooks.Course;

/// <summary>Reads values that were computed elsewhere: JSON files of <c>data/torch</c>, in which a matrix is an array
/// of its rows.</summary>
internal static class ReferenceFile
{
    private static readonly JsonSerializerOptions _json =
        new(JsonSerializerDefaults.Web) { Converters = { new MatrixReader() } };

    /// <exception cref="FileNotFoundException">The file does not exist.</exception>
    public static TContents Read<TContents>(string name) => JsonSerializer.Deserialize<TContents>(
        File.ReadAllText(DataFolder.Find(Path.Combine("torch", name + ".json"))), _json)!;

    private sealed class MatrixReader : JsonConverter<M>
    {
        public override M Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Matrices.OfRows(JsonSerializer.Deserialize<double[][]>(ref reader, options)!);

        public override void Write(Utf8JsonWriter writer, M value, JsonSerializerOptions options) =>
            throw new NotSupportedException("Reference values are only read.");
    }
}
