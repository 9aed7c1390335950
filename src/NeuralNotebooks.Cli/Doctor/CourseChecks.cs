using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using NeuralNotebooks.Engine;
using NeuralNotebooks.Runner;
using NeuralNotebooks.Site;

namespace NeuralNotebooks.Cli;

/// <summary>Checks the folders of the course.</summary>
internal static partial class CourseChecks
{
    private const string Build = "build it: dotnet build";

    /// <summary>The projects whose output is the kit.</summary>
    private static readonly string[] _kitProjects =
    [
        "NeuralNotebooks",
        "NeuralNotebooks.Plotting",
        "NeuralNotebooks.Course",
    ];

    /// <param name="course">The course of the working folder; null if there is none.</param>
    /// <param name="installed">The kit of an installed nn, which is used everywhere except in a clone of this
    /// repository; null if nn is not installed.</param>
    public static IEnumerable<Finding> All(CourseFolders? course, BuiltKit? installed = null) =>
        installed is not null && course is not { IsComplete: true }
            ?
            [
                course is null ? NoCourse(State.Optional) : Course(course),
                InstalledKit(installed),
                PlotlyJs(installed),
            ]
        : course is null ? [NoCourse(State.Bad)]
            :
            [
                .. Read("course", () => [Course(course)]), .. Read("kit", () => [Kit(course)]),
                .. Read("plotly.js", () => [PlotlyJs(course.Kit)]), .. Read("data: MNIST", () => Mnist(course)),
            ];

    private static Finding NoCourse(State state) =>
        new(
            "course",
            state,
            "no folder notebooks/ with notebooks here or above",
            "change into the course's folder, or name notebooks: nn run PATH"
        );

    /// <summary>Runs a check; an unreadable file becomes a finding.</summary>
    private static IEnumerable<Finding> Read(string name, Func<IEnumerable<Finding>> check)
    {
        try
        {
            return [.. check()];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [new(name, State.Bad, e.Message, "make it a file that you can read")];
        }
    }

    private static Finding Course(CourseFolders course) =>
        new(
            "course",
            State.Good,
            Invariant(
                $"{Directory.EnumerateFiles(course.Notebooks, "*.ipynb").Count()} notebooks in {course.Notebooks}"
            )
        );

    private static Finding InstalledKit(BuiltKit installed) =>
        File.Exists(installed.Library)
            ? new("kit", State.Good, $"this program's own, {installed.Root}")
            : new(
                "kit",
                State.Bad,
                $"no {installed.Library}: this nn is damaged",
                "install it again: dotnet tool uninstall --global NeuralNotebooks.Cli, then install"
            );

    private static Finding Kit(CourseFolders course)
    {
        BuiltKit kit = course.Kit;
        string script = kit.StudentScript;
        if (!File.Exists(kit.Library) || !File.Exists(script))
            return new("kit", State.Bad, $"no {(File.Exists(kit.Library) ? script : kit.Library)}", Build);
        if (
            Reference().Match(NamedFile.ReadAllText(script)) is not { Success: true } reference
            || !RealPath.IsIn(kit.Folder, reference.Groups["path"].Value)
        )
            return new(
                "kit",
                State.Bad,
                $"{script} refers to a folder other than {kit.Folder}: the course has been moved",
                Build
            );
        if (OtherVersion(kit) is { } mismatch)
            return new("kit", State.Bad, mismatch, $"{Build}; or, in a clone, run its own nn");
        DateTime built = _kitProjects
            .Select(project => Path.Combine(kit.Folder, project + ".dll"))
            .Where(File.Exists)
            .Max(File.GetLastWriteTimeUtc);
        string? newer = KitSources(course).FirstOrDefault(source => File.GetLastWriteTimeUtc(source) > built);
        return newer is null
            ? new(
                "kit",
                State.Good,
                Invariant($"built {built.ToLocalTime():yyyy-MM-dd HH:mm}, {kit.Folder}")
            )
            : new("kit", State.Bad, $"older than {Path.GetRelativePath(course.Root, newer)}", Build);
    }

    /// <summary>A message if a kit and this program have different versions; null if they have the same
    /// version.</summary>
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

    private static IEnumerable<string> KitSources(CourseFolders course)
        => _kitProjects.Select(project => Path.Combine(course.Sources, project)).Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
            .Where(file => !GeneratedFolder().IsMatch(file));

    private static Finding PlotlyJs(BuiltKit kit) =>
        Directory.Exists(kit.Folder)
        && Directory.EnumerateFiles(kit.Folder, "plotly*.js", SearchOption.AllDirectories).FirstOrDefault()
            is { } script
            ? new("plotly.js", State.Good, script)
            : new(
                "plotly.js",
                State.Optional,
                "not in the kit: pictures load it from a content delivery network",
                "install Node.js (with npm) and build again, to need no network"
            );

    /// <summary>Compares the uncompressed content of the files with the checksums in data/README.md.</summary>
    private static IEnumerable<Finding> Mnist(CourseFolders course)
    {
        string readme = Path.Combine(course.Data, "README.md");
        if (!File.Exists(readme))
            return [Missing("data: MNIST", readme)];
        Finding[] findings = [.. Checksum().Matches(NamedFile.ReadAllText(readme)).Select(
            line => MnistFile(course, line.Groups["file"].Value, line.Groups["md5"].Value))];
        return findings.Length > 0 && findings.All(finding => finding.State == State.Good)
            ?
            [
                new(
                    "data: MNIST",
                    State.Good,
                    Invariant(
                        $"{findings.Length} files with the right checksums in {Path.Combine(course.Data, "mnist")}"
                    )
                ),
            ]
            : findings.Where(finding => finding.State != State.Good);
    }

    private static Finding MnistFile(CourseFolders course, string name, string expected)
    {
        string file = Path.Combine(course.Data, "mnist", name + ".gz");
        if (!File.Exists(file))
            return Missing("data: MNIST", file);
        try
        {
            using var content = new GZipStream(NamedFile.OpenRead(file), CompressionMode.Decompress);
#pragma warning disable CA5351 // A checksum against corruption, as published by the files' authors; not for security.
            string actual = Convert.ToHexStringLower(MD5.HashData(content));
#pragma warning restore CA5351
            return actual == expected
                ? new("data: MNIST", State.Good, file)
                : new("data: MNIST", State.Bad, $"{file}: the checksum is {actual}, not {expected}", Restore(file));
        }
        catch (InvalidDataException e)
        {
            return new("data: MNIST", State.Bad, $"{file} is damaged: {e.Message}", Restore(file));
        }
    }

    private static Finding Missing(string name, string file) => new(name, State.Bad, $"no {file}", Restore(file));

    private static string Restore(string file) => $"get it back: git checkout -- {file}";

    [GeneratedRegex(@"^\s*(?<md5>[0-9a-f]{32})\s+(?<file>\S+-ubyte)\s*$", RegexOptions.Multiline)]
    private static partial Regex Checksum();

    [GeneratedRegex("""^#r "(?<path>[^"]+)"\s*$""", RegexOptions.Multiline)]
    private static partial Regex Reference();

    [GeneratedRegex(@"[\\/](obj|bin|node_modules)[\\/]")]
    private static partial Regex GeneratedFolder();
}
