using System.Net;
using System.Net.Sockets;
using System.Text;

namespace NeuralNotebooks.Cli.Tests;

public sealed class SiteServerTests : IAsyncLifetime
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

    [Theory]
    [InlineData("a.html", "text/html; charset=utf-8")]
    [InlineData("a.js", "text/javascript; charset=utf-8")]
    [InlineData("a.mjs", "text/javascript; charset=utf-8")]
    [InlineData("a.json", "application/json")]
    [InlineData("a.wasm", "application/wasm")]
    [InlineData("a.bin", "application/octet-stream")]
    [InlineData("a.dll", "application/octet-stream")]
    [InlineData("a.css", "text/css; charset=utf-8")]
    [InlineData("a.svg", "image/svg+xml")]
    [InlineData("a.woff2", "font/woff2")]
    public async Task A_file_has_the_content_type_of_its_extension(string name, string type)
    {
        _folder.File("site/files/" + name, "content");
        string answer = await Get("/files/" + name);
        answer.ShouldStartWith("HTTP/1.1 200 ");
        answer.ShouldContain($"\r\nContent-Type: {type}\r\n");
        answer.ShouldEndWith("\r\n\r\ncontent");
    }

    [Theory]
    [Cases("/", "/index.html", "/?q=1", "/ind%65x.html")]
    public async Task The_index_is_served_for_its_folder(string target) =>
        Assert.EndsWith(
            "\r\n\r\n<h1>front</h1>",
            await Get(target),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task A_folder_without_its_slash_is_redirected_so_that_relative_links_work()
    {
        string answer = await Get("/live");

        answer.ShouldStartWith("HTTP/1.1 301 ");
        answer.ShouldContain("\r\nLocation: /live/\r\n");
    }

    [Theory]
    [Cases(
        "/nothing.html", "/../secret.txt", "/%2e%2e/secret.txt", "/live/..%2f..%2fsecret.txt", "/..%5csecret.txt",
        "/live/../../secret.txt", "//etc/passwd", "//live", "/live//", "/index.html/", "/.hidden", "/.git/config",
        "/link.txt", "/linked/secret.txt")]
    public async Task Nothing_hidden_and_nothing_outside_the_folder_is_served(string target)
    {
        _folder.File("site/.hidden", "secret");
        _folder.File("site/.git/config", "secret");
        if (target.StartsWith("/link", StringComparison.Ordinal))   // The others run where links cannot be made.
        {
            SymbolicLink.Create(
                _folder.At("site/link.txt"),
                _folder.At("secret.txt")
            );
            SymbolicLink.Create(_folder.At("site/linked"), _folder.Path);
        }

        string answer = await Get(target);

        answer.ShouldStartWith("HTTP/1.1 404 ");
        answer.ShouldNotContain("secret");
    }

    [Fact]
    public async Task A_link_to_a_hidden_file_is_not_followed()
    {
        _folder.File("site/.git/config", "secret");
        File.CreateSymbolicLink(In("site/link.txt"), In("site/.git/config"));

        Assert.StartsWith("HTTP/1.1 404 ", await Get("/link.txt"), StringComparison.Ordinal);
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
    public async Task A_pipe_does_not_keep_the_server_waiting()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no named pipes among its files");
        using (var made = System.Diagnostics.Process.Start("mkfifo", In("site/pipe.txt")))
            await made.WaitForExitAsync(Cancellation);

        Task<string[]> requests = Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Get("/pipe.txt")));
        string[] answers = await requests.WaitAsync(TimeSpan.FromMinutes(2), Cancellation);

        Assert.All(answers, answer => answer.ShouldContain("\r\nContent-Length: 0\r\n"));
        Assert.Contains("front", await Get("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_file_is_served()
    {
        _folder.File("site/empty.txt", "");

        Assert.StartsWith("HTTP/1.1 200 ", await Get("/empty.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unchanged_file_is_answered_with_304_and_a_changed_one_is_sent_again()
    {
        string first = await Get("/index.html");
        string second = await GetIfChangedSince(first);
        _folder.File("site/index.html", "<h1>new front</h1>");
        string third = await GetIfChangedSince(first);
        first.ShouldContain("\r\nCache-Control: no-cache\r\n");
        second.ShouldStartWith("HTTP/1.1 304 ");
        third.ShouldEndWith("\r\n\r\n<h1>new front</h1>");

        Task<string> GetIfChangedSince(string earlier) =>
            Raw(
                "GET /index.html HTTP/1.1\r\nHost: localhost\r\n"
                    + $"If-None-Match: {TagIn(earlier)}\r\nConnection: close\r\n\r\n"
            );
    }

    [Theory]
    [InlineData("gzip, deflate, br, zstd", "br", "brotli")]
    [InlineData("br;q=0, gzip;q=0.5", "gzip", "gzipped")]
    [InlineData("gzip;q=0", null, "plain")]
    [InlineData("", null, "plain")]
    [InlineData(", ;;=", null, "plain")]
    public async Task A_compressed_form_that_is_stored_beside_a_file_is_sent_to_who_accepts_it(
        string accepted,
        string? encoding,
        string content
    )
    {
        _folder.File("site/app.js", "plain");
        _folder.File("site/app.js.br", "brotli");
        _folder.File("site/app.js.gz", "gzipped");

        string answer = await GetAccepting(accepted);

        answer.ShouldEndWith("\r\n\r\n" + content);
        answer.ShouldContain("Content-Type: text/javascript; charset=utf-8\r\n", "Vary: Accept-Encoding\r\n");
        Assert.Equal(encoding is not null, answer.Contains($"Content-Encoding: {encoding}\r\n"));
    }

    [Fact]
    public async Task A_compressed_form_that_is_older_than_its_file_is_not_sent()
    {
        _folder.File("site/app.js", "new");
        _folder.File("site/app.js.gz", "gzip of the old one");
        File.SetLastWriteTimeUtc(In("site/app.js.gz"), File.GetLastWriteTimeUtc(In("site/app.js")).AddSeconds(-1));

        Assert.EndsWith("\r\n\r\nnew", await GetAccepting("gzip"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_compressed_form_has_a_tag_of_its_own_and_none_is_sent_for_a_file_that_is_not_there()
    {
        _folder.File("site/app.js", "plain");
        _folder.File("site/app.js.gz", "gzipped");
        _folder.File("site/gone.js.gz", "gzipped");

        Assert.NotEqual(TagIn(await GetAccepting("gzip")), TagIn(await GetAccepting("")));
        Assert.StartsWith("HTTP/1.1 404 ", await GetAccepting("gzip", "/gone.js"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task HEAD_gives_the_length_without_the_content()
    {
        string answer = await Raw("HEAD /index.html HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        answer.ShouldContain("\r\nContent-Length: 14\r\n");
        answer.ShouldEndWith("\r\n\r\n");
    }

    [Theory]
    [InlineData("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nConnection: close\r\n\r\nhi", "405")]
    [InlineData("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n", "421")]
    [InlineData("GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n", "421")]
    [InlineData("GET / HTTP/1.1\r\nConnection: close\r\n\r\n", "400")]
    [InlineData("GET /index.html%00.png HTTP/1.1\r\nHost: localhost\r\n\r\n", "400")]
    [InlineData("nonsense\r\n\r\n", "400")]
    [InlineData("GET / HTTP/1.1\r\n: empty\r\n\r\n", "400")]
    [InlineData("GET / HTTP/2.0\r\nHost: localhost\r\n\r\n", "505")]
    public async Task Anything_but_a_request_for_a_file_of_this_machine_is_refused(string request, string status)
        => Assert.StartsWith($"HTTP/1.1 {status} ", await Raw(request), StringComparison.Ordinal);

    [Fact]
    public async Task An_endless_head_is_refused() =>
        Assert.StartsWith(
            "HTTP/1.1 431 ",
            await Raw($"GET / HTTP/1.1\r\nHost: localhost\r\nX: {new string('a', 32 * 1024)}\r\n\r\n"),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task One_connection_answers_several_requests()
    {
        string answer = await Raw(
            "GET / HTTP/1.1\r\nHost: localhost\r\n\r\nGET /live/ HTTP/1.1\r\nHost: "
                + "127.0.0.1:1\r\nConnection: close\r\n\r\n"
        );

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

    /// <summary>The entity tag of an answer.</summary>
    private static string TagIn(string answer) =>
        answer.Split("ETag: ")[1].Split("\r\n")[0];

    private Task<string> Get(string target) =>
        Raw($"GET {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

    private Task<string> GetAccepting(string encodings, string target = "/app.js") =>
        Raw($"GET {target} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: {encodings}\r\nConnection: close\r\n\r\n");

    /// <summary>Sends a request verbatim: HttpClient would normalize "..".</summary>
    private async Task<string> Raw(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, _server.Address.Port, Cancellation);
        await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(request), Cancellation);
        using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
        return await reader.ReadToEndAsync(Cancellation);
    }
}
