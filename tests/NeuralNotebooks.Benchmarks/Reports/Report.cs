using System.Text.Encodings.Web;
using System.Text.Json.Serialization;

namespace NeuralNotebooks.Benchmarks;

/// <summary>All results of one run of <c>compare</c>.</summary>
/// <param name="Date">The day, as yyyy-MM-dd.</param>
/// <param name="Machine">The machine.</param>
/// <param name="Versions">The names and versions of .NET and of the libraries that were compared.</param>
/// <param name="Rounds">The number of slices for each contender.</param>
/// <param name="Comparisons">The cases.</param>
/// <param name="Figures">Measurements that are not compared with other libraries.</param>
/// <param name="Skipped">What was not measured, and why.</param>
/// <param name="Commit">The commit that was measured; null if it is not known.</param>
internal sealed record Report(
    string Date,
    Machine Machine,
    IReadOnlyDictionary<string, string> Versions,
    int Rounds,
    IReadOnlyList<Comparison> Comparisons,
    IReadOnlyList<Figure> Figures,
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

    /// <exception cref="InvalidDataException">The file is not a file of results.</exception>
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
