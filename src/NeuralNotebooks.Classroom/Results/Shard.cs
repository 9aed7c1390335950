namespace NeuralNotebooks.Classroom;

/// <summary>One of several parts of a class, for grading on several machines. A hash of the name of the student's
/// folder determines the part, so all machines agree, and it does not depend on the other students.</summary>
public sealed record Shard(int Number, int Count)
{
    private const int MaxCount = 10_000;

    public static readonly Shard Whole = new(1, 1);

    /// <summary>The environment variables with the index of a task in its array job, from 0.</summary>
    private static readonly string[] _indexes = ["SLURM_ARRAY_TASK_ID", "JOB_COMPLETION_INDEX"];

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}/{Count}");

    /// <summary>Parses <c>2/4</c>, or <c>auto/4</c>, whose number is the index that Slurm or Kubernetes has set in the
    /// environment, plus 1.</summary>
    /// <returns>The part; null and the problem for any other text.</returns>
    public static (Shard? Shard, string Problem) Parse(string text, Func<string, string?> environment)
    {
        const string expected = "expected 2/4, for example, or auto/4 under Slurm or Kubernetes.";
        if (text.Split('/') is not [var which, var all] || !TryParse(all, out int count) || count is < 1 or > MaxCount)
            return Problem(expected);
        bool isAuto = which == "auto";
        string? index = isAuto
            ? _indexes.Select(environment).FirstOrDefault(value => !string.IsNullOrEmpty(value))
            : which;
        if (!TryParse(index, out int number))
            return Problem(isAuto ? $"neither {string.Join(" nor ", _indexes)} holds the index of a part." : expected);
        if (isAuto)
            number++;
        return number >= 1 && number <= count
            ? (new(number, count), "")
            : Problem($"there is no part {number} of {count}.");

        (Shard?, string) Problem(string what) => (null, $"--shard {text}: {what}");
    }

    /// <param name="folder">The name of a student's folder in the results.</param>
    public bool Has(string folder)
        => (int)(BitConverter.ToUInt32(SHA256.HashData(Encoding.UTF8.GetBytes(folder))) % Count) == Number - 1;

    private static bool TryParse(string? text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
