using System.Net;
using System.Net.Sockets;

namespace NeuralNotebooks.Cli.Tests;

public sealed partial class SiteServerTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly SiteServer _server;

    public SiteServerTests()
    {
        _folder.File("site/index.html", "<h1>front</h1>");
        _folder.File("site/live/index.html", "<h1>live</h1>");
        _folder.File("secret.txt", "secret");
        _server = new(_folder.At("site"), port: 0);
    }

    public async ValueTask InitializeAsync() => await _server.StartAsync();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A file is <c>@ name</c> with its lines, a link <c>@ name → target</c>. A request is <c>$ GET path</c>
    /// with its headers, and <c>{tag}</c> in it is that of the last answer. If its first line does not have two
    /// words, it is sent as it is.</summary>
    [Theory]
    [FactsOf("SiteServer")]
    public async Task A_request(string fact)
    {
        string spoken = "", tag = "";
        foreach (Saying said in ApprovedTexts.Said("SiteServer", fact))
        {
            spoken += said.Written;
            if (said.Kind == '$')
            {
                string answer = await Raw(Request(said).Replace("{tag}", tag));
                tag = Tag().Match(answer) is { Success: true } given ? given.Value : tag;
                string same = Varying().Replace(answer, "");
                spoken += same.Replace("\r\n\r\n", "\n").Replace("\r\n", " | ").TrimEnd() + "\n";
            }
            else if (said.First.Split(" → ") is [var link, var target])
                SymbolicLink.Create(In("site/" + link), target);
            else
                _folder.File("site/" + said.First, said.Content);
        }
        ApprovedTexts.Check("SiteServer", fact, spoken);
    }

    [Fact]
    public async Task A_link_that_changes_while_it_is_requested_leads_nowhere_outside()
    {
        string link = In("site/link.txt"), next = In("next");
        string[] targets = [In("secret.txt"), In("site/index.html")];
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        Task swapping = Task.Run(() =>
        {
            for (int i = 0; !end.IsCancellationRequested; i++)
            {
                File.CreateSymbolicLink(next, targets[i % 2]);
                File.Move(next, link, overwrite: true);
            }
        }, Cancellation);

        for (int i = 0; i < 500; i++)
            Assert.DoesNotContain("secret", await Get("/link.txt"), StringComparison.Ordinal);

        await end.CancelAsync();
        await swapping;
    }

    [Fact]
    public async Task A_page_reloads_when_it_has_changed_unless_its_policy_forbids_it()
    {
        _folder.File("site/page.html", "<html></html>");
        _folder.File("site/strict.html", "<html><meta http-equiv=\"Content-Security-Policy\" /></html>");

        (await Get("/page.html")).ShouldContain("<html></html><script>", "location.reload()");
        (await Get("/strict.html")).ShouldNotContain("<script>");
    }

    [Fact]
    public async Task A_pipe_does_not_keep_the_server_waiting()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no named pipes among its files");
        Programs.Run("mkfifo", In("site/pipe.txt"));

        Task<string[]> requests = Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Get("/pipe.txt")));
        string[] answers = await requests.WaitAsync(TimeSpan.FromMinutes(2), Cancellation);

        Assert.All(answers, answer => answer.ShouldContain("\r\nContent-Length: 0\r\n"));
        Assert.Contains("front", await Get("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endless_head_is_refused() =>
        Assert.StartsWith(
            "HTTP/1.1 431 ",
            await Raw($"GET / HTTP/1.1\r\nHost: localhost\r\nX: {new string('a', 32 * 1024)}\r\n\r\n"),
            StringComparison.Ordinal);

    [Fact]
    public async Task One_connection_answers_several_requests()
    {
        string answer = await Raw(
            "GET / HTTP/1.1\r\nHost: localhost\r\n\r\nGET /live/ HTTP/1.1\r\nHost: "
                + "127.0.0.1:1\r\nConnection: close\r\n\r\n");

        answer.ShouldContain("<h1>front</h1>HTTP/1.1 200 OK");
        answer.ShouldEndWith("<h1>live</h1>");
    }

    [Fact]
    public async Task A_file_larger_than_a_buffer_is_sent_whole()
    {
        string content = string.Concat(Enumerable.Range(0, 60_000).Select(i => i + ","));
        _folder.File("site/large.txt", content);

        (await Get("/large.txt")).ShouldEndWith("\r\n\r\n" + content);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    private string In(string name) => _folder.At(name);

    private static string Request(Saying said)
    {
        string text =
            said.First.Split(' ') is [_, _]
                ? $"{said.First} HTTP/1.1\nHost: localhost\nConnection: close{said.More}"
                : said.Text;
        return text.ReplaceLineEndings("\r\n") + (text.Contains("\n\n") ? "" : "\r\n\r\n");
    }

    private Task<string> Get(string target) =>
        Raw($"GET {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

    /// <summary>Sends a request verbatim: HttpClient would normalize "..".</summary>
    private async Task<string> Raw(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, _server.Address.Port, Cancellation);
        await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(request), Cancellation);
        using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
        return await reader.ReadToEndAsync(Cancellation);
    }

    [GeneratedRegex("(?<=ETag: )[^\r]+")]
    private static partial Regex Tag();

    [GeneratedRegex("\r\n(Date|ETag|Connection): [^\r]+")]
    private static partial Regex Varying();
}
