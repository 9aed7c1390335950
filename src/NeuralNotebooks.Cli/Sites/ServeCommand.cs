using System.CommandLine;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using NeuralNotebooks.Site;

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
        var port = new Option<int>("--port", "-p")
        {
            HelpName = "N",
            Description = "The port on 127.0.0.1; 0 takes a free one.",
            DefaultValueFactory = _ => DefaultPort,
        };
        folder.MustNotBeEmpty();
        port.MustBeWhole(min: 0, IPEndPoint.MaxPort);
        var command = new Command("serve", "Serves the site to this machine's browsers until Ctrl-C.") { folder, port };
        command.SetAction(
            (parsed, cancellation) => RunAsync(parsed.GetValue(folder), parsed.GetValue(port), terminal, cancellation)
        );
        return command;
    }

    /// <summary>The command that serves a site, for messages. In a clone of the repository it begins with <c>dotnet
    /// run</c>, since nn is not in a folder of PATH there.</summary>
    public static string ToServe(OutputFolder site)
    {
        string here = Directory.GetCurrentDirectory();
        string nn = "nn";
        if (CourseFolders.From(AppContext.BaseDirectory) is { IsComplete: true } clone)
        {
            string project = Path.Combine(clone.Sources, "NeuralNotebooks.Cli");
            nn = $"dotnet run --project {ShellPath.Quoted(Path.GetRelativePath(here, project))} --";
        }
        bool isUsual = RealPath.Of(site.Path) == RealPath.Of(CourseFolders.OrHere().Site);
        return isUsual ? $"{nn} serve" : $"{nn} serve {ShellPath.Quoted(Path.GetRelativePath(here, site.Path))}";
    }

    private static async Task<int> RunAsync(string? folder, int port, Terminal terminal, CancellationToken cancellation)
    {
        string site = new OutputFolder(folder ?? CourseFolders.OrHere().Site).Path;
        if (!File.Exists(Path.Combine(site, "index.html")))
        {
            string what =
                Directory.Exists(site) ? "no index.html in the"
                : File.Exists(site) ? "a file where nn serve expects a"
                : "no";
            return terminal.Fail(
                ExitCode.NotFound,
                $"There is {what} folder {site}. To make a site: nn run --output DIR"
            );
        }

        try
        {
            await using var server = new SiteServer(site, port);
            await server.StartAsync();
            terminal.WriteLine($"Serving {site} at {server.Address} (Ctrl-C ends it)");
            await terminal.Output.FlushAsync(CancellationToken.None);
            await Task.Delay(Timeout.Infinite, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return ExitCode.Passed;
        }
        catch (Exception e) when (e is SocketException or IOException { InnerException: AddressInUseException })
        {
            string reason = e is IOException ? "another program uses it" : e.Message;
            return terminal.Fail(
                ExitCode.Failed,
                $"Port {port.ToString(CultureInfo.InvariantCulture)} cannot be used: {reason}. Choose "
                    + $"another: nn serve --port N"
            );
        }
    }
}
