using System.Text.Json.Serialization;

namespace NeuralNotebooks.Course;

/// <summary>Values that were computed elsewhere, as an independent reference: JSON files of <c>data/torch</c>, in which
/// a matrix is an array of its rows.</summary>
public static class Reference
{
    private static readonly JsonSerializerOptions _json =
        new(JsonSerializerDefaults.Web) { Converters = { new MatrixReader() } };

    /// <summary>Loads <c>data/torch/name.json</c>, wherever the notebook is, into a record with properties of the
    /// names in the file.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static TValues Load<TValues>(string name) => JsonSerializer.Deserialize<TValues>(
        File.ReadAllText(DataFolder.Find(Path.Combine("torch", name + ".json"))), _json)!;

    private sealed class MatrixReader : JsonConverter<M>
    {
        public override M Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Matrices.OfRows(JsonSerializer.Deserialize<double[][]>(ref reader, options)!);

        public override void Write(Utf8JsonWriter writer, M value, JsonSerializerOptions options) =>
            throw new NotSupportedException("Reference values are only read.");
    }
}
