using System.Globalization;
using System.Text;

namespace NeuralNotebooks.Site;

/// <summary>The response to a request for a file: status, header fields and body.</summary>
internal sealed record Response(string Status, string Fields, Stream Content) : IDisposable
{
    private const string PlainText = "Content-Type: text/plain; charset=utf-8\r\n";

    /// <summary>The names of this machine: others are refused, so that no other site's page can read files (DNS
    /// rebinding).</summary>
    private static readonly string[] _hosts = ["127.0.0.1", "localhost"];

    public static Response BadRequest => Short("400 Bad Request");

    public static Response HeadTooLarge => Short("431 Request Header Fields Too Large");

    public static Response To(RequestHead request, ServedFolder folder)
    {
        if (!_hosts.Contains(request.Host.Split(':')[0], StringComparer.OrdinalIgnoreCase))
            return Short("421 Misdirected Request");
        if (request.Method is not ("GET" or "HEAD"))
            return Short("405 Method Not Allowed", "Allow: GET, HEAD\r\n");

        string path = request.Target.Split('?', '#')[0];
        if (folder.HasFolder(path))
        {
            if (!path.EndsWith('/'))
                return Short("301 Moved Permanently", $"Location: {path}/\r\n");
            path += "index.html";
        }

        try
        {
            return folder.Open(path) is { } file ? Of(file, request.IfNoneMatch) : Short("404 Not Found");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Short("404 Not Found");
        }
    }

    public void Dispose() => Content.Dispose();

    /// <summary>The status line and the header fields, with the empty line that ends them.</summary>
    public byte[] Head(bool keepAlive)
    {
        string length = Status.StartsWith("304", StringComparison.Ordinal)
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $"Content-Length: {Content.Length}\r\n");
        return Encoding.Latin1.GetBytes(
            $"HTTP/1.1 {Status}\r\n{Fields}{length}Connection: {(keepAlive ? "keep-alive" : "close")}\r\n\r\n"
        );
    }

    private static Response Of(ServedFile file, string known)
    {
        // Revalidated each time, with 304 if nothing changed, so that a rebuilt site shows on the next reload.
        string fields = $"ETag: {file.Tag}\r\nCache-Control: no-cache\r\nX-Content-Type-Options: nosniff\r\n";
        string[] same = ["*", file.Tag, "W/" + file.Tag];
        if (!known.Split(',').Any(name => same.Contains(name.Trim())))
            return new("200 OK", $"{fields}Content-Type: {file.Type}\r\n", file.Content);
        file.Content.Dispose();
        return new("304 Not Modified", fields, Stream.Null);
    }

    private static Response Short(string status, string fields = "")
        => new(status, fields + PlainText, new MemoryStream(Encoding.UTF8.GetBytes(status + "\n")));
}
