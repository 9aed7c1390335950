using System.Text.Json.Nodes;

namespace NeuralNotebooks.Jupyter.Tests;

public sealed class ExecuteHandlerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Execution _execution;
    private readonly SessionHistory _history;
    private readonly ExecuteHandler _handler;
    private int _failures;

    public ExecuteHandlerTests()
    {
        _execution = new Execution(_folder.Path);
        _history = new SessionHistory(new HistoryFile(_folder.At("history.jsonl"), _ => { }));
        _handler = new ExecuteHandler(_execution, new AnalysisHandler(_execution.Session), _history);
        _handler.Failed += () => _failures++;
    }

    [Fact]
    public void A_cell_whose_output_cannot_be_published_fails_like_any_other()
    {
        var client = new Client(refuses: "stream");

        JsonObject reply = _handler.Handle(Request("Console.Write(1);", client));

        Assert.Equal("error", reply.Text("status"));
        Assert.Equal(1, (int?)reply["execution_count"]);
        Assert.Contains("error", client.Published);
        Assert.Equal(1, _failures);
        Assert.Equal("ok", (string?)_handler.Handle(Request("2", new Client(refuses: "")))["status"]);
    }

    [Fact]
    public void An_exception_whose_message_throws_is_published_and_counts()
    {
        var client = new Client(refuses: "");

        JsonObject reply = _handler.Handle(
            Request("class Bad : Exception { public override string Message => throw this; }\nthrow new Bad();", client)
        );

        Assert.Equal("Bad", reply.Text("ename"));
        Assert.Equal(1, (int?)reply["execution_count"]);
        Assert.Contains("error", client.Published);
        Assert.Equal(1, _failures);
    }

    public void Dispose()
    {
        _history.Dispose();
        _execution.Dispose();
        _folder.Dispose();
    }

    private static Request Request(string code, IClient client) =>
        new(
            new Message
            {
                Header = new JsonObject { ["msg_type"] = "execute_request" },
                Content = JupyterClient.Cell(code),
            },
            client
        );

    /// <summary>Refuses messages of one type.</summary>
    private sealed class Client(string refuses) : IClient
    {
        public List<string> Published { get; } = [];

        public void Publish(Message request, string type, JsonObject content, bool patient)
        {
            if (type == refuses)
                throw new InvalidOperationException("It cannot be published.");
            Published.Add(type);
        }

        public void Reply(Message request, string type, JsonObject content) => throw new NotSupportedException();

        public string Ask(Message request, string prompt, bool isPassword) => throw new NotSupportedException();
    }
}
