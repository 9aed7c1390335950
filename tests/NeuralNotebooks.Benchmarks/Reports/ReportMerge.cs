namespace NeuralNotebooks.Benchmarks;

/// <summary>Results of several runs in one file: a case that was measured again takes the place of the older one.</summary>
internal static class ReportMerge
{
    /// <summary>Whether the numbers of both may stand in one table: the same machine, and the same versions of what both know.</summary>
    public static bool CanMerge(Report older, Report newer) => older.Machine == newer.Machine
        && newer.Versions.All(version => !older.Versions.TryGetValue(version.Key, out string? known) || known == version.Value);

    /// <exception cref="ArgumentException">They are of different machines or versions.</exception>
    public static Report Merge(Report older, Report newer)
    {
        if (!CanMerge(older, newer))
            throw new ArgumentException("The reports are of different machines or versions.", nameof(newer));
        HashSet<string> again = [.. newer.Comparisons.Select(comparison => comparison.Label)], figuresAgain = [.. newer.Figures.Select(figure => figure.Name)];
        Dictionary<string, string> versions = new(older.Versions);
        foreach ((string name, string version) in newer.Versions)
            versions[name] = version;
        return newer with
        {
            Versions = versions,
            Comparisons = [.. older.Comparisons.Where(comparison => !again.Contains(comparison.Label)), .. newer.Comparisons],
            Figures = [.. older.Figures.Where(figure => !figuresAgain.Contains(figure.Name)), .. newer.Figures],
            Skipped = [.. older.Skipped.Union(newer.Skipped).Where(reason => !versions.ContainsKey(reason.Split(':')[0]))],
        };
    }
}
