namespace NeuralNotebooks.Jupyter.Tests;

public class OutboxTests
{
    private static readonly IReadOnlyList<byte[]> _half = [new byte[Outbox.Capacity / 2]];
    private static readonly IReadOnlyList<byte[]> _small = [new byte[1000]];

    /// <summary>Each read of the clock advances it by the patience of a sender.</summary>
    private readonly Outbox _outbox;
    private int _looks;

    public OutboxTests() => _outbox = new Outbox(() => _looks++ * (long)Outbox.WaitTimeout.TotalMilliseconds);

    [Fact]
    public void Messages_are_taken_in_the_order_in_which_they_were_added()
    {
        _outbox.Add(FrameFlags.None, [[1]], patient: true);
        _outbox.Add(FrameFlags.Command, [[2]], patient: false);

        (FrameFlags kind, IReadOnlyList<byte[]> frames) = _outbox.Take()!.Value;
        Assert.Equal(FrameFlags.None, kind);
        Assert.Equal([[1]], frames);
        (kind, frames) = _outbox.Take()!.Value;
        Assert.Equal(FrameFlags.Command, kind);
        Assert.Equal([[2]], frames);
    }

    [Fact]
    public void A_patient_sender_waits_for_room()
    {
        var outbox = new Outbox(() => 0);
        outbox.Add(FrameFlags.None, _half, patient: true);
        outbox.Add(FrameFlags.None, _half, patient: true);
        bool? third = null;
        var sender = new Thread(() => third = outbox.Add(FrameFlags.None, _half, patient: true));
        sender.Start();
        Assert.True(SpinWait.SpinUntil(() => sender.ThreadState.HasFlag(ThreadState.WaitSleepJoin), ZmtpClient.WaitTimeout));

        outbox.Take();

        Assert.True(sender.Join(ZmtpClient.WaitTimeout));
        Assert.True(third);
    }

    [Fact]
    public void A_peer_that_does_not_read_costs_a_sender_its_patience_once()
    {
        FillUntilStuck();
        Assert.Equal(2, _looks); // at the start of the wait and at its end

        for (int i = 0; i < 1000; i++)
            Assert.False(_outbox.Add(FrameFlags.None, _small, patient: true));

        Assert.Equal(2, _looks);
    }

    [Fact]
    public void Replies_have_room_where_outputs_have_none()
    {
        FillUntilStuck();

        Assert.True(_outbox.Add(FrameFlags.None, _small, patient: false));
        Assert.False(_outbox.Add(FrameFlags.None, [new byte[Outbox.Reserve]], patient: false));
    }

    [Fact]
    public void Outputs_go_out_again_when_half_of_the_queue_has_been_read()
    {
        FillUntilStuck();

        _outbox.Take();

        Assert.True(_outbox.Add(FrameFlags.None, _small, patient: true));
    }

    [Fact]
    public void Answers_to_commands_do_not_pile_up_for_a_peer_that_does_not_read()
    {
        for (int i = 0; i < Outbox.MaxBeforeCommand; i++)
            Assert.True(_outbox.Add(FrameFlags.Command, [[1]], patient: false));

        Assert.False(_outbox.Add(FrameFlags.Command, [[1]], patient: false));
        Assert.True(_outbox.Add(FrameFlags.None, _small, patient: false));
    }

    [Fact]
    public async Task Closing_wakes_a_waiting_reader()
    {
        var taker = Task.Run(_outbox.Take);

        _outbox.Close();

        Assert.Null(await taker);
        Assert.False(_outbox.Add(FrameFlags.None, _small, patient: true));
    }

    private void FillUntilStuck()
    {
        while (_outbox.Add(FrameFlags.None, _half, patient: true))
        {
        }
    }
}
