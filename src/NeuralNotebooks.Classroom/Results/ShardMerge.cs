namespace NeuralNotebooks.Classroom;

/// <summary>Merges the stores of a class's parts into one store with the same content as if the class had been graded
/// in one run.</summary>
public sealed class ShardMerge(GradingStore output)
{
    /// <summary>The tables in the folders of the parts, their columns, and how many of these, from the first on, tell
    /// what a row is about.</summary>
    private static readonly (string File, string Columns, int KeyLength)[] _tables =
    [
        (ResultFiles.Times, ResultFiles.TimesColumns, 2),
        (StudentList.FileName, StudentList.Columns, 1),
        (DueDates.FileName, DueDates.Columns, 2),
        (Adjustments.FileName, Adjustments.MarkColumns, 2),
        (Adjustments.AcceptFile, Adjustments.AcceptedColumns, 1),
    ];

    private readonly List<string> _problems = [], _notes = [];
    private readonly Dictionary<SubmissionKey, string> _merged = [];

    public MergeReport Run(IReadOnlyList<string> folders)
    {
        var lists = folders.Select(folder => (Folder: folder, List: ShardFile.Read(folder))).ToArray();
        string[] different = [.. Different(folders).Distinct()];
        _problems.AddRange(different);
        if (different.Length > 0)
            return new([], _problems, [], IsRefused: true);
        foreach ((string folder, ShardFile? list) in lists)
            CopyResults(folder, list);
        ShardFile[] shards = [.. lists.Select(entry => entry.List).OfType<ShardFile>()];
        _problems.AddRange(MissingShards(shards));
        _problems.AddRange(MissingResults(shards));
        File.Delete(Path.Combine(output.Path, ResultFiles.Times));
        foreach ((string file, string columns, int keyLength) in _tables)
            MergeTable(file, columns.Split(','), keyLength, [output.Path, .. folders]);
        return new(_merged.Keys, _problems, _notes, IsRefused: false);
    }

    /// <summary>Copies the results of a part. Of a submission with results in two parts, those of the first are
    /// taken.</summary>
    private void CopyResults(string folder, ShardFile? list)
    {
        var store = new GradingStore(folder);
        foreach (SubmissionKey key in store.List().Where(key => list?.Has(key) != false))
        {
            if (!_merged.TryGetValue(key, out string? first))
            {
                _merged.Add(key, folder);
                store.Copy(key, output);
            }
            else if (AreSame(new GradingStore(first), store, key))
            {
                _notes.Add($"{key}: in {first} and in {folder}, with the same results.");
            }
            else
            {
                _problems.Add($"{key}: in {first} and in {folder}, with different results; the first ones are taken.");
            }
        }
    }

    private static IEnumerable<string> MissingShards(IEnumerable<ShardFile> shards) =>
        from same in shards.GroupBy(list => list.Shard.Count)
        let missing = Enumerable.Range(1, same.Key).Except(same.Select(list => list.Shard.Number)).ToArray()
        where missing.Length > 0
        select $"There are no results of shard {string.Join(", ", missing)} of {same.Key}.";

    private IEnumerable<string> MissingResults(IEnumerable<ShardFile> shards) =>
        shards.SelectMany(list => list.Submissions).Distinct().Where(key => !_merged.ContainsKey(key))
            .Order(SubmissionKey.Ordinal)
            .Select(key => $"{key}: there are no results.");

    /// <summary>Concatenates the rows of the tables, sorted by the first column. A row is left out if an earlier table
    /// has one with the same key. The output's existing table comes first, since the teacher may have edited
    /// it.</summary>
    private static void MergeTable(string file, string[] columns, int keyLength, IEnumerable<string> folders)
    {
        List<string[]> merged = [];
        foreach (string path in folders.Select(folder => Path.Combine(folder, file)).Where(File.Exists))
        {
            HashSet<string> known = [.. merged.Select(KeyOf)];
            merged.AddRange(
                Csv.Read(path, columns[0]).Select(row => columns.Select(column => row[column]).ToArray())
                    .Where(row => !known.Contains(KeyOf(row))));
        }
        if (merged.Count > 0)
            NamedFile.Write(
                Path.Combine(folders.First(), file),
                Csv.Write(merged.OrderBy(row => row[0], StringComparer.Ordinal), string.Join(',', columns)));

        string KeyOf(string[] row) => string.Join('\n', row[..keyLength]);
    }

    /// <summary>Returns a sentence for each result that was graded with another source, kit or limits than the first
    /// result of its assignment. Results that cannot be read are reported as problems.</summary>
    private IEnumerable<string> Different(IReadOnlyList<string> folders)
    {
        var first = new Dictionary<string, (string Folder, GradingHashes Hashes)>();
        foreach (string folder in folders)
        {
            var store = new GradingStore(folder);
            foreach (SubmissionKey key in store.List())
            {
                JudgedSubmission? read = store.Read(key);
                if (read is null)
                    _problems.Add(store.Damage(key));
                if (read is not { Problem: null, Hashes: var hashes })
                    continue;
                if (first.TryAdd(key.Assignment, (folder, hashes)))
                    continue;
                (string other, GradingHashes known) = first[key.Assignment];
                string? what =
                    hashes.Source != known.Source ? "source"
                    : hashes.Kit != known.Kit ? "kit or version of nn"
                    : hashes.Limits != known.Limits ? $"limits ({hashes.Limits}, not {known.Limits})" : null;
                if (what is not null)
                    yield return $"{folder}: {key.Assignment} was graded with another {what} than in {other}. Grade "
                        + "one of them again.";
            }
        }
    }

    private static bool AreSame(GradingStore one, GradingStore other, SubmissionKey key) =>
        File.ReadAllBytes(one.Folder.AnswersOf(key)).SequenceEqual(File.ReadAllBytes(other.Folder.AnswersOf(key)));
}

/// <param name="Problems">Messages about results that are missing, damaged, or duplicated with different
/// content.</param>
/// <param name="Notes">Messages about results that are duplicated with equal content.</param>
/// <param name="IsRefused">Whether nothing was merged, because the parts were graded with different sources, kits or
/// limits.</param>
public sealed record MergeReport(
    IReadOnlyCollection<SubmissionKey> Submissions, IReadOnlyList<string> Problems, IReadOnlyList<string> Notes,
    bool IsRefused);
