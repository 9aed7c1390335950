using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Net.Http.Headers;
using SameSiteMode = Microsoft.AspNetCore.Http.SameSiteMode;

namespace NeuralNotebooks.Cli;

/// <summary>The server of the class's phones: one page, what it shows, and the guesses. The teacher's routes are on
/// another server (<see cref="SiteServer"/>).</summary>
internal sealed class PhoneServer : WebServer
{
    private const string PhoneCookie = "nn-phone";

    private readonly ClassSession _class;
    private readonly ClassLimits _limits;
    private readonly Uri? _proxy;

    public PhoneServer(ClassSession session, ClassLimits limits, int port, Uri? proxy)
        : base(
            proxy is null ? IPAddress.Any : IPAddress.Loopback, port, Limit, proxy,
            (connection, next) => LimitConnectionsAsync(proxy is null ? limits : null, connection, next)) =>
        (_class, _limits, _proxy) = (session, limits, proxy);

    protected override async Task AnswerAsync(HttpContext context)
    {
        IHeaderDictionary headers = context.Response.Headers;
        headers.CacheControl = "no-cache";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.ContentSecurityPolicy = ClassPages.PhonePolicy;
        IResult result = await ResultAsync(context.Request, AddressOf(context));
        if (result is IStatusCodeHttpResult { StatusCode: StatusCodes.Status405MethodNotAllowed })
            headers.Allow = IsPosted(context.Request.Path.Value) ? "POST" : "GET, HEAD";
        await result.ExecuteAsync(context);
    }

    private async Task<IResult> ResultAsync(HttpRequest request, string address)
    {
        // A name that leads to this machine can be another site's; a number cannot.
        if (!IsHost(request, name => name == "localhost" || IPAddress.TryParse(name, out _)))
            return Results.StatusCode(StatusCodes.Status421MisdirectedRequest);
        if (HttpMethods.IsPost(request.Method) && !IsJsonFromHere(request))
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        string? phone = request.Cookies[PhoneCookie];
        phone = _class.Has(phone) ? phone : null;
        if (!_limits.Allows(address, phone))
            return Results.StatusCode((int)Outcome.TooMany);
        string path = request.Path.Value ?? "/";
        if (path is "/" or "/state" or "/join" or "/guess" && IsPosted(path) != HttpMethods.IsPost(request.Method))
            return Results.StatusCode(StatusCodes.Status405MethodNotAllowed);
        return path switch
        {
            "/join" => await JoinAsync(request, phone, address),
            "/guess" => await GuessAsync(request, phone),
            "/" => Page(request.HttpContext.Connection),
            "/state" when phone is null => Results.Text("{\"phase\":\"join\"}", "application/json"),
            "/state" when _class.ForPhones() is var (json, tag) =>
                Results.Bytes(json, "application/json", entityTag: new EntityTagHeaderValue(tag)),
            _ => Results.NotFound(),
        };
    }

    private IResult Page(ConnectionInfo connection)
    {
        if (_proxy is not null || !Equals(connection.RemoteIpAddress, connection.LocalIpAddress))
            _class.Reached();
        return Results.Bytes(ClassPages.Phone, "text/html; charset=utf-8");
    }

    private async Task<IResult> JoinAsync(HttpRequest request, string? phone, string address)
    {
        (var message, IResult? refusal) = await ClassMessages.ReadAsync<JoinMessage>(request);
        if (message is null)
            return refusal!;
        if (phone is not null)
            return Results.NoContent();
        if (message.Code != _class.LongCode && !_limits.AllowsCode(address))
            return Results.StatusCode((int)Outcome.TooMany);
        (Outcome outcome, phone) = _class.Join(message.Code, address);
        if (outcome == Outcome.WrongCode)
            _limits.WrongCode(address);
        if (phone is not null)
            request.HttpContext.Response.Cookies.Append(
                PhoneCookie, phone,
                new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = _proxy is not null });
        return Results.StatusCode((int)outcome);
    }

    private async Task<IResult> GuessAsync(HttpRequest request, string? phone)
    {
        (var message, IResult? refusal) = await ClassMessages.ReadAsync<GuessMessage>(request);
        if (message is null)
            return refusal!;
        return Results.StatusCode((int)(phone is null ? Outcome.UnknownPhone : _class.Guess(phone, message)));
    }

    /// <summary>The address of a phone: behind a proxy, the last one of the header, which the proxy writes.</summary>
    private string AddressOf(HttpContext context)
    {
        string forwarded = (_proxy is null ? null : context.Request.Headers["X-Forwarded-For"].LastOrDefault()) ?? "";
        return ClassLimits.KeyOf(IPEndPoint.TryParse(forwarded.Split(',')[^1].Trim(), out IPEndPoint? phone)
            ? phone.Address : context.Connection.RemoteIpAddress ?? IPAddress.None);
    }

    private static bool IsPosted(string? path) => path is "/join" or "/guess";

    private static void Limit(KestrelServerLimits limits)
    {
        limits.MaxConcurrentConnections = 4 * ClassSession.MaxPhones;
        limits.MaxRequestBodySize = limits.MaxRequestHeadersTotalSize = 16 * 1024;
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        limits.KeepAliveTimeout = TimeSpan.FromSeconds(30);
    }

    private static async Task LimitConnectionsAsync(ClassLimits? limits, ConnectionContext connection, Func<Task> next)
    {
        using RateLimitLease? lease = limits?.Connect($"{(connection.RemoteEndPoint as IPEndPoint)?.Address}");
        if (lease is { IsAcquired: false })
            connection.Abort();
        else
            await next();
    }
}
