using System.Text.Encodings.Web;
using System.Text.Json.Serialization;

namespace NeuralNotebooks.Benchmarks;

internal sealed record Report(
    string Date,
    Machine Machine,
    IReadOnlyDictionary<string, string> Versions,
    int Rounds,
    IReadOnlyList<Comparison> Comparisons,
    IReadOnlyList<string> Skipped,
    string? Commit = null)
{
    private static readonly JsonSerializerOptions _json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public string ToJson() => JsonSerializer.Serialize(this, _json) + "\n";

    public static Report Read(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<Report>(File.ReadAllText(file), _json)
                ?? throw new JsonException("There is no report in this text.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{file} does not hold the results of compare: {e.Message}", e);
        }
    }
}
