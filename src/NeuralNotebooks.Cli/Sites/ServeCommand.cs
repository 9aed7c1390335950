using System.ComponentModel;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;

namespace NeuralNotebooks.Cli;

/// <summary><c>nn serve</c>: serves the site to browsers on this machine.</summary>
internal static class ServeCommand
{
    private const int DefaultPort = 8877;

    public static Command Create(Terminal terminal)
    {
        var folder = new Argument<string?>("DIR")
        {
            Description = "The folder of the site (default: the course's artifacts/site).",
            Arity = ArgumentArity.ZeroOrOne,
        };
        Option<int> port = new Option<int>("--port", "-p")
        {
            HelpName = "N",
            Description = "The port on 127.0.0.1; 0 takes a free one.",
            DefaultValueFactory = _ => DefaultPort,
        }.MustBeWhole(min: 0, IPEndPoint.MaxPort);
        var open = new Option<bool>("--open") { Description = "Open the site in the browser." };
        var command = new Command("serve", "Serves the site to this machine's browsers until Ctrl-C.")
        {
            folder, port, open,
        };
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetValue(folder), parsed.GetValue(port), parsed.GetValue(open), terminal, cancellation));
        return command;
    }

    /// <summary>The command that serves a site, for messages. In a clone of the repository it begins with the path of
    /// the script <c>nn</c>, which need not be in a folder of PATH.</summary>
    public static string ToServe(string site)
    {
        string here = Directory.GetCurrentDirectory();
        string nn = "nn";
        if (CourseFolders.From(AppContext.BaseDirectory) is { IsComplete: true } clone)
        {
            string script = Path.GetRelativePath(here, Path.Combine(clone.Root, nn));
            nn = ShellPath.Quoted(script == nn ? Path.Combine(".", script) : script);
        }
        bool isUsual = RealPath.Of(site) == RealPath.Of(CourseFolders.OrHere().Site);
        return isUsual ? $"{nn} serve" : $"{nn} serve {ShellPath.Quoted(Path.GetRelativePath(here, site))}";
    }

    private static async Task<int> RunAsync(
        string? folder, int port, bool opens, Terminal terminal, CancellationToken cancellation)
    {
        string site = Path.GetFullPath(folder ?? CourseFolders.OrHere().Site);
        if (!File.Exists(Path.Combine(site, "index.html")))
        {
            string what =
                Directory.Exists(site) ? "no index.html in the"
                : File.Exists(site) ? "a file where nn serve expects a"
                : "no";
            return terminal.Fail(
                ExitCode.NotFound, $"There is {what} folder {site}. To make a site: nn run --output DIR");
        }

        try
        {
            await using var server = new SiteServer(site, port);
            await server.StartAsync();
            terminal.WriteLine($"Serving {site} at {server.Address} (Ctrl-C ends it)");
            await terminal.Output.FlushAsync(CancellationToken.None);
            if (opens)
                Open(server.Address, terminal);
            await Task.Delay(Timeout.Infinite, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return ExitCode.Passed;
        }
        catch (Exception e) when (e is SocketException or IOException { InnerException: AddressInUseException })
        {
            string reason = e is IOException ? "another program uses it" : e.Message;
            return terminal.Fail(
                ExitCode.Failed,
                $"Port {port.ToString(CultureInfo.InvariantCulture)} cannot be used: {reason}. Choose "
                    + $"another: nn serve --port N");
        }
    }

    private static void Open(Uri address, Terminal terminal)
    {
        try
        {
            Process.Start(new ProcessStartInfo(address.ToString()) { UseShellExecute = true })?.Dispose();
        }
        catch (Exception e) when (e is Win32Exception or PlatformNotSupportedException)
        {
            terminal.WriteNote($"no browser could be started; open {address} in one.");
        }
    }
}
