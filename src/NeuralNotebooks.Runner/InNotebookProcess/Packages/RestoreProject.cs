using System.Xml.Linq;

namespace NeuralNotebooks.Runner.InNotebookProcess;

internal static partial class RestoreProject
{
    /// <remarks>No project or package has this name: NuGet would take that for this project.</remarks>
    public const string FileName = "references-of-notebook.csproj";

    /// <summary>The environment variable with the folder for what the build of projects makes.</summary>
    public const string Built = "NN_BUILT";

    /// <summary>The project as XML. A source that cannot be read, and a package that is in use in an older version than
    /// another one asks for (NU1605), are not errors. The files for projects in folders above, such as
    /// <c>Directory.Build.targets</c>, do not apply to it.</summary>
    public static string Of(PackageRequest asked, string configFolder)
    {
        XElement imports = PropertyGroup(
            ("ImportDirectoryBuildProps", "false"),
            ("ImportDirectoryBuildTargets", "false"),
            ("ImportDirectoryPackagesProps", "false"));
        XElement properties = PropertyGroup(
            ("TargetFramework", $"net{Environment.Version.ToString(2)}"),
            ("RuntimeIdentifier", PortableRuntime()),
            ("SelfContained", "false"),
            ("ManagePackageVersionsCentrally", "false"),
            ("NuGetAudit", "false"),
            ("RestoreIgnoreFailedSources", "true"),
            ("WarningsAsErrors", ""),
            ("RestoreRootConfigDirectory", Escape(configFolder)),
            ("RestoreAdditionalProjectSources", string.Join(';', asked.Sources.Select(Escape))));
        if (asked.Projects.Count > 0)
            properties.Add(PropertyGroup(
                ("OutDir", $"$({Built})/"), ("EnableDefaultItems", "false"), ("GenerateDependencyFile", "false"))
                .Elements());
        IEnumerable<XElement> references = asked.Packages
            .OrderBy(package => package.Key, StringComparer.OrdinalIgnoreCase)
            .Select(package => new XElement(
                "PackageReference",
                new XAttribute("Include", Escape(package.Key)),
                new XAttribute("Version", Escape(package.Value ?? "*"))));
        // What is imported is decided before the SDK's properties, which import Directory.Build.props. All others stand
        // after them, since they make NU1605 an error.
        return new XElement(
            "Project",
            imports,
            PartOfSdk("Sdk.props"),
            properties,
            new XElement("ItemGroup", references, asked.Projects.Select(project => new XElement(
                "ProjectReference", new XAttribute("Include", Escape(project))))),
            PartOfSdk("Sdk.targets")).ToString();

        static XElement PropertyGroup(params (string Name, string Value)[] properties) =>
            new("PropertyGroup", properties.Select(property => new XElement(property.Name, property.Value)));

        static XElement PartOfSdk(string file) =>
            new("Import", new XAttribute("Project", file), new XAttribute("Sdk", "Microsoft.NET.Sdk"));
    }

    public static string Escape(string text) =>
        Special().Replace(text, match => Invariant($"%{(int)match.Value[0]:X2}"));

    [GeneratedRegex("[%$@';]")]
    private static partial Regex Special();

    /// <summary>The runtime identifier that packages use for this system; the runtime may report another one if .NET
    /// was built by a Linux distribution.</summary>
    public static string PortableRuntime()
    {
        string system = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx"
            : IsMusl() ? "linux-musl" : "linux";
        return $"{system}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";
    }

    /// <summary>Whether this process uses the C library musl. The runtime identifier alone does not tell: Alpine's
    /// build of .NET reports alpine.3.22. An installed musl does not tell either, since Debian may have it in addition
    /// to glibc. So the loaded libraries are checked.</summary>
    private static bool IsMusl()
    {
        const string maps = "/proc/self/maps";
        return RuntimeInformation.RuntimeIdentifier.Contains("musl")
            || (File.Exists(maps) && File.ReadAllText(maps).Contains("/ld-musl-"));
    }
}
