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

    private readonly ServedFolder _folder;
    private readonly WebApplication _server;

    public SiteServer(string folder, int port)
    {
        _folder = new(folder);
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new());
        builder.Services.AddSingleton<IHostLifetime>(this); // Replaces the default, which handles Ctrl-C.
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        _server = builder.Build();
        _server.Run(AnswerAsync);
    }

    public Uri Address => new(_server.Urls.Single());

    public Task StartAsync() => _server.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    Task IHostLifetime.WaitForStartAsync(CancellationToken cancellation) => Task.CompletedTask;

    Task IHostLifetime.StopAsync(CancellationToken cancellation) => Task.CompletedTask;

    private async Task AnswerAsync(HttpContext context)
    {
        IResult answer = Answer(context.Request);
        if (answer is IStatusCodeHttpResult { StatusCode: StatusCodes.Status405MethodNotAllowed })
            context.Response.Headers.Allow = "GET, HEAD";
        // Browsers revalidate each file (and receive 304 if it is unchanged), so that a rebuilt site is shown on the
        // next reload.
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        await answer.ExecuteAsync(context);
    }

    private IResult Answer(HttpRequest request)
    {
        if (!_hosts.Contains(request.Host.Host, StringComparer.OrdinalIgnoreCase))
            return Results.StatusCode(StatusCodes.Status421MisdirectedRequest);
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
            return Results.StatusCode(StatusCodes.Status405MethodNotAllowed);

        string path = request.Path.Value ?? "/";
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
