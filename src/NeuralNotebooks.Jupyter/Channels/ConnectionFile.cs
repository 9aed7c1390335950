using System.Net;

namespace NeuralNotebooks.Jupyter;

/// <summary>The connection file that a client passes to the kernel: the addresses to listen on, and the key for
/// signatures.</summary>
internal sealed record ConnectionFile(
    IPEndPoint Shell, IPEndPoint Control, IPEndPoint Stdin, IPEndPoint IOPub, IPEndPoint Heartbeat,
    MessageSigner Signer)
{
    private const int MaxPort = 65_535;
    private static readonly UTF8Encoding _strict = new(
        encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="ConnectionFileException">The file cannot be used; the message gives the reason.</exception>
    public static ConnectionFile Read(string path)
    {
        try
        {
            // Decoding is strict, since replacing invalid bytes would change the key.
            return Parse(NamedFile.ReadAllText(path, _strict));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ConnectionFileException($"The connection file {path} cannot be read: {e.Message}", e);
        }
        catch (Exception e) when (e is JsonException or FormatException or ArgumentException)
        {
            throw new ConnectionFileException($"The connection file {path} cannot be used: {e.Message}", e);
        }
    }

    private static ConnectionFile Parse(string json)
    {
        if (WellFormedJson.IndexOfUnpairedSurrogate(json) >= 0)
            throw new FormatException("it contains an unpaired surrogate");
        // A JsonObject reads its fields lazily. Count forces that, so that a duplicate field throws here.
        if (JsonNode.Parse(json) is not JsonObject { Count: >= 0 } fields)
            throw new FormatException("it is not a JSON object");
        string scheme = Text("signature_scheme", MessageSigner.Scheme);
        if (scheme != MessageSigner.Scheme)
            throw new FormatException($"the signature_scheme is {scheme}; only {MessageSigner.Scheme} is supported");
        if (Text("transport", "tcp") is var transport and not "tcp")
            throw new FormatException($"the transport is {transport}; only tcp is supported");
        IPAddress address = ParseAddress(Text("ip", "127.0.0.1"));
        var signer = new MessageSigner(Text("key", ""));
        return new(At("shell_port"), At("control_port"), At("stdin_port"), At("iopub_port"), At("hb_port"), signer);

        IPEndPoint At(string port) =>
            fields.Number(port) is > 0 and <= MaxPort and var number
                ? new(address, number)
                : throw new FormatException($"{port} is not a port");

        string Text(string name, string fallback) => fields[name] is not { } node ? fallback
            : node is JsonValue value && value.TryGetValue(out string? text) ? text
            : throw new FormatException($"{name} is not a string");
    }

    private static IPAddress ParseAddress(string address)
        => address == "*" ? IPAddress.Any
            : address == "localhost" ? IPAddress.Loopback
            : IPAddress.TryParse(address, out IPAddress? parsed) ? parsed
            : throw new FormatException($"the ip is {address}, which is not an address");
}

internal sealed class ConnectionFileException(string message, Exception cause) : Exception(message, cause);
