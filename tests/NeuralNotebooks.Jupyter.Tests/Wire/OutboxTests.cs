using System.Diagnostics;

namespace NeuralNotebooks.Jupyter.Tests;

public class OutboxTests
{
    private static readonly IReadOnlyList<byte[]> _half = [new byte[Outbox.Capacity / 2]];
    private static readonly IReadOnlyList<byte[]> _small = [new byte[1000]];

    [Fact]
    public void What_is_added_is_taken_in_order()
    {
        var outbox = new Outbox();
        outbox.Add(FrameFlags.None, [[1]], patient: true);
        outbox.Add(FrameFlags.Command, [[2]], patient: false);

        Assert.Equal((FrameFlags.None, 1), (outbox.Take()!.Value.Kind, 1));
        Assert.Equal(FrameFlags.Command, outbox.Take()!.Value.Kind);
    }

    [Fact]
    public async Task A_patient_sender_waits_for_room()
    {
        var outbox = new Outbox();
        outbox.Add(FrameFlags.None, _half, patient: true);
        outbox.Add(FrameFlags.None, _half, patient: true);
        Task<bool> third = Task.Run(() => outbox.Add(FrameFlags.None, _half, patient: true));
        await Task.Delay(50);
        Assert.False(third.IsCompleted);

        outbox.Take();

        Assert.True(await third);
    }

    [Fact]
    public void A_peer_that_does_not_read_costs_a_sender_its_patience_once()
    {
        var outbox = new Outbox();
        while (outbox.Add(FrameFlags.None, _half, patient: true))
        {
        }

        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < 1000; i++)
            Assert.False(outbox.Add(FrameFlags.None, _small, patient: true));
        Assert.True(Stopwatch.GetElapsedTime(start) < Outbox.Patience);
    }

    [Fact]
    public void Replies_have_room_where_outputs_have_none()
    {
        var outbox = new Outbox();
        while (outbox.Add(FrameFlags.None, _half, patient: true))
        {
        }

        Assert.True(outbox.Add(FrameFlags.None, _small, patient: false));
        Assert.False(outbox.Add(FrameFlags.None, [new byte[Outbox.Reserve]], patient: false));
    }

    [Fact]
    public void Outputs_go_out_again_when_half_of_the_box_has_been_read()
    {
        var outbox = new Outbox();
        while (outbox.Add(FrameFlags.None, _half, patient: true))
        {
        }

        outbox.Take();

        Assert.True(outbox.Add(FrameFlags.None, _small, patient: true));
    }

    [Fact]
    public async Task Closing_wakes_who_waits()
    {
        var outbox = new Outbox();
        var taker = Task.Run(outbox.Take);

        outbox.Close();

        Assert.Null(await taker);
        Assert.False(outbox.Add(FrameFlags.None, _small, patient: true));
    }
}
