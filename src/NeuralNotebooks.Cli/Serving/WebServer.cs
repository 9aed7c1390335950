using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace NeuralNotebooks.Cli;

/// <summary>A server that answers all requests at one port by one method.</summary>
internal abstract class WebServer : IAsyncDisposable, IHostLifetime
{
    private readonly WebApplication _server;
    private readonly Uri? _proxy;

    /// <param name="port">The port; 0 for a free one.</param>
    /// <param name="proxy">The address of a proxy in front of this server; null without one.</param>
    protected WebServer(
        IPAddress address, int port, Action<KestrelServerLimits> limit, Uri? proxy,
        Func<ConnectionContext, Func<Task>, Task>? connected = null)
    {
        (Port, _proxy) = (port, proxy);
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new());
        builder.Services.AddSingleton<IHostLifetime>(this); // Replaces the default, which handles Ctrl-C.
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            limit(kestrel.Limits);
            kestrel.Listen(address, port, listen =>
            {
                if (connected is not null)
                    listen.Use(connected);
            });
        });
        _server = builder.Build();
        _server.Run(AnswerAsync);
    }

    /// <summary>The port that was asked for; 0 for a free one.</summary>
    public int Port { get; }

    public virtual Uri Address => new(_server.Urls.Single());

    public Task StartAsync() => _server.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    Task IHostLifetime.WaitForStartAsync(CancellationToken cancellation) => Task.CompletedTask;

    Task IHostLifetime.StopAsync(CancellationToken cancellation) => Task.CompletedTask;

    protected abstract Task AnswerAsync(HttpContext context);

    /// <summary>Whether the host of a request is this server. Requests for other names are rejected, so that a page of
    /// another site cannot read anything (DNS rebinding).</summary>
    protected bool IsHost(HttpRequest request, Func<string, bool> isOwn) =>
        isOwn(request.Host.Host) || request.Host.Host == _proxy?.Host;

    /// <summary>Whether a request is JSON that a page of this server has sent, and not one of another site.</summary>
    protected bool IsJsonFromHere(HttpRequest request)
    {
        string origin = request.Headers.Origin.ToString();
        bool isFromHere = origin == _proxy?.GetLeftPart(UriPartial.Authority)
            || (request.Host.Host != _proxy?.Host && origin == $"{request.Scheme}://{request.Host}");
        return isFromHere && request.HasJsonContentType();
    }
}
