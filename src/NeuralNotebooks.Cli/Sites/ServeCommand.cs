using System.Net;

namespace NeuralNotebooks.Cli;

internal sealed class ServeCommand : NnCommand
{
    private const int DefaultPort = 8877, DefaultClassPort = 8878, DefaultPhonesPerAddress = 50;

    private readonly Argument<string?> _folder = new("DIR")
    {
        Description = "The folder of the site (default: the course's artifacts/site).",
        Arity = ArgumentArity.ZeroOrOne,
    };
    private readonly Option<int> _port = SharedOptions.Port(DefaultPort);
    private readonly Option<bool> _open = SharedOptions.InBrowser("site");
    private readonly Option<bool> _class = new("--class")
    {
        Description = "Also serve a page on which the phones of a class guess. On a page's slides (?slides), the key C "
            + "asks the question and shows all guesses.",
    };
    private readonly Option<int> _classPort = new Option<int>("--class-port")
    {
        HelpName = "N",
        Description = "The port of the phones' page, on all networks of this machine; 0 takes a free one.",
        DefaultValueFactory = _ => DefaultClassPort,
    }.MustBeWhole(min: 0, IPEndPoint.MaxPort);
    private readonly Option<string?> _public = new Option<string?>("--public")
    {
        HelpName = "URL",
        Description = "The address that a proxy gives the phones' page. This page is then served to this machine only, "
            + "where the proxy runs, and the teacher's side asks for a password.",
    }.MustBe(
        value => Uri.TryCreate(value, UriKind.Absolute, out Uri? address) && address.Scheme == Uri.UriSchemeHttps,
        "expected an address that begins with https://");
    private readonly Option<string?> _save = new Option<string?>("--save")
    {
        HelpName = "FILE",
        Description = "Write the guesses into this new file, as JSON, at each Reveal and at the end.",
    }.MustBe(value => value.Length > 0 && !Path.Exists(value), "the file exists, and is not replaced.");
    private readonly Option<int> _phonesPerAddress = new Option<int>("--phones-per-address")
    {
        HelpName = "N",
        Description = "How many phones may join from one address: more if your network has one address for all.",
        DefaultValueFactory = _ => DefaultPhonesPerAddress,
    }.MustBeWhole(min: 1, ClassSession.MaxPhones);

    public ServeCommand(CommandContext context)
        : base("serve", "Serves the site to this machine's browsers until Ctrl-C.", context)
    {
        AddAll(_folder, _port, _open, _class, _classPort, _public, _save, _phonesPerAddress);
        Validators.Add(result =>
        {
            foreach (Option option in (Option[])[_classPort, _public, _save, _phonesPerAddress])
                if (result.GetResult(option) is { Implicit: false } && result.GetResult(_class) is null)
                    result.AddError($"{option.Name} needs --class.");
        });
        Examples =
        [
            ("nn serve --open",
                Invariant($"the site at http://127.0.0.1:{DefaultPort}/, where its pages are live, in the browser")),
            ("nn serve --class --open", "the same, and a class guesses with its phones"),
        ];
        SetAction(RunAsync);
    }

    /// <summary>The command that serves a site, for messages. In a clone of the repository it begins with the path of
    /// the script <c>nn</c>, which need not be in a folder of PATH.</summary>
    public static string ToServe(string site, Workplace workplace)
    {
        (string here, string nn) = (workplace.Folder, "nn");
        if (CourseFolders.From(AppContext.BaseDirectory) is { IsComplete: true } clone)
        {
            string script = Path.GetRelativePath(here, Path.Combine(clone.Root, nn));
            nn = ShellPath.Quoted(script == nn ? Path.Combine(".", script) : script);
        }
        bool isUsual = RealPath.Of(site) == RealPath.Of(workplace.CourseOrHere.Site);
        return isUsual ? $"{nn} serve" : $"{nn} serve {ShellPath.Quoted(Path.GetRelativePath(here, site))}";
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        int port = parsed.GetValue(_port);
        string site = Path.GetFullPath(parsed.GetValue(_folder) ?? Workplace.CourseOrHere.Site);
        if (!File.Exists(Path.Combine(site, "index.html")))
        {
            string what =
                Directory.Exists(site) ? "no index.html in the"
                : File.Exists(site) ? "a file where nn serve expects a"
                : "no";
            return Terminal.Fail(
                ExitCode.NotFound, $"There is {what} folder {site}. To make a site: nn run --output DIR");
        }

        bool isOpened = parsed.GetValue(_open);
        if (parsed.GetValue(_class))
            return await RunClassAsync(site, parsed, isOpened, cancellation);
        await using var server = new SiteServer(site, port);
        return await new Serving(Terminal).RunAsync(server, $"Serving {site}", "", isOpened, cancellation);
    }

    private async Task<int> RunClassAsync(
        string site, ParseResult parsed, bool isOpened, CancellationToken cancellation)
    {
        int phonesPerAddress = parsed.GetValue(_phonesPerAddress);
        Uri? proxy = parsed.GetValue(_public) is { } given ? new(given.TrimEnd('/') + "/") : null;
        var session = new ClassSession(phonesPerAddress);
        using var limits = new ClassLimits(phonesPerAddress);
        await using var phones = new PhoneServer(session, limits, parsed.GetValue(_classPort), proxy);
        var serving = new Serving(Terminal);
        if (await serving.StartAsync(phones, _classPort.Name) is { } failed)
            return failed;
        var teacher = new TeacherRoutes(
            session, new(proxy, phones.Address.Port), isPublic: proxy is not null, parsed.GetValue(_save));
        await using var server = new SiteServer(site, parsed.GetValue(_port), teacher.AnswerAsync, proxy: proxy)
        {
            PageEnd = TeacherRoutes.PageEnd,
        };
        if (await serving.StartAsync(server, _port.Name) is { } alsoFailed)
            return alsoFailed;
        teacher.Save(); // If the file cannot be written, this ends before anybody guesses.
        Terminal.WriteLine(teacher.Introduction);
        await serving.WaitAsync(server, $"Serving {site}", "", isOpened, cancellation);
        teacher.Save();
        return ExitCode.Passed;
    }
}
