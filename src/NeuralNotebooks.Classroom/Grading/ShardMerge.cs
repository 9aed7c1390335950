namespace NeuralNotebooks.Classroom;

/// <summary>Merges the stores of a class's parts into one, as if the class had been graded as a whole.</summary>
/// <param name="output">Where it goes.</param>
public sealed class ShardMerge(GradingStore output)
{
    private readonly List<string> _problems = [];
    private readonly Dictionary<(string Student, string Assignment), string> _merged = [];

    /// <summary>What is missing, or duplicated with different results.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>Whether the parts do not belong together, so that nothing was merged.</summary>
    public bool IsRefused { get; private set; }

    /// <summary>What is duplicated with the same results.</summary>
    public IReadOnlyList<string> Notes { get; private set; } = [];

    /// <summary>The merged submissions.</summary>
    public IReadOnlyCollection<(string Student, string Assignment)> Submissions => _merged.Keys;

    /// <summary>Copies the results.</summary>
    /// <param name="folders">The parts' stores.</param>
    /// <exception cref="FormatException">A part's list cannot be read.</exception>
    public void Run(IReadOnlyList<string> folders)
    {
        var notes = new List<string>();
        var lists = folders.Select(folder => (Folder: folder, List: ShardFile.Read(folder))).ToArray();
        string[] different = [.. Different(folders).Distinct()];
        _problems.AddRange(different);
        IsRefused = different.Length > 0;
        if (IsRefused)
            return;
        foreach ((string folder, ShardFile? list) in lists)
        {
            var store = new GradingStore(folder);
            foreach (
                (string student, string assignment) in store
                    .List()
                    .Where(entry => list is null || list.Has(entry.Student, entry.Assignment))
            )
            {
                if (_merged.TryGetValue((student, assignment), out string? first))
                {
                    if (AreSame(new GradingStore(first), store, student, assignment))
                        notes.Add($"{student}, {assignment}: in {first} and in {folder}, with the same results.");
                    else
                        _problems.Add(
                            $"{student}, {assignment}: in {first} and in {folder}, with different results; "
                                + $"the first ones are taken."
                        );
                    continue;
                }
                _merged.Add((student, assignment), folder);
                string target = output.AnswersOf(student, assignment);
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(store.AnswersOf(student, assignment), target, overwrite: true);
            }
        }
        foreach (var shards in lists.Select(entry => entry.List).OfType<ShardFile>().GroupBy(list => list.Shard.Count))
        {
            int[] missing = [.. Enumerable.Range(1, shards.Key).Except(shards.Select(list => list.Shard.Number))];
            if (missing.Length > 0)
                _problems.Add($"There are no results of shard {string.Join(", ", missing)} of {shards.Key}.");
        }
        foreach (
            var (student, assignment) in lists
                .SelectMany(entry => entry.List?.Submissions ?? [])
                .Select(entry => (entry[0], entry[1]))
                .Distinct()
                .Where(entry => !_merged.ContainsKey(entry))
                .Order()
        )
            _problems.Add($"{student}, {assignment}: there are no results.");
        MergedTable.WriteAll(output.Path, folders);
        Notes = notes;
    }

    /// <summary>What the parts' results depend on and do not share, one sentence for each part. What cannot be read is
    /// a problem of its own.</summary>
    private IEnumerable<string> Different(IReadOnlyList<string> folders)
    {
        var first = new Dictionary<string, (string Folder, GradingHashes Hashes)>();
        foreach (string folder in folders)
        {
            var store = new GradingStore(folder);
            foreach ((string student, string assignment) in store.List())
            {
                GradedSubmission? read = store.Read(student, assignment);
                if (read is null)
                    _problems.Add(store.Damage(student, assignment));
                if (read is not { Problem: null, Hashes: var hashes })
                    continue;
                if (first.TryAdd(assignment, (folder, hashes)))
                    continue;
                (string other, GradingHashes known) = first[assignment];
                string? what =
                    hashes.Source != known.Source ? "source"
                    : hashes.Kit != known.Kit ? "kit or version of nn"
                    : hashes.Limits != known.Limits ? $"limits ({hashes.Limits}, not {known.Limits})"
                    : null;
                if (what is not null)
                    yield return $"{folder}: {assignment} was graded with another {what} than in {other}. Grade "
                        + "one of them again.";
            }
        }
    }

    private static bool AreSame(GradingStore one, GradingStore other, string student, string assignment) =>
        File.ReadAllBytes(one.AnswersOf(student, assignment))
            .AsSpan()
            .SequenceEqual(File.ReadAllBytes(other.AnswersOf(student, assignment)));
}
