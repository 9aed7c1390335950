namespace NeuralNotebooks.Classroom;

/// <summary>Writes releases as a site of live pages, on which students answer and submit assignments.</summary>
public static class ReleasedPages
{
    /// <param name="cancellation">Cancels the build. An earlier site then stays unchanged.</param>
    public static SiteReport Write(
        IReadOnlyList<Release> releases, string folder, BuiltKit kit, CancellationToken cancellation)
    {
        string[] notebooks = [.. releases.Select(release => Path.Combine(release.Folder, release.Name + ".ipynb"))];
        return CourseSite.Build(
            notebooks, folder,
            new SiteOptions
            {
                Title = "Assignments",
                SourceFolders = [.. releases.Select(release => release.Folder)],
                LiveBundle = kit.Live,
                KitFolder = kit.Folder,
                Assignments = notebooks.Zip(releases)
                    .ToDictionary(
                        one => one.First,
                        one => (IReadOnlyDictionary<string, byte[]>)SessionFiles(one.Second).ToDictionary()),
            },
            cancellation);
    }

    /// <summary>The files that a page's session finds in the notebook's folder. The kit's libraries are not among them,
    /// since they are in the bundle.</summary>
    private static IEnumerable<KeyValuePair<string, byte[]>> SessionFiles(Release release)
    {
        foreach (string file in release.DataFiles.Append(ReleasedAssignment.FileName))
            yield return KeyValuePair.Create(file, File.ReadAllBytes(Path.Combine(release.Folder, file)));
        yield return KeyValuePair.Create(CellCompiler.KitScript, release.Kit.ForPage(release.Name));
    }
}
