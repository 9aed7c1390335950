using System.Net;
using System.Net.Sockets;

namespace NeuralNotebooks.Site;

/// <summary>Serves the files of a folder over HTTP, to this machine only.</summary>
/// <remarks>
/// Only what a browser needs to open a site and to notice changes: GET and HEAD, content types, ETag.
/// </remarks>
public sealed class SiteServer : IDisposable
{
    private readonly TcpListener _listener;
    private readonly ServedFolder _folder;

    /// <summary>Listens on 127.0.0.1.</summary>
    /// <param name="folder">The folder to serve.</param>
    /// <param name="port">The port; 0 takes a free one.</param>
    /// <exception cref="SocketException">The port is in use, or may not be used.</exception>
    public SiteServer(string folder, int port)
    {
        _folder = new(folder);
        _listener = new(IPAddress.Loopback, port);
        _listener.Start();
    }

    /// <summary>The address of the site.</summary>
    public Uri Address => new($"http://{_listener.LocalEndpoint}/");

    /// <summary>Answers requests until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                _ = ServeAsync(await _listener.AcceptTcpClientAsync(cancellation), cancellation);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (SocketException)
            {
                // The client disconnected before it was accepted, or too many are connected: wait for the next one.
                await Task.Delay(10, CancellationToken.None);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();

    private async Task ServeAsync(TcpClient client, CancellationToken cancellation)
    {
        using TcpClient _ = client;
        client.NoDelay = true;
        var heads = new HeadReader(client.GetStream());
        try
        {
            bool keepAlive = true;
            while (keepAlive && await heads.ReadAsync(cancellation) is { IsEnd: false } head)
            {
                using Response answer =
                    head.IsTooLarge ? Response.HeadTooLarge
                    : head.Request is { } request ? Response.To(request, _folder)
                    : Response.BadRequest;
                keepAlive = head.Request?.KeepAlive ?? false;
                await client.GetStream().WriteAsync(answer.Head(keepAlive), cancellation);
                if (
                    head.Request?.Method != "HEAD"
                    && !await SendAsync(answer.Content, client.GetStream(), cancellation)
                )
                    return;
            }

            await EndAsync(client, cancellation);
        }
        catch (Exception e)
            when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The client has disconnected or timed out, or the server is stopping.
        }
    }

    /// <summary>Lets the client read the last response: closing a connection with unread bytes, such as a body, resets
    /// it.</summary>
    private static async Task EndAsync(TcpClient client, CancellationToken cancellation)
    {
        client.Client.Shutdown(SocketShutdown.Send);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(TimeSpan.FromSeconds(1));
        byte[] rest = new byte[4096];
        while (await client.GetStream().ReadAsync(rest, timeout.Token) > 0)
        {
        }
    }

    /// <summary>Sends as much as was announced.</summary>
    /// <returns>False if the file has been truncated meanwhile: only closing the connection tells the client.</returns>
    private static async Task<bool> SendAsync(Stream content, NetworkStream client, CancellationToken cancellation)
    {
        byte[] buffer = new byte[64 * 1024];
        for (long left = content.Length; left > 0;)
        {
            int read = await content.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, left)), cancellation);
            if (read == 0)
                return false;
            await client.WriteAsync(buffer.AsMemory(0, read), cancellation);
            left -= read;
        }

        return true;
    }
}
