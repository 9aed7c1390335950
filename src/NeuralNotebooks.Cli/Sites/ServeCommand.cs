using System.ComponentModel;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;

namespace NeuralNotebooks.Cli;

internal sealed class ServeCommand : NnCommand
{
    private const int DefaultPort = 8877;

    private readonly Argument<string?> _folder = new("DIR")
    {
        Description = "The folder of the site (default: the course's artifacts/site).",
        Arity = ArgumentArity.ZeroOrOne,
    };
    private readonly Option<int> _port = Port(DefaultPort);
    private readonly Option<bool> _open = InBrowser("site");

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

    public static Option<int> Port(int usual) =>
        new Option<int>("--port", "-p")
        {
            HelpName = "N",
            Description = "The port on 127.0.0.1; 0 takes a free one.",
            DefaultValueFactory = _ => usual,
        }.MustBeWhole(min: 0, IPEndPoint.MaxPort);

    public static Option<bool> InBrowser(string what) =>
        new("--open") { Description = $"Open the {what} in the browser." };

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

        await using var server = new SiteServer(site, port);
        return await RunAsync(server, $"Serving {site}", "", parsed.GetValue(_open), Terminal, cancellation);
    }

    /// <summary>Serves until Ctrl-C.</summary>
    /// <param name="page">The page to open, below the server's address.</param>
    public static async Task<int> RunAsync(
        SiteServer server, string what, string page, bool isOpened, Terminal terminal, CancellationToken cancellation)
    {
        try
        {
            await server.StartAsync();
        }
        catch (Exception e) when (e is SocketException or IOException { InnerException: AddressInUseException })
        {
            string reason = e is IOException ? "another program uses it" : e.Message;
            return terminal.Fail(
                ExitCode.Failed,
                $"Port {server.Port.ToString(CultureInfo.InvariantCulture)} cannot be used: {reason}. Choose another "
                    + "with --port.");
        }
        Uri address = new(server.Address, page);
        terminal.WriteLine($"{what} at {address} (Ctrl-C ends it)");
        await terminal.Output.FlushAsync(CancellationToken.None);
        if (isOpened)
            Open(address, terminal);
        await Task.Delay(Timeout.Infinite, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return ExitCode.Passed;
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
