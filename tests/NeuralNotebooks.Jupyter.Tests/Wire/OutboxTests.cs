namespace NeuralNotebooks.Jupyter.Tests;

public class OutboxTests
{
    private const int Limit = WireLimits.UnreadBytes;

    /// <summary>Half of what patient senders may queue.</summary>
    private static readonly IReadOnlyList<byte[]> _half = [new byte[(Limit * 3 / 8) - Outbox.PerMessage]];
    private static readonly IReadOnlyList<byte[]> _small = [new byte[1000]];

    /// <summary>Its clock advances by the longest waiting time of a sender whenever it is read.</summary>
    private readonly Outbox _outbox;
    private int _looks;

    public OutboxTests() => _outbox = new Outbox(() => _looks++ * (long)Outbox.WaitTimeout.TotalMilliseconds);

    private long Now => _looks * (long)Outbox.WaitTimeout.TotalMilliseconds;

    [Fact]
    public void Messages_are_taken_in_the_order_in_which_they_were_added()
    {
        _outbox.Add(FrameFlags.None, _half, Limit, Now);
        _outbox.Add(FrameFlags.Command, _small, Limit);

        Assert.Equal((FrameFlags.None, _half), _outbox.Take()!.Value);
        Assert.Equal((FrameFlags.Command, _small), _outbox.Take()!.Value);
    }

    [Fact]
    public void A_patient_sender_waits_for_room()
    {
        var outbox = new Outbox(() => 0);
        outbox.Add(FrameFlags.None, _half, Limit, patientSince: 0);
        outbox.Add(FrameFlags.None, _half, Limit, patientSince: 0);
        bool? third = null;
        var sender = new Thread(() => third = outbox.Add(FrameFlags.None, _half, Limit, patientSince: 0));
        sender.Start();
        Wait.Until(() => sender.ThreadState.HasFlag(ThreadState.WaitSleepJoin));

        outbox.Take();

        Assert.True(sender.Join(ZmtpClient.WaitTimeout));
        Assert.True(third);
    }

    [Fact]
    public void A_peer_that_does_not_read_costs_a_sender_its_patience_once_has_room_for_replies_and_can_catch_up()
    {
        while (_outbox.Add(FrameFlags.None, _half, Limit, Now)) { }
        int looks = _looks;

        for (int i = 0; i < 1000; i++)
            Assert.False(_outbox.Add(FrameFlags.None, _small, Limit, Now));

        Assert.Equal(looks, _looks);
        Assert.True(_outbox.Add(FrameFlags.None, _small, Limit));
        Assert.False(_outbox.Add(FrameFlags.None, [new byte[Limit / 4]], Limit));
        _outbox.Take();
        Assert.False(_outbox.Add(FrameFlags.None, _small, Limit, Now)); // Much of the queue still waits.
        _outbox.Take();
        Assert.True(_outbox.Add(FrameFlags.None, _small, Limit, Now));
    }

    [Fact]
    public void The_time_runs_from_when_the_message_was_sent_to_the_first_of_several_peers()
    {
        long now = 0;
        var outbox = new Outbox(() => now);
        outbox.Add(FrameFlags.None, _half, Limit, patientSince: 0);
        outbox.Add(FrameFlags.None, _half, Limit, patientSince: 0);
        now = (long)Outbox.WaitTimeout.TotalMilliseconds; // spent on a peer before this one

        Assert.False(outbox.Add(FrameFlags.None, _half, Limit, patientSince: 0));
    }

    [Fact]
    public void Answers_to_commands_do_not_pile_up_for_a_peer_that_does_not_read()
    {
        byte[][] one = [[1]];
        const int few = WireLimits.UnprovenUnreadBytes;
        for (int i = 0; i < few / Outbox.PerMessage - 1; i++)
            Assert.True(_outbox.Add(FrameFlags.Command, one, few));

        Assert.False(_outbox.Add(FrameFlags.Command, one, few));
        Assert.True(_outbox.Add(FrameFlags.None, _small, Limit));
    }

    [Fact]
    public async Task Closing_wakes_a_waiting_reader()
    {
        var taker = Task.Run(_outbox.Take);

        _outbox.Close();

        Assert.Null(await taker);
        Assert.False(_outbox.Add(FrameFlags.None, _small, Limit, Now));
    }
}
