using System.ComponentModel;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;

namespace NeuralNotebooks.Cli;

/// <summary>Starts a server, says where it is, and waits for Ctrl-C.</summary>
internal sealed class Serving(Terminal terminal)
{
    /// <summary>Serves until Ctrl-C.</summary>
    /// <param name="page">The page to open, below the server's address.</param>
    public async Task<int> RunAsync(
        SiteServer server, string what, string page, bool isOpened, CancellationToken cancellation)
    {
        if (await StartAsync(server, "--port") is { } failed)
            return failed;
        await WaitAsync(server, what, page, isOpened, cancellation);
        return ExitCode.Passed;
    }

    public async Task WaitAsync(
        SiteServer server, string what, string page, bool isOpened, CancellationToken cancellation)
    {
        Uri address = new(server.Address, page);
        terminal.WriteLine($"{what} at {address} (Ctrl-C ends it)");
        await terminal.Output.FlushAsync(CancellationToken.None);
        string? redirect = isOpened && server.HasSecret ? RedirectTo(address, server.Folder) : null;
        if (isOpened)
            Open(redirect ?? address.ToString(), address);
        await Task.Delay(Timeout.Infinite, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (redirect is not null)
            File.Delete(redirect);
    }

    /// <summary>Writes a page that leads the browser to an address with a secret, and that only this user can read.
    /// Other users could read the address itself in the list of processes.</summary>
    private static string RedirectTo(Uri address, string folder)
    {
        string page = Path.Combine(folder, ".nn-open.html");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        File.Delete(page);
        using var writer = new StreamWriter(page, options);
        writer.Write($"<meta http-equiv=\"refresh\" content=\"0; url={address}\" />\n");
        return page;
    }

    /// <returns>The exit code if the port cannot be used; otherwise null.</returns>
    public async Task<int?> StartAsync(WebServer server, string option)
    {
        try
        {
            await server.StartAsync();
            return null;
        }
        catch (Exception e) when (e is SocketException or IOException { InnerException: AddressInUseException })
        {
            string reason = e is IOException ? "another program uses it" : e.Message;
            return terminal.Fail(
                ExitCode.Failed,
                $"Port {server.Port.ToString(CultureInfo.InvariantCulture)} cannot be used: {reason}. Choose another "
                    + $"with {option}.");
        }
    }

    private void Open(string page, Uri address)
    {
        try
        {
            Process.Start(new ProcessStartInfo(page) { UseShellExecute = true })?.Dispose();
        }
        catch (Exception e) when (e is Win32Exception or PlatformNotSupportedException)
        {
            terminal.WriteNote($"no browser could be started; open {address} in one.");
        }
    }
}
