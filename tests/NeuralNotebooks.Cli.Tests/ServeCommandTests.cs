using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace NeuralNotebooks.Cli.Tests;

public sealed class ServeCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_folder_that_is_not_there_is_named()
    {
        InvokedCommand command = await InvokedCommand.Of("serve", In("nowhere"));

        Assert.Equal(ExitCode.NotFound, command.ExitCode);
        Assert.StartsWith($"There is no folder {In("nowhere")}.", command.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_a_site_is_named()
    {
        Directory.CreateDirectory(In("empty"));

        InvokedCommand command = await InvokedCommand.Of("serve", In("empty"));

        Assert.Equal(ExitCode.NotFound, command.ExitCode);
        Assert.StartsWith(
            $"There is no index.html in the folder {In("empty")}.",
            command.Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_port_in_use_is_named_with_what_to_do()
    {
        _folder.File("index.html", "<h1>site</h1>");
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        string port = ((IPEndPoint)other.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);

        InvokedCommand command = await InvokedCommand.Of("serve", _folder.Path, "--port", port);

        Assert.Equal(ExitCode.CellFailed, command.ExitCode);
        Assert.Contains(
            $"Port {port} cannot be used: another program uses it.",
            command.Error,
            StringComparison.Ordinal
        );
        Assert.Empty(command.Output);
    }

    private string In(string name) => Path.Combine(_folder.Path, name);
}
