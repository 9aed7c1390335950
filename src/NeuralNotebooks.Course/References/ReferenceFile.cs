using System.Text.Json;

namespace NeuralNotebooks.Course;

/// <summary>Reads values that were computed elsewhere: JSON files of <c>data/torch</c>.</summary>
internal static class ReferenceFile
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new MatrixJsonConverter() },
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    /// <summary>The path of a file in the folder.</summary>
    /// <exception cref="FileNotFoundException">The file does not exist.</exception>
    public static string Find(string name) => DataFolder.Find(Path.Combine("torch", name));

    /// <summary>The file as a whole.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="contents">A description of the expected contents for the error message: "a network with PyTorch's
    /// values".</param>
    /// <exception cref="InvalidDataException">The file has other contents.</exception>
    public static TContents Read<TContents>(string path, string contents)
        where TContents : class
    {
        try
        {
            return JsonSerializer.Deserialize<TContents>(File.ReadAllText(path), _json)
                ?? throw new InvalidDataException($"{path} does not hold {contents}, but null.");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"{path} does not hold {contents}: {exception.Message}", exception);
        }
    }
}
