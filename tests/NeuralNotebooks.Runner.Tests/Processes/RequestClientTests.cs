using System.IO.Pipes;

namespace NeuralNotebooks.Runner.Tests;

public sealed class RequestClientTests : IDisposable
{
    private static readonly Action _noLimits = () => { };

    private readonly MessageChannel<WorkerMessage> _other;
    private readonly RequestClient<WorkerMessage> _client;

    public RequestClientTests()
    {
        ChannelTokens tokens = ChannelTokens.Create();
        var replies = new AnonymousPipeServerStream(PipeDirection.Out);
        var requests = new AnonymousPipeServerStream(PipeDirection.In);
        var received = new AnonymousPipeClientStream(PipeDirection.In, replies.ClientSafePipeHandle);
        var sending = new AnonymousPipeClientStream(PipeDirection.Out, requests.ClientSafePipeHandle);
        _client = new(new(received, sending, tokens, WorkerMessageJson.Default.WorkerMessage));
        _other = new(
            requests, replies, ChannelTokens.Parse(tokens.ForOtherEnd()), WorkerMessageJson.Default.WorkerMessage);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _other.Dispose();
        _client.Dispose();
    }

    [Fact]
    public async Task Messages_before_the_reply_are_passed_on_in_order()
    {
        var meanwhile = new List<WorkerMessage>();
        Task<ProcessExiting> reply = _client.AskAsync<ProcessExiting>(
            new EndWorker(), meanwhile.Add, _noLimits, Cancellation);

        Assert.Equal(new EndWorker(), _other.Receive());
        WorkerMessage[] sent = [new ReturnTo(1), new ReturnTo(2)];
        foreach (WorkerMessage message in (WorkerMessage[])[.. sent, new ProcessExiting(4)])
            _other.Send(message);

        Assert.Equal(new ProcessExiting(4), await reply);
        Assert.Equal(sent, meanwhile);
    }

    [Fact]
    public async Task Limits_are_checked_while_messages_arrive_and_an_exception_of_the_check_ends_the_waiting()
    {
        int checks = 0;
        Task<ProcessExiting> reply = _client.AskAsync<ProcessExiting>(
            new EndWorker(),
            _ => _other.Send(new OutputShown(new(1), new OutputClear(true))),
            () =>
            {
                if (++checks == 3)
                    throw new TimeoutException();
            },
            Cancellation);
        _other.Send(new OutputShown(new(1), new OutputClear(true)));

        await Assert.ThrowsAsync<TimeoutException>(() => reply);
    }

    [Fact]
    public async Task Only_messages_that_are_waited_for_are_read()
    {
        var large = new ExecuteCell(new(1), new string('x', 1 << 20));
        _other.Send(new ProcessExiting(1));
        Task sending = Task.Run(() => _other.Send(large), Cancellation);
        Assert.Equal(new ProcessExiting(1), await _client.ReceiveAsync());
        await Assert.ThrowsAsync<TimeoutException>(() => sending.WaitAsync(TimeSpan.FromSeconds(0.1), Cancellation));

        Assert.Equal(large, await _client.ReceiveAsync());

        await sending;
    }

    [Fact]
    public async Task What_the_process_sent_before_it_ended_is_received()
    {
        var meanwhile = new List<WorkerMessage>();
        _other.Send(new ProcessExiting(3));
        _other.Dispose();

        await Assert.ThrowsAsync<ProcessGoneException>(
            () => _client.AskAsync<CellEnded>(new EndWorker(), meanwhile.Add, _noLimits, Cancellation));

        Assert.Equal([new ProcessExiting(3)], meanwhile);
    }

    [Fact]
    public async Task A_request_that_is_too_long_is_not_sent_and_the_process_goes_on()
    {
        var tooLong = new ExecuteCell(new(1), new string('x', MessageChannel.MaxMessageBytes));
        await Assert.ThrowsAsync<MessageTooLongException>(
            () => _client.AskAsync<CellEnded>(tooLong, _ => { }, _noLimits, Cancellation));

        _other.Send(new ProcessExiting(1));
        Assert.Equal(new ProcessExiting(1), await _client.ReceiveAsync());
    }
}
