namespace NeuralNotebooks.Engine.Tests;

public sealed class PackageVersionTests
{
    [Theory]
    [Cases("Plot, 1.*", "Plot, 1.2", "Plot, 1.2.0", "Plot")]
    public async Task A_cell_with_a_package_can_run_again(string package)
    {
        var feed = new OneVersion("1.2.0");
        using var session = new TestSession(new SessionOptions { Packages = feed });

        Shown first = await session.Run($"#r \"nuget: {package}\"\n1"),
            second = await session.Run($"#r \"nuget: {package}\"\n2");

        Assert.Equal(("1", "2"), (first.Plain, second.Plain));
        Assert.Equal("1.2.0", feed.LastRequest["Plot"]); // never a newer one, which could not be loaded
    }

    [Fact]
    public async Task Instead_of_another_version_the_loaded_one_is_used_and_a_sentence_says_so()
    {
        using var session = new TestSession(new SessionOptions { Packages = new OneVersion("1.2.0") });
        await session.Run("#r \"nuget: Plot, 1.*\"");

        Shown other = await session.Run("#r \"nuget: Plot, 2.0.0\"\n7");

        other.Console.ShouldContain("Plot 1.2.0 is in use already, so version 2.0.0 is not loaded.");
        Assert.Equal("7", other.Plain);
        Shown range = await session.Run("#r \"nuget: Plot, [1.0, 2.0)\"");
        Assert.DoesNotContain("in use already", range.Console);
    }

    [Fact]
    public void A_package_without_a_folder_has_none_of_the_working_folder() =>
        Assert.Null(new RestoredPackage("Plot", "1.2.0").Subfolder("."));

    private sealed class OneVersion(string version) : IPackageSource
    {
        public Dictionary<string, string?> LastRequest { get; private set; } = [];

        public Task<PackageAssets> RestoreAsync(PackageRequest asked, CancellationToken cancellation)
        {
            LastRequest = new(asked.Packages);
            IEnumerable<RestoredPackage> all = asked.Packages.Select(
                package => new RestoredPackage(package.Key, version));
            return Task.FromResult(new PackageAssets([.. all]));
        }
    }
}
