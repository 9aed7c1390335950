using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using NeuralNotebooks.Engine;

namespace NeuralNotebooks.Runner;

/// <summary>Restores packages by running <c>dotnet restore</c> on a generated project, so that NuGet's rules, sources
/// and cache apply.</summary>
/// <param name="configFolder">The folder from which NuGet searches its configuration upwards: the notebook's
/// folder.</param>
/// <param name="cacheFolder">The folder in which results are cached, so that <c>dotnet restore</c> is not run again for
/// the same packages; null for the user's cache.</param>
public sealed partial class PackageRestore(string configFolder, string? cacheFolder = null) : IPackageSource
{
    /// <summary>
    /// The time for which a result is reused if a notebook requests no version or a floating one such as 1.*.
    /// </summary>
    private static readonly TimeSpan _newestFor = TimeSpan.FromDays(1);

    private readonly string _cacheFolder = cacheFolder ?? UserCacheFolder();

    /// <inheritdoc/>
    public PackageAssets Restore(
        IReadOnlyCollection<KeyValuePair<string, string?>> packages,
        IReadOnlyList<string> sources,
        CancellationToken cancellation
    )
    {
        string project = Project(packages, sources);
        string folder = Path.Combine(
            _cacheFolder,
            HexHash.Of(project)[..16]
        );
        string assetsFile = Path.Combine(folder, "obj", "project.assets.json");
        PackageAssets? known = Known(assetsFile) is { } earlier && AssetsFile.AreComplete(earlier) ? earlier : null;
        bool mayBeNewer = packages.Any(package => package.Value?.Contains('*') != false);
        // If the clock was set back, a result seems to be from the future. Its age is unknown, so the absolute
        // difference is used.
        TimeSpan age = (DateTime.UtcNow - File.GetLastWriteTimeUtc(assetsFile)).Duration();
        if (known is not null && !(mayBeNewer && age > _newestFor))
            return known;

        // Another process may restore the same packages at the same time. Each works in a separate folder, and the last
        // complete result is stored.
        string own = $"{folder}-{Guid.NewGuid():N}";
        Directory.CreateDirectory(own);
        try
        {
            File.WriteAllText(Path.Combine(own, "packages.csproj"), project);
            Run(own, cancellation);
            PackageAssets assets = AssetsFile.Read(Path.Combine(own, "obj", "project.assets.json"));
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
            Directory.Move(own, folder);
            return assets;
        }
        catch (PackageException) when (known is not null)
        {
            // For example, the machine is offline. The earlier result is used for another day.
            File.SetLastWriteTimeUtc(assetsFile, DateTime.UtcNow);
            return known;
        }
        catch (IOException) when (File.Exists(assetsFile))
        {
            return AssetsFile.Read(assetsFile);
        }
        finally
        {
            if (Directory.Exists(own))
                Directory.Delete(own, recursive: true);
        }
    }

    /// <summary>The result of an earlier restore; null if there is none or its file is damaged, for example by a power
    /// failure.</summary>
    private static PackageAssets? Known(string assetsFile)
    {
        try
        {
            return File.Exists(assetsFile) ? AssetsFile.Read(assetsFile) : null;
        }
        catch (Exception)
        {
            return null; // Whatever the error is, the packages are restored again.
        }
    }

    private string Project(IEnumerable<KeyValuePair<string, string?>> packages, IEnumerable<string> sources)
    {
        string added = string.Join(';', sources.Select(Escape));
        IEnumerable<XElement> references = packages
            .OrderBy(package => package.Key, StringComparer.OrdinalIgnoreCase)
            .Select(package => XmlText.Element($"""
                <PackageReference Include="{Escape(package.Key)}" Version="{Escape(package.Value ?? "*")}" />
                """));
        return XmlText.Element($"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>{$"net{Environment.Version.ToString(2)}"}</TargetFramework>
                <RuntimeIdentifier>{PortableRuntime()}</RuntimeIdentifier>
                <SelfContained>false</SelfContained>
                <ImportDirectoryBuildProps>false</ImportDirectoryBuildProps>
                <ImportDirectoryPackagesProps>false</ImportDirectoryPackagesProps>
                <NuGetAudit>false</NuGetAudit>
                <RestoreRootConfigDirectory>{Escape(configFolder)}</RestoreRootConfigDirectory>
                <RestoreAdditionalProjectSources>{added}</RestoreAdditionalProjectSources>
              </PropertyGroup>
              <ItemGroup>{references}</ItemGroup>
            </Project>
            """).ToString();
    }

    /// <summary>Escapes a text for MSBuild, so that properties, items and lists in it are not expanded.</summary>
    private static string Escape(string text)
        => Special().Replace(text, match => Invariant($"%{(int)match.Value[0]:X2}"));

    [GeneratedRegex("[%$@';]")]
    private static partial Regex Special();

    private static string UserCacheFolder()
    {
        // Empty for a user without a home folder, as in some containers.
        string data = Environment.GetFolderPath(
            Environment.SpecialFolder.LocalApplicationData,
            Environment.SpecialFolderOption.DoNotVerify
        );
        return Path.Combine(data.Length > 0 ? data : Path.GetTempPath(), "NeuralNotebooks", "packages");
    }

    /// <summary>The runtime identifier that packages use for this system; the runtime may report another one if .NET
    /// was built by a Linux distribution.</summary>
    internal static string PortableRuntime()
    {
        string system = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx"
            : IsMusl() ? "linux-musl" : "linux";
        return $"{system}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";
    }

    /// <summary>
    /// Whether this process uses the C library musl. The runtime identifier alone does not tell: Alpine's build of .NET
    /// reports alpine.3.22. An installed musl does not tell either, since Debian may have it in addition to glibc. So
    /// the loaded libraries are checked.
    /// </summary>
    private static bool IsMusl()
    {
        const string maps = "/proc/self/maps";
        return RuntimeInformation.RuntimeIdentifier.Contains("musl")
            || (File.Exists(maps) && File.ReadAllText(maps).Contains("/ld-musl-"));
    }

    private static void Run(string folder, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? DotnetInstallation.Program,
            ["restore", "packages.csproj", "--verbosity", "quiet", "-nodeReuse:false"]
        )
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        foreach (
            string name in start
                .Environment.Keys.Where(k => k.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase))
                .ToArray()
        )
            // If MSBuild has started this process, its variables would make the child use components of that MSBuild.
            start.Environment.Remove(name);
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new PackageException($"Packages need the .NET SDK, which could not be started ({e.Message}).");
        }
        using (process)
        {
            process.StandardInput.Close();
            using var kill = cancellation.Register(() => process.Kill(entireProcessTree: true));
            Task<string> errors = OwnThread.Run("Errors of a restore", process.StandardError.ReadToEnd);
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            cancellation.ThrowIfCancellationRequested();
            if (process.ExitCode != 0)
                throw new PackageException(Explain(output + errors.Result));
        }
    }

    /// <summary>NuGet's errors without the path of the generated project, which the user does not know.</summary>
    private static string Explain(string output)
    {
        string[] errors = [.. Error().Matches(output).Select(m => m.Groups["text"].Value.Trim()).Distinct()];
        return errors.Length == 0 ? $"dotnet restore failed: {output.Trim()}" : string.Join('\n', errors);
    }

    /// <summary>An error and the lines that belong to it, such as the nearest version in each source.</summary>
    [GeneratedRegex(@"error (?<text>(NU|NETSDK|MSB)\d+: .*(\n\s+- .*)*)")]
    private static partial Regex Error();
}
