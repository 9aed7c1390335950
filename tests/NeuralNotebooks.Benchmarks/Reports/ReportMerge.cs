namespace NeuralNotebooks.Benchmarks;

/// <summary>Results of several runs in one file: a case that was measured again takes the place of the older
/// one.</summary>
internal static class ReportMerge
{
    /// <summary>Whether both fit in one table: the same machine, and the same versions of whatever both name.</summary>
    public static bool CanMerge(Report older, Report newer) =>
        older.Machine == newer.Machine
        && newer.Versions.All(version =>
            !older.Versions.TryGetValue(version.Key, out string? known) || known == version.Value
        );

    /// <exception cref="ArgumentException">They are from different machines or versions.</exception>
    public static Report Merge(Report older, Report newer)
    {
        if (!CanMerge(older, newer))
            throw new ArgumentException("The reports are of different machines or versions.", nameof(newer));
        Dictionary<string, string> versions = new(older.Versions);
        foreach ((string name, string version) in newer.Versions)
            versions[name] = version;
        return newer with
        {
            Versions = versions,
            Commit = older.Commit == newer.Commit ? newer.Commit : null,
            Comparisons = Replace(older.Comparisons, newer.Comparisons, comparison => comparison.Label),
            Figures = Replace(older.Figures, newer.Figures, figure => figure.Name),
            Skipped =
            [
                .. older.Skipped.Union(newer.Skipped).Where(reason => !versions.ContainsKey(reason.Split(':')[0])),
            ],
        };
    }

    /// <summary>A new measurement replaces the older one in place; new cases follow at the end.</summary>
    private static IReadOnlyList<T> Replace<T>(IReadOnlyList<T> older, IReadOnlyList<T> newer, Func<T, string> name)
    {
        Dictionary<string, T> again = newer.ToDictionary(name);
        HashSet<string> known = [.. older.Select(name)];
        return
        [
            .. older.Select(one => again.GetValueOrDefault(name(one), one)),
            .. newer.Where(one => !known.Contains(name(one))),
        ];
    }
}
