using System.Text;

namespace NeuralNotebooks.Site;

/// <summary>The first line of an HTTP request and the header fields that a file server needs.</summary>
internal sealed record RequestHead(string Method, string Target, string Host, string IfNoneMatch, bool KeepAlive)
{
    /// <summary>Reads a head without the empty line that ends it; null if it is not HTTP/1.</summary>
    public static RequestHead? Parse(ReadOnlySpan<byte> head)
    {
        string[] lines = Encoding.Latin1.GetString(head).Split("\r\n");
        if (lines[0].Split(' ') is not [{ Length: > 0 } method, ['/', ..] target, "HTTP/1.1" or "HTTP/1.0"])
            return null;

        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (string line in lines[1..])
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0)
                return null;
            fields[line[..colon]] = line[(colon + 1)..].Trim();
        }

        string Field(string name) => fields.GetValueOrDefault(name, "");
        bool hasBody = Field("Content-Length") is not ("" or "0") || Field("Transfer-Encoding").Length > 0;
        // A body is not read: the connection is closed after the answer.
        bool keepAlive =
            lines[0].EndsWith('1')
            && !hasBody
            && !Field("Connection").Equals("close", StringComparison.OrdinalIgnoreCase);
        return new(method, target, Field("Host"), Field("If-None-Match"), keepAlive);
    }
}
