namespace NeuralNotebooks.Cli;

internal static class CourseChecks
{
    private const string Build = "build it: dotnet build";

    /// <param name="own">The kit of this nn, which is used everywhere except in a clone of the repository; null if it
    /// has none.</param>
    public static Finding[] All(CourseFolders? course, BuiltKit? own = null)
    {
        Finding found = course is not null
            ? new("course", course.Notebooks)
            : new(
                "course",
                "no folder notebooks/ with notebooks here or above",
                "change into the course's folder, or name notebooks: nn run PATH",
                IsNeeded: own is null);
        return own is not null && course is not { IsComplete: true }
            ? [found, Own(own), PlotlyJs(own)]
            : course is null ? [found] : [found, Kit(course), PlotlyJs(course.Kit)];
    }

    private static Finding Own(BuiltKit kit) =>
        File.Exists(kit.Library)
            ? new("kit", $"this program's own, {kit.Root}")
            : new("kit", $"no {kit.Library}: this nn is damaged", "uninstall and install it again", IsNeeded: true);

    private static Finding Kit(CourseFolders course)
    {
        BuiltKit kit = course.Kit;
        if (new[] { kit.Library, kit.StudentScript }.FirstOrDefault(file => !File.Exists(file)) is { } missing)
            return new("kit", $"no {missing}", Build, IsNeeded: true);
        if (!NamedFile.TryRead(() => ScriptLibraries.Of(kit.StudentScript), otherwise: [])
                .Any(library => RealPath.IsIn(kit.Folder, library)))
            return new("kit", $"{kit.StudentScript} refers to another folder than {kit.Folder}", Build, IsNeeded: true);
        if (OtherVersion(kit) is { } mismatch)
            return new("kit", mismatch, $"{Build}; or, in a clone, run its own nn", IsNeeded: true);
        DateTime built = File.GetLastWriteTime(kit.Library);
        return new("kit", Invariant($"built {built:yyyy-MM-dd HH:mm}, {kit.Folder}"));
    }

    public static string? OtherVersion(BuiltKit kit)
    {
        try
        {
            string theirs = AssemblyName.GetAssemblyName(kit.Library).Version!.ToString(3),
                own = typeof(CourseChecks).Assembly.GetName().Version!.ToString(3);
            return theirs == own ? null : $"{kit.Library} is of version {theirs}, and this nn of version {own}";
        }
        catch (Exception e) when (e is IOException or BadImageFormatException or UnauthorizedAccessException)
        {
            return null; // Another check reports a missing or damaged kit.
        }
    }

    private static Finding PlotlyJs(BuiltKit kit) =>
        Directory.Exists(kit.Folder) && Directory.EnumerateFiles(kit.Folder, "plotly*.js").FirstOrDefault() is { } file
            ? new("plotly.js", file)
            : new(
                "plotly.js",
                "not in the kit: the larger one in Plotly.NET draws all charts",
                "install Node.js (with npm) and build again, for smaller pages");
}
