namespace NeuralNotebooks.Classroom;

/// <summary>The class that a part belongs to: in <c>shard.json</c> beside its results, so that merging can tell what is
/// missing.</summary>
/// <param name="Shard">Which part.</param>
/// <param name="Submissions">All submissions of the class, as student and assignment.</param>
public sealed record ShardFile(Shard Shard, IReadOnlyList<SubmissionKey> Submissions)
{
    private const string FileName = "shard.json";

    private static readonly JsonSerializerOptions _layout = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>Writes it, or removes an earlier one if the whole class is graded.</summary>
    public static void Write(string folder, Shard shard, IEnumerable<SubmissionKey> submissions)
    {
        string path = Path.Combine(folder, FileName);
        if (shard == Shard.Whole)
            File.Delete(path);
        else
            NamedFile.Write(
                path,
                JsonSerializer.Serialize(new ShardFile(shard, [.. submissions]), _layout) + "\n"
            );
    }

    /// <summary>Reads it; null if the folder has none.</summary>
    /// <exception cref="FormatException">It was not written by this program.</exception>
    public static ShardFile? Read(string folder)
    {
        string path = Path.Combine(folder, FileName);
        try
        {
            return !File.Exists(path) ? null
                : JsonSerializer.Deserialize<ShardFile>(File.ReadAllText(path), _layout)
                    is { Shard: not null, Submissions: not null } file
                && file.Submissions.All(entry => entry is { Student: not null, Assignment: not null })
                    ? file
                : throw new FormatException($"{path} is not the list of a shard.");
        }
        catch (JsonException)
        {
            throw new FormatException($"{path} is not the list of a shard.");
        }
    }

    /// <summary>Whether a submission belongs to this part.</summary>
    public bool Has(SubmissionKey key) => Shard.Has(key.Student) && Submissions.Contains(key);
}
