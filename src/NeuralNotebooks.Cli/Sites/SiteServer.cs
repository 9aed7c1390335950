using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Net.Http.Headers;

namespace NeuralNotebooks.Cli;

/// <summary>Serves the files of a folder over HTTP, to this machine only.</summary>
internal sealed class SiteServer : IAsyncDisposable, IHostLifetime
{
    /// <summary>The host names that are accepted. Requests for other names are rejected, so that a page of another site
    /// cannot read files (DNS rebinding).</summary>
    private static readonly string[] _hosts = ["127.0.0.1", "localhost"];

    private static readonly FileExtensionContentTypeProvider _types =
        new() { Mappings = { [".ipynb"] = "application/x-ipynb+json" } };

    /// <summary>Reloads a page when its file has changed.</summary>
    private static ReadOnlySpan<byte> Reloading => """
        <script>(async () => {
        for (let first; ; await new Promise(resolve => setTimeout(resolve, 1000))) {
          const page = await fetch(location.pathname, { method: 'HEAD', cache: 'no-store' }).catch(() => null);
          const tag = page?.ok && page.headers.get('ETag');
          if (tag && tag !== (first ??= tag)) location.reload();
        } })();</script>
        """u8;

    private const int MaxRequestBody = 100_000;

    private readonly ServedFolder _folder;
    private readonly WebApplication _server;
    private readonly string _secret;
    private readonly Func<HttpRequest, string, Task<IResult?>>? _answer;

    /// <param name="answer">Answers requests for paths that are no files, and is asked before these. Null if there are
    /// only files. A POST request is passed on only with JSON from a page of this server.</param>
    /// <param name="secret">The first part of all paths, so that other users of this machine, and links on other pages,
    /// reach nothing; may be empty.</param>
    public SiteServer(
        string folder, int port, Func<HttpRequest, string, Task<IResult?>>? answer = null, string secret = "")
    {
        (_folder, Port, _answer, _secret) = (new(folder), port, answer, secret.Length > 0 ? $"/{secret}" : "");
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new());
        builder.Services.AddSingleton<IHostLifetime>(this); // Replaces the default, which handles Ctrl-C.
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxRequestBody;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        _server = builder.Build();
        _server.Run(AnswerAsync);
    }

    /// <summary>The port that was asked for; 0 for a free one.</summary>
    public int Port { get; }

    public Uri Address => new($"{_server.Urls.Single()}{_secret}/");

    public Task StartAsync() => _server.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    Task IHostLifetime.WaitForStartAsync(CancellationToken cancellation) => Task.CompletedTask;

    Task IHostLifetime.StopAsync(CancellationToken cancellation) => Task.CompletedTask;

    private async Task AnswerAsync(HttpContext context)
    {
        IResult answer = await AnswerAsync(context.Request);
        if (answer is IStatusCodeHttpResult { StatusCode: StatusCodes.Status405MethodNotAllowed })
            context.Response.Headers.Allow = "GET, HEAD";
        // Browsers revalidate each file (and receive 304 if it is unchanged), so that a rebuilt site is shown on the
        // next reload.
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        await answer.ExecuteAsync(context);
    }

    private async Task<IResult> AnswerAsync(HttpRequest request)
    {
        if (!_hosts.Contains(request.Host.Host, StringComparer.OrdinalIgnoreCase))
            return Results.StatusCode(StatusCodes.Status421MisdirectedRequest);
        if (!request.Path.StartsWithSegments(_secret, StringComparison.Ordinal, out PathString inFolder))
            return Results.NotFound();
        string path = inFolder.Value ?? "";
        if (_answer is not null)
        {
            bool isFromHere = request.Headers.Origin == $"{request.Scheme}://{request.Host}";
            if (HttpMethods.IsPost(request.Method) && !(isFromHere && request.HasJsonContentType()))
                return Results.StatusCode(StatusCodes.Status403Forbidden);
            if (await _answer(request, path) is { } own)
                return own;
        }
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
            return Results.StatusCode(StatusCodes.Status405MethodNotAllowed);

        if (_folder.HasFolder(path))
        {
            if (!path.EndsWith('/'))
                return Results.Redirect(request.Path.ToUriComponent() + "/", permanent: true);
            path += "index.html";
        }

        try
        {
            if (_folder.Open(path) is not { } file)
                return Results.NotFound();
            var tag = new EntityTagHeaderValue(file.Tag);
            return Results.Stream(
                path.EndsWith(".html", StringComparison.Ordinal) ? Reloads(file.Content) : file.Content,
                TypeOf(path), entityTag: tag, enableRangeProcessing: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Results.NotFound();
        }
    }

    /// <summary>A page with the script that reloads it, unless its policy forbids that script.</summary>
    private static MemoryStream Reloads(Stream page)
    {
        var sent = new MemoryStream();
        using (page)
            page.CopyTo(sent);
        ReadOnlySpan<byte> html = sent.GetBuffer().AsSpan(0, (int)sent.Length);
        if (html.IndexOf("</html>"u8) >= 0 && html.IndexOf("Content-Security-Policy"u8) < 0)
            sent.Write(Reloading);
        sent.Position = 0;
        return sent;
    }

    /// <summary>The content type for a file name; null if it is unknown. Text files are in UTF-8.</summary>
    private static string? TypeOf(string path) =>
        _types.TryGetContentType(path, out string? type) && type.StartsWith("text/", StringComparison.Ordinal)
            ? $"{type}; charset=utf-8" : type;
}
