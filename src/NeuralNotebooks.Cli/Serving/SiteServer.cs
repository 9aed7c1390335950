using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace NeuralNotebooks.Cli;

/// <summary>Serves the files of a folder over HTTP, to this machine only.</summary>
internal sealed class SiteServer : WebServer
{
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
    private readonly string _secret;
    private readonly Func<HttpRequest, string, Task<IResult?>>? _answer;

    /// <param name="answer">Answers requests for paths that are no files, and is asked before these. Null if there are
    /// only files. A POST request is passed on only with JSON from a page of this server.</param>
    /// <param name="secret">The first part of all paths, so that other users of this machine, and links on other pages,
    /// reach nothing; may be empty.</param>
    /// <param name="proxy">The address of a proxy in front of this server; null without one.</param>
    public SiteServer(
        string folder, int port, Func<HttpRequest, string, Task<IResult?>>? answer = null, string secret = "",
        Uri? proxy = null)
        : base(IPAddress.Loopback, port, limits => limits.MaxRequestBodySize = MaxRequestBody, proxy) =>
        (_folder, _answer, _secret, Folder) =
            (new(folder), answer, secret.Length > 0 ? $"/{secret}" : "", Path.GetFullPath(folder));

    public string Folder { get; }

    public bool HasSecret => _secret.Length > 0;

    /// <summary>What is added at the end of each page.</summary>
    public string PageEnd { get; init; } = "";

    public override Uri Address => new(base.Address, $"{_secret}/");

    protected override async Task AnswerAsync(HttpContext context)
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
        if (!IsHost(request, name => _hosts.Contains(name, StringComparer.OrdinalIgnoreCase)))
            return Results.StatusCode(StatusCodes.Status421MisdirectedRequest);
        if (!request.Path.StartsWithSegments(_secret, StringComparison.Ordinal, out PathString inFolder))
            return Results.NotFound();
        string path = inFolder.Value ?? "";
        if (_answer is not null)
        {
            if (HttpMethods.IsPost(request.Method) && !IsJsonFromHere(request))
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
            string? type = TypeOf(path);
            // An SVG, such as one of a student, could run scripts when it is opened as a page.
            if (type?.Contains("xml", StringComparison.Ordinal) == true)
                request.HttpContext.Response.Headers.ContentSecurityPolicy = "sandbox";
            return Results.Stream(
                path.EndsWith(".html", StringComparison.Ordinal) ? Reloads(file.Content) : file.Content,
                type, entityTag: tag, enableRangeProcessing: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Results.NotFound();
        }
    }

    /// <summary>A page with the script that reloads it, unless its policy forbids that script.</summary>
    private MemoryStream Reloads(Stream page)
    {
        var sent = new MemoryStream();
        using (page)
            page.CopyTo(sent);
        ReadOnlySpan<byte> html = sent.GetBuffer().AsSpan(0, (int)sent.Length);
        if (html.IndexOf("</html>"u8) >= 0 && html.IndexOf("Content-Security-Policy"u8) < 0)
            sent.Write([.. Reloading, .. Encoding.UTF8.GetBytes(PageEnd)]);
        sent.Position = 0;
        return sent;
    }

    /// <summary>The content type for a file name; null if it is unknown. Text files are in UTF-8.</summary>
    private static string? TypeOf(string path) =>
        _types.TryGetContentType(path, out string? type) && type.StartsWith("text/", StringComparison.Ordinal)
            ? $"{type}; charset=utf-8" : type;
}
