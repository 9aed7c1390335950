using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace NeuralNotebooks.Cli.Tests;

public sealed class ServeCommandTests : FolderedTests
{
    [Fact]
    public void A_clone_has_no_nn_on_the_path_so_the_command_that_serves_is_written_out()
    {
        string usual = ServeCommand.ToServe(new(CourseFolders.OrHere().Site)),
            other = ServeCommand.ToServe(new(Folder.Path));

        Assert.Matches(@"^dotnet run --project \S*NeuralNotebooks\.Cli -- serve$", usual);
        Assert.Equal($"{usual} {Path.GetRelativePath(Directory.GetCurrentDirectory(), Folder.Path)}", other);
    }

    [Fact]
    public async Task A_port_in_use_is_named_with_what_to_do()
    {
        Folder.File("index.html", "<h1>site</h1>");
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        string port = ((IPEndPoint)other.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);

        InvokedCommand command = await InvokedCommand.Of("serve", Folder.Path, "--port", port);

        Assert.Equal(ExitCode.Failed, command.ExitCode);
        command.Error.ShouldContain($"Port {port} cannot be used: another program uses it.");
        Assert.Empty(command.Output);
    }
}
