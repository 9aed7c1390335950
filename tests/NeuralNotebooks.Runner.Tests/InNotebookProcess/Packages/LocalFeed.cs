using System.IO.Compression;
using NeuralNotebooks.Engine.Tests;

namespace NeuralNotebooks.Runner.Tests;

/// <summary>A folder <c>source</c> with packages, beside a folder for those that are restored.</summary>
internal static class LocalFeed
{
    /// <param name="sources">The sources of projects in the folder.</param>
    public static void Create(TemporaryFolder folder, string sources = "")
    {
        Directory.CreateDirectory(folder.At("source"));
        folder.File(
            "NuGet.config",
            $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="packages" /></config>
              <packageSources><clear />{sources}</packageSources>
            </configuration>
            """);
    }

    public static void Pack(
        TemporaryFolder folder, string id, string version, string code, string? dependency = null,
        string framework = "net10.0")
    {
        using ZipArchive package = ZipFile.Open(folder.At($"source/{id}.{version}.nupkg"), ZipArchiveMode.Create);
        using (Stream entry = package.CreateEntry($"lib/{framework}/{id}.dll").Open())
            entry.Write(CompiledLibrary.Of(id, code));
        string dependencies = dependency is null ? "" : $"<dependency id=\"{dependency}\" version=\"1.0.0\" />";
        using var writer = new StreamWriter(package.CreateEntry($"{id}.nuspec").Open());
        writer.Write(
            $"""
            <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd"><metadata>
            <id>{id}</id><version>{version}</version><authors>tests</authors><description>test</description>
            <dependencies><group targetFramework="{framework}">{dependencies}</group></dependencies>
            </metadata></package>
            """);
    }
}
