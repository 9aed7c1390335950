namespace NeuralNotebooks.Jupyter.Tests;

public sealed class ExecuteHandlerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly KernelSession _session;
    private readonly ExecuteHandler _handler;
    private readonly List<string> _published = [];
    private int _failures;

    public ExecuteHandlerTests()
    {
        _session = new KernelSession(_folder.Path);
        _handler = new ExecuteHandler(_session, new CellHistory());
        _handler.Failed += () => _failures++;
    }

    [Fact]
    public void A_cell_whose_output_cannot_be_published_fails_like_any_other()
    {
        JsonObject reply = Run("Console.Write(1);", refuses: "stream");

        Assert.Equal("error", reply.Text("status"));
        Assert.Equal(1, (int?)reply["execution_count"]);
        Assert.Contains("error", _published);
        Assert.Equal(1, _failures);
        Assert.Equal("ok", Run("2").Text("status"));
    }

    [Fact]
    public void An_exception_whose_message_throws_is_published_and_counts()
    {
        JsonObject reply = Run(
            "class Bad : Exception { public override string Message => throw this; }\nthrow new Bad();");

        Assert.Equal("Bad", reply.Text("ename"));
        Assert.Equal(1, (int?)reply["execution_count"]);
        Assert.Contains("error", _published);
        Assert.Equal(1, _failures);
    }

    [Fact]
    public void Without_stop_on_error_the_waiting_cells_are_to_run()
    {
        Assert.Equal("error", Run("throw new Exception();", stopOnError: false).Text("status"));
        Assert.Equal(0, _failures);
    }

    [Fact]
    public void The_cell_that_brought_the_scripts_of_pictures_brings_them_again_after_an_edit()
    {
        const string show = "((Func<(string, Func<string>)[], bool>)((IReadOnlyDictionary<string, Delegate>)"
            + "AppContext.GetData(\"NeuralNotebooks.Host\"))[\"ShowScripts\"])";

        Assert.Equal([1, 0, 1], new[] { "a1", "b1", "a2" }.Select(edit =>
        {
            int shown = 0;
            JsonObject cell = JupyterClient.Cell($"{show}([(\"s\", () => \"s\")]) // {edit}");
            ClientRequest request =
                FakeRequest.Of("execute_request", cell, (sent, _) => shown += sent == "display_data" ? 1 : 0);
            request.Message.Metadata["cellId"] = edit[..1];
            _handler.Handle(request);
            return shown;
        }));
    }

    [Fact]
    public void Code_that_is_not_counted_changes_neither_the_numbers_nor_the_quoted_lines_of_cells()
    {
        JsonObject declaring = JupyterClient.Cell("int Fail()\n{\n    throw new Exception();\n}");
        declaring["user_expressions"] = new JsonObject { ["sum"] = "1 +\n2 +\n3", ["bad"] = "unknown" };
        JsonObject silent = JupyterClient.Cell("int Other()\n{\n    return 1;\n}\nFail()");
        silent["store_history"] = false;

        JsonObject first = Handle(declaring), uncounted = Handle(silent), second = Run("Fail()");

        Assert.Equal("6", first["user_expressions"]!["sum"]!["data"]!.Text("text/plain"));
        Assert.Contains("code without a number, line 1: error CS0103", Traceback(first["user_expressions"]!["bad"]!));
        Assert.Contains("cell 1, line 3", Traceback(uncounted));
        Assert.Contains("at code without a number, line 5", Traceback(uncounted));
        Assert.Equal(2, (int?)second["execution_count"]);
        Assert.Contains("3 |\e[0m     throw new Exception();", Traceback(second));
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    private JsonObject Handle(JsonObject cell) =>
        _handler.Handle(FakeRequest.Of("execute_request", cell, (_, _) => { }));

    private static string Traceback(JsonNode reply) =>
        string.Join('\n', reply["traceback"]!.AsArray().Select(line => (string?)line));

    /// <summary>Runs a cell for a client to which messages of one type cannot be published.</summary>
    private JsonObject Run(string code, string refuses = "", bool stopOnError = true)
    {
        JsonObject cell = JupyterClient.Cell(code);
        cell["stop_on_error"] = stopOnError;
        return _handler.Handle(FakeRequest.Of("execute_request", cell, (type, _) =>
        {
            if (type == refuses)
                throw new InvalidOperationException("It cannot be published.");
            _published.Add(type);
        }));
    }
}
