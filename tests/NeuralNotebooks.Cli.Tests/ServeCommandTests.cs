using System.Net;
using System.Net.Sockets;

namespace NeuralNotebooks.Cli.Tests;

public sealed class ServeCommandTests : FolderedTests
{
    [Fact]
    public void In_a_clone_the_command_that_serves_begins_with_the_path_of_the_script()
    {
        var here = new Workplace(Directory.GetCurrentDirectory());
        string usual = ServeCommand.ToServe(here.CourseOrHere.Site, here),
            other = ServeCommand.ToServe(Folder.Path, here);

        Assert.Equal($"{Path.GetRelativePath(Directory.GetCurrentDirectory(), Repository.At("nn"))} serve", usual);
        Assert.Equal($"{usual} {Path.GetRelativePath(Directory.GetCurrentDirectory(), Folder.Path)}", other);
    }

    [Theory]
    [Cases("#!/bin/sh\necho \"$1\" > opened\n", "", null, "note: no browser could be started; open http://127.0.0.1:")]
    public async Task The_site_is_opened_in_the_browser_or_its_address_is_said(string? xdgOpen, string note)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other systems start the browser themselves.");
        Folder.File("index.html", "<h1>site</h1>");
        string path = Folder.At("bin");
        Directory.CreateDirectory(path);
        if (xdgOpen is not null)
            Folder.Program("bin/xdg-open", xdgOpen);
        ProcessStartInfo start = Signal.Nn(Signal.Default, "serve", Folder.Path, "--port", "0", "--open");
        (start.WorkingDirectory, start.Environment["PATH"], start.RedirectStandardError) = (Folder.Path, path, true);
        using Process process = Process.Start(start)!;
        try
        {
            string? serving = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            if (note.Length > 0)
                (await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) ?? "")
                    .ShouldStartWith(note);
            else
            {
                await Wait.UntilAsync(() => File.Exists(Folder.At("opened")) && Opened().Length > 0);
                serving!.ShouldContain($" at {Opened()} ");
            }
        }
        finally
        {
            process.Kill();
        }

        string Opened() => File.ReadAllText(Folder.At("opened")).Trim();
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

    [Fact]
    public async Task Guesses_that_cannot_be_saved_are_refused_before_the_class_joins()
    {
        Folder.File("index.html", "<h1>site</h1>");

        InvokedCommand command = await InvokedCommand.Of(
            "serve", Folder.Path, "--port", "0", "--class", "--class-port", "0",
            "--save", Folder.At("index.html/guesses.json"));

        Assert.Equal(ExitCode.Broken, command.ExitCode);
        command.Error.ShouldContain("index.html");
        Assert.Empty(command.Output);
    }
}
