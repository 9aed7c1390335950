namespace NeuralNotebooks.Engine.Tests;

public class HostFormatterTests
{
    [Fact]
    public async Task The_hosts_formatters_show_what_follows_no_convention()
    {
        using TestSession session = new(
            new() { Formatter = value => value is Version version ? $"<b>{version}</b>" : null });

        Assert.Equal("<b>1.2</b>", (await session.Run("new Version(1, 2)")).Html);
        Assert.Contains("<td><b>1.2</b></td>", (await session.Run("new[] { new Version(1, 2) }")).Html);
        Assert.Equal("3", await session.Value("3"));
    }
}
