namespace NeuralNotebooks.Jupyter.Tests;

[Collection(nameof(SharedKernel))]
public sealed class KernelSessionTests(SharedKernel kernel) : IDisposable
{
    private readonly JupyterClient _client = kernel.Connect();

    [Theory]
    [Cases(
        "var timer = new System.Threading.Timer(_ => throw new Exception(\"lost\"), null, 1, -1);",
        "async void Later() { await Task.Delay(1).ConfigureAwait(false); throw new Exception(\"lost\"); }\nLater();",
        "System.Threading.ThreadPool.UnsafeQueueUserWorkItem(_ => throw new Exception(\"lost\"), null);")]
    public void An_exception_after_the_end_is_published_for_its_cell(string code)
    {
        string id = _client.Begin(code);
        Message message;
        do message = _client.NextPublished(id);
        while (message.Type != "error");

        Assert.Equal("lost", message.Text("evalue"));
        _client.Reply(_client.Shell, id);
        Assert.Equal("1", _client.Execute("1").Result);
    }

    [Fact]
    public void A_thread_that_an_interrupt_stops_is_not_an_error_of_its_own()
    {
        string id = _client.Begin(
            "var busy = new System.Threading.Thread(() => { System.Threading.Thread.Sleep(300); while "
                + "(true) { } });\nbusy.Start();\nConsole.WriteLine(\"started\");\nbusy.Join();");
        _client.WaitForText(id, "started");

        _client.Interrupt();

        Assert.Equal("Interrupted", _client.Finish(id).Error);
        Assert.Equal("False", _client.Execute("busy.Join(60_000); busy.IsAlive").Result);
    }

    [Fact]
    public void After_an_error_the_waiting_cells_are_aborted()
    {
        string first = _client.Begin(
            "while (!System.IO.File.Exists(\"told\")) System.Threading.Thread.Sleep(5);\nthrow new Exception();");
        string second = _client.Begin("\"not run\"");
        string info = _client.SendTo(_client.Shell, "kernel_info_request");
        _client.Shell.Synchronize();
        File.WriteAllText(Path.Combine(kernel.Process.Folder, "told"), "");

        Assert.Equal("error", _client.Finish(first).Status);
        Executed aborted = _client.Finish(second);
        Assert.Equal("aborted", aborted.Status);
        Assert.Empty(aborted.Published);
        Assert.Equal("ok", _client.Reply(_client.Shell, info).Text("status"));
    }

    [Fact]
    public void What_a_task_shows_after_its_cell_belongs_to_that_cell()
    {
        string first = _client.Begin(
            "var told = new TaskCompletionSource();\nvar left = Task.Run(async () => { await told.Task; "
                + "Console.Write(\"late\"); display(\"value\"); });");
        _client.Finish(first);
        string second = _client.Begin("told.SetResult(); await left; Console.Write(\"next\");");
        ILookup<string, Message> of = _client
            .EverythingUntilIdle(second)
            .ToLookup(message => message.ParentHeader.Text("msg_id"));

        Assert.Equal(["stream", "display_data"], of[first].Select(message => message.Type));
        Assert.Equal("late", of[first].First().Text("text"));
        Assert.Equal("next", Assert.Single(of[second], message => message.Type == "stream").Text("text"));
    }

    [Theory]
    [Cases(
        "while (true) { }",
        "Console.ReadLine();",
        "while (true) display(new string('x', 1_000_000));",
        "while (true) { Console.Write('x'); Console.Error.Write('y'); }")]
    public void An_interrupt_stops_a_running_cell_and_keeps_the_session(string endless)
    {
        _client.Execute("int kept = 3;");
        string id = _client.Begin("Console.WriteLine(\"started\");\n" + endless);
        _client.WaitForText(id, "started");

        JsonObject reply = _client.Interrupt();
        Executed cell = _client.Finish(id);

        Assert.Equal("ok", reply.Text("status"));
        Assert.Equal("error", cell.Status);
        Assert.Equal("Interrupted", cell.Error);
        Assert.Equal("3", _client.Execute("kept").Result);
    }

    [Theory]
    [Cases(
        "Console.ReadLine()", "", false,
        "await GetInputAsync(\"Name?\")", "Name?", false,
        "(await GetPasswordAsync(\"Secret?\")).GetClearTextPassword()", "Secret?", true)]
    public void A_cell_asks_the_client_that_sent_it(string code, string prompt, bool password)
    {
        using JupyterClient other = kernel.Connect();
        string id = _client.Begin(code);
        Message question = _client.ReceiveFrom(_client.Stdin);
        other.SendTo(other.Stdin, "input_reply", new JsonObject { ["value"] = "an intruder" });
        other.Stdin.Synchronize();
        _client.SendTo(_client.Stdin, "input_reply", new JsonObject { ["value"] = "Ada" });

        Assert.Equal("input_request", question.Type);
        Assert.Equal(prompt, question.Text("prompt"));
        Assert.Equal(password, question.Flag("password", fallback: !password));
        Assert.Equal(id, question.ParentHeader.Text("msg_id"));
        Assert.Equal("Ada", _client.Finish(id).Result);
    }

    [Fact]
    public void Tasks_that_ask_at_the_same_time_are_answered_one_after_the_other()
    {
        string id = _client.Begin("string.Join(\" \", await Task.WhenAll(new[] { \"1\", \"2\" }"
            + ".Select(prompt => Task.Run(() => GetInputAsync(prompt)))))");
        for (int i = 0; i < 2; i++)
            _client.SendTo(_client.Stdin, "input_reply", new JsonObject
            {
                ["value"] = _client.ReceiveFrom(_client.Stdin).Text("prompt"),
            });
        Assert.Equal("1 2", _client.Finish(id).Result);
    }

    public void Dispose() => _client.Dispose();
}
