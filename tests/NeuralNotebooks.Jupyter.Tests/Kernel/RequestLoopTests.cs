using NeuralNotebooks.Engine;

namespace NeuralNotebooks.Jupyter.Tests;

/// <summary>The order in which requests are served, with a client that acts at the moment of the reply.</summary>
public class RequestLoopTests
{
    [Fact]
    public void Cells_that_wait_behind_an_error_are_aborted_and_those_sent_after_its_reply_run()
    {
        Conversation conversation = new();
        conversation.Send("execute_request", "fails");
        conversation.Send("execute_request", "waits");
        conversation.Send("complete_request", "asks");
        conversation.Answered += code =>
        {
            if (code == "fails")
                conversation.Send("execute_request", "is sent on the error");
            else if (code == "is sent on the error")
                conversation.End();
        };

        conversation.Run();

        Assert.Equal(["fails: error", "waits: aborted", "asks: ok", "is sent on the error: ok"], conversation.Replies);
    }

    [Fact]
    public void A_request_that_cannot_be_read_is_answered_with_the_reason()
    {
        var requests = new BlockingCollection<ClientRequest>();
        JsonObject? reply = null;
        requests.Add(new FakeRequest(
            new() { Header = new JsonObject { ["msg_type"] = "a_request" }, Content = [], Problem = "It is no JSON." },
            (type, content) => reply = type == "a_reply" ? content : reply));
        requests.CompleteAdding();

        new RequestLoop(requests, new() { ["a_request"] = _ => Jupyter.Replies.Ok([]) }, Assert.Fail).Run();

        Assert.Equal(("error", "It is no JSON."), (reply!.Text("status"), reply!.Text("evalue")));
    }

    /// <summary>A loop whose handler succeeds or fails as a cell's code says, and the replies in order.</summary>
    private sealed class Conversation
    {
        private readonly BlockingCollection<ClientRequest> _requests = [];
        private readonly RequestLoop _loop;

        public Conversation() =>
            _loop = new RequestLoop(
                _requests, new() { ["execute_request"] = Handle, ["complete_request"] = Handle }, Assert.Fail);

        /// <summary>Raised with the code of a request when it is answered, before anything else happens.</summary>
        public event Action<string>? Answered;

        public List<string> Replies { get; } = [];

        public void Send(string type, string code) =>
            _requests.Add(
                FakeRequest.Of(
                    type,
                    new JsonObject { ["code"] = code },
                    (sent, content) =>
                    {
                        if (!sent.EndsWith("_reply", StringComparison.Ordinal))
                            return;
                        Replies.Add($"{code}: {content["status"]}");
                        Answered?.Invoke(code);
                    }));

        public void End() => _requests.CompleteAdding();

        public void Run() => _loop.Run();

        private JsonObject Handle(ClientRequest request)
        {
            if (request.Message.Text("code") != "fails")
                return Jupyter.Replies.Ok([]);
            _loop.AbortWaitingExecutions();
            return Jupyter.Replies.Error(new ErrorOutput("Exception", "It fails.", []));
        }
    }
}
