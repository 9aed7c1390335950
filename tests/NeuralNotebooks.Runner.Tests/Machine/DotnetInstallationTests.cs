namespace NeuralNotebooks.Runner.Tests;

public class DotnetInstallationTests
{
    [Theory]
    [Cases(
        "/opt/homebrew/Cellar/dotnet/10.0.1/libexec/dotnet", "/opt/homebrew/opt/dotnet/libexec/dotnet",
        "/usr/share/dotnet/dotnet", null)]
    public void Homebrew_s_installation_is_named_by_the_link_that_an_upgrade_keeps(string path, string? stable) =>
        Assert.Equal(stable, DotnetInstallation.StableLink(path));
}
