namespace NeuralNotebooks.Jupyter;

/// <summary>Asks the user of a client for a line of input over the stdin socket, and waits for the reply.</summary>
internal sealed class InputChannel(RouterSocket stdin, MessageCodec codec)
{
    private const int PollMilliseconds = 100;

    private readonly object _gate = new();
    private IReadOnlyList<Peer> _asked = [];
    private string? _answer;
    private bool _isAsking;

    /// <summary>Sends an input request and waits for the reply. Called on a cell's thread.</summary>
    /// <param name="requester">The client's connection to the shell socket, by which its connection to stdin is
    /// found.</param>
    public string Ask(Message request, Peer requester, string prompt, bool isPassword)
    {
        stdin.Recognize(requester);
        Peer[] clients = [.. stdin.Peers.Where(
            peer => peer.IsProven && peer.Identity.AsSpan().SequenceEqual(requester.Identity))];
        if (clients.Any(peer => peer.ProvenBy == peer)) // Another program may have copied the identity.
            clients = [.. clients.Where(peer => peer.ProvenBy == peer)];
        if (clients.Length == 0)
            throw new InvalidOperationException(
                "The cell asks for input, but its notebook has no connection for that.");
        lock (_gate)
        {
            while (_isAsking) // Tasks of a cell may ask at the same time; a client has room for one question.
                Wait();
            (_isAsking, _asked, _answer) = (true, clients, null);
            try
            {
                foreach (Peer client in clients)
                    client.Send(codec.Encode("input_request", Question(prompt, isPassword), request.Header));
                while (_answer is null)
                {
                    Wait();
                    if (_answer is null && !stdin.Peers.Intersect(clients).Any())
                        throw new InvalidOperationException(
                            "The cell asks for input, but its notebook has been closed.");
                }
                return _answer;
            }
            finally
            {
                (_isAsking, _asked) = (false, []);
                Monitor.PulseAll(_gate);
            }
        }

        void Wait()
        {
            Monitor.Wait(_gate, PollMilliseconds);
            InterruptPoint.Pass();
        }
    }

    /// <summary>Handles a reply, whose signature has been verified. Replies of clients that were not asked are
    /// ignored.</summary>
    public void OnMessage(Peer peer, Message message)
    {
        if (message.Type != "input_reply" || message.Text("value") is not { } value)
            return;
        lock (_gate)
        {
            if (!_asked.Contains(peer))
                return;
            (_asked, _answer) = ([], value);
            Monitor.PulseAll(_gate);
        }
    }

    private static JsonObject Question(string prompt, bool isPassword) =>
        new() { ["prompt"] = prompt, ["password"] = isPassword };
}
