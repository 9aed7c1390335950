namespace NeuralNotebooks.Classroom;

/// <summary>One of several parts of a class, by a hash of the students' ids: the same on every machine, no matter who
/// else submits.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Count">How many there are.</param>
public sealed record Shard(int Number, int Count)
{
    private const int MaxCount = 10_000;

    /// <summary>The whole class.</summary>
    public static readonly Shard Whole = new(1, 1);

    /// <summary>The environment variables with the index of a task in its array job, from 0.</summary>
    private static readonly string[] _indexes = ["SLURM_ARRAY_TASK_ID", "JOB_COMPLETION_INDEX"];

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}/{Count}");

    /// <summary>Reads <c>2/4</c>, or <c>auto/4</c> for the index that Slurm or Kubernetes has given to this task, plus
    /// 1.</summary>
    /// <exception cref="FormatException">It is neither, or there is no such part.</exception>
    public static Shard Parse(string text, Func<string, string?> environment)
    {
        string[] parts = text.Split('/');
        if (parts.Length != 2 || !TryParse(parts[1], out int count) || count is < 1 or > MaxCount)
            throw new FormatException(
                $"--shard {text}: expected 2/4, for example, or auto/4 under Slurm or Kubernetes."
            );
        int number;
        if (parts[0] == "auto")
        {
            string? index = _indexes.Select(environment).FirstOrDefault(value => !string.IsNullOrEmpty(value));
            if (!TryParse(index, out number))
                throw new FormatException(
                    $"--shard {text}: neither {string.Join(" nor ", _indexes)} says which part this is."
                );
            number++;
        }
        else if (!TryParse(parts[0], out number))
        {
            throw new FormatException(
                $"--shard {text}: expected 2/4, for example, or auto/4 under Slurm or Kubernetes."
            );
        }
        return number >= 1 && number <= count
            ? new(number, count)
            : throw new FormatException($"--shard {text}: there is no part {number} of {count}.");
    }

    /// <summary>Whether a student's submissions are in this part.</summary>
    public bool Has(string student)
        => (int)(BitConverter.ToUInt32(SHA256.HashData(Encoding.UTF8.GetBytes(student))) % Count) == Number - 1;

    private static bool TryParse(string? text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
