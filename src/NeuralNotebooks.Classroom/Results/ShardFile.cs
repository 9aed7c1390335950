namespace NeuralNotebooks.Classroom;

/// <summary>The file <c>shard.json</c> in the folder of a part's results. It lists the submissions of the whole class,
/// so that merging the parts can find missing results.</summary>
public sealed record ShardFile(Shard Shard, IReadOnlyList<SubmissionKey> Submissions)
{
    private const string FileName = "shard.json";

    private static readonly JsonSerializerOptions _layout = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Writes the file. If the whole class is graded, deletes the file of an earlier run instead.</summary>
    public static void Write(string folder, Shard shard, IEnumerable<SubmissionKey> submissions)
    {
        string path = Path.Combine(folder, FileName);
        if (shard == Shard.Whole)
            File.Delete(path);
        else
            NamedFile.Write(path, JsonSerializer.Serialize(new ShardFile(shard, [.. submissions]), _layout) + "\n");
    }

    public static ShardFile? Read(string folder)
    {
        string path = Path.Combine(folder, FileName);
        try
        {
            return File.Exists(path)
                ? JsonSerializer.Deserialize<ShardFile>(File.ReadAllText(path), _layout) ?? throw new JsonException()
                : null;
        }
        catch (JsonException)
        {
            throw new InvalidDataException($"{path} is not the list of a shard.");
        }
    }

    public bool Has(SubmissionKey key) => Shard.Has(key.Folder) && Submissions.Contains(key);
}
