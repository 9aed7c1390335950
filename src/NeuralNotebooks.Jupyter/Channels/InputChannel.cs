using System.Text.Json.Nodes;
using NeuralNotebooks.Engine;

namespace NeuralNotebooks.Jupyter;

/// <summary>Asks a client's reader for a line, by the stdin socket, and waits for the answer.</summary>
internal sealed class InputChannel(RouterSocket stdin, MessageCodec codec)
{
    private const int MillisecondsBetweenLooks = 100;

    private readonly object gate = new();
    private Peer? asked;
    private string? answer;

    /// <summary>Asks, on a cell's thread.</summary>
    /// <param name="request">The request whose cell asks.</param>
    /// <param name="requester">The client's connection to shell, by whose name that to stdin is found.</param>
    /// <param name="prompt">What to enter; may be empty.</param>
    /// <param name="isPassword">Whether the line is not to be seen while it is typed.</param>
    /// <exception cref="InvalidOperationException">The client cannot be asked, or is gone.</exception>
    /// <exception cref="OperationCanceledException">The cell is interrupted.</exception>
    public string Ask(Message request, Peer requester, string prompt, bool isPassword)
    {
        Peer client = Find(requester) ?? throw new InvalidOperationException("The cell asks for input, but its notebook has no connection for that.");
        lock (gate)
        {
            (asked, answer) = (client, null);
            client.Send(Question(request, prompt, isPassword), patient: false);
            while (answer is null)
            {
                Monitor.Wait(gate, MillisecondsBetweenLooks);
                InterruptPoint.Pass();
                if (answer is null && !stdin.Peers.Contains(client))
                    throw new InvalidOperationException("The cell asks for input, but its notebook has been closed.");
            }
            return answer;
        }
    }

    /// <summary>An answer counts when it comes from the client that has been asked.</summary>
    public void Received(Peer peer, Message message)
    {
        if (message.Type != "input_reply" || message.Text("value") is not { } value)
            return;
        lock (gate)
        {
            if (peer != asked)
                return;
            (asked, answer) = (null, value);
            Monitor.PulseAll(gate);
        }
    }

    private Peer? Find(Peer requester)
        => requester.Identity.Length > 0
            ? stdin.Peers.LastOrDefault(peer => peer.Identity.AsSpan().SequenceEqual(requester.Identity))
            : stdin.Peers is [var only] ? only : null;

    private IReadOnlyList<byte[]> Question(Message request, string prompt, bool isPassword) => codec.Encode(new Message
    {
        Header = codec.NewHeader("input_request"),
        ParentHeader = (JsonObject)request.Header.DeepClone(),
        Content = new JsonObject { ["prompt"] = prompt, ["password"] = isPassword },
    });
}
