using System.ComponentModel;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;

namespace NeuralNotebooks.Cli;

/// <summary><c>nn serve</c>: serves the site to browsers on this machine.</summary>
internal sealed class ServeCommand : NnCommand
{
    private const int DefaultPort = 8877;

    private readonly Argument<string?> _folder = new("DIR")
    {
        Description = "The folder of the site (default: the course's artifacts/site).",
        Arity = ArgumentArity.ZeroOrOne,
    };
    private readonly Option<int> _port = new Option<int>("--port", "-p")
    {
        HelpName = "N",
        Description = "The port on 127.0.0.1; 0 takes a free one.",
        DefaultValueFactory = _ => DefaultPort,
    }.MustBeWhole(min: 0, IPEndPoint.MaxPort);
    private readonly Option<bool> _open = new("--open") { Description = "Open the site in the browser." };

    public ServeCommand(Terminal terminal)
        : base("serve", "Serves the site to this machine's browsers until Ctrl-C.", terminal)
    {
        AddAll(_folder, _port, _open);
        Examples =
        [
            ("nn serve --open",
                Invariant($"the site at http://127.0.0.1:{DefaultPort}/, where its pages are live, in the browser")),
        ];
        SetAction(RunAsync);
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

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        int port = parsed.GetValue(_port);
        string site = Path.GetFullPath(parsed.GetValue(_folder) ?? CourseFolders.OrHere().Site);
        if (!File.Exists(Path.Combine(site, "index.html")))
        {
            string what =
                Directory.Exists(site) ? "no index.html in the"
                : File.Exists(site) ? "a file where nn serve expects a"
                : "no";
            return Terminal.Fail(
                ExitCode.NotFound, $"There is {what} folder {site}. To make a site: nn run --output DIR");
        }

        try
        {
            await using var server = new SiteServer(site, port);
            await server.StartAsync();
            Terminal.WriteLine($"Serving {site} at {server.Address} (Ctrl-C ends it)");
            await Terminal.Output.FlushAsync(CancellationToken.None);
            if (parsed.GetValue(_open))
                Open(server.Address);
            await Task.Delay(Timeout.Infinite, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return ExitCode.Passed;
        }
        catch (Exception e) when (e is SocketException or IOException { InnerException: AddressInUseException })
        {
            string reason = e is IOException ? "another program uses it" : e.Message;
            return Terminal.Fail(
                ExitCode.Failed,
                $"Port {port.ToString(CultureInfo.InvariantCulture)} cannot be used: {reason}. Choose "
                    + $"another: nn serve --port N");
        }
    }

    private void Open(Uri address)
    {
        try
        {
            Process.Start(new ProcessStartInfo(address.ToString()) { UseShellExecute = true })?.Dispose();
        }
        catch (Exception e) when (e is Win32Exception or PlatformNotSupportedException)
        {
            Terminal.WriteNote($"no browser could be started; open {address} in one.");
        }
    }
}
