using System.IO.Pipelines;

namespace NeuralNotebooks.Runner.Tests;

public class NativeOutputTests
{
    private const string Mark = "\u0003end";

    private readonly Pipe _pipe = new();

    [Fact]
    public async Task Text_is_cut_at_the_marks_wherever_the_bytes_are_cut()
    {
        var output = new NativeOutput(_pipe.Reader.AsStream(), Mark);
        foreach (byte b in Encoding.UTF8.GetBytes($"größer{M(1)}{M(2)}third\u0003e{M(3)}rest"))
            await WriteAsync([b]);
        await _pipe.Writer.CompleteAsync();

        Assert.Equal([(1, new NativeText("größer", 0))], await output.EndOfCellAsync(1, processHasEnded: false));
        Assert.Equal(
            [(3, new NativeText("third\u0003e", 0)), (3, new NativeText("rest", 0))],
            await output.EndOfCellAsync(3, processHasEnded: true)
        );
        Assert.Empty(await output.EndOfCellAsync(3, processHasEnded: true));
    }

    [Fact]
    public async Task Text_beyond_the_limit_is_counted_not_kept()
    {
        var output = new NativeOutput(_pipe.Reader.AsStream(), Mark);
        byte[] block = Encoding.ASCII.GetBytes(new string('x', 10_000));
        for (int i = 0; i < 250; i++)
            await WriteAsync(block);
        await WriteAsync(NativeOutput.MarkOf(Mark, 1));

        (_, NativeText text) = Assert.Single(await output.EndOfCellAsync(1, processHasEnded: false));

        Assert.Equal((LimitedOutputs.MaxText, 2_500_000L - LimitedOutputs.MaxText), (text.Text.Length, text.Dropped));
    }

    [Fact]
    public async Task Without_marks_only_the_first_cell_is_waited_for()
    {
        var output = new NativeOutput(_pipe.Reader.AsStream(), Mark);

        Assert.Empty(await output.EndOfCellAsync(1, processHasEnded: false));
        Assert.True(output.EndOfCellAsync(2, processHasEnded: false).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Text_whose_mark_comes_late_belongs_to_its_cell_and_the_next_text_to_the_next()
    {
        var output = new NativeOutput(_pipe.Reader.AsStream(), Mark);

        Assert.Empty(await output.EndOfCellAsync(1, processHasEnded: false));
        await WriteAsync(Encoding.UTF8.GetBytes($"late{M(1)}second{M(2)}"));
        await AssertArrives([(1, new NativeText("late", 0)), (2, new NativeText("second", 0))], output, cell: 2);
        await WriteAsync(Encoding.UTF8.GetBytes($"third{M(3)}"));
        Assert.Equal([(3, new NativeText("third", 0))], await output.EndOfCellAsync(3, processHasEnded: false));
    }

    [Fact]
    public async Task At_the_end_of_the_process_nothing_is_left_unread()
    {
        var output = new NativeOutput(_pipe.Reader.AsStream(), Mark);

        Assert.Empty(await output.EndOfCellAsync(1, processHasEnded: false));
        Assert.Empty(await output.EndOfCellAsync(2, processHasEnded: false));
        await WriteAsync(Encoding.UTF8.GetBytes($"one{M(1)}{M(2)}Stack overflow."));
        await _pipe.Writer.CompleteAsync();

        Assert.Equal(
            [(1, new NativeText("one", 0)), (3, new NativeText("Stack overflow.", 0))],
            await output.EndOfCellAsync(3, processHasEnded: true)
        );
    }

    /// <summary>The texts may arrive in several calls, since cells do not wait after a late mark.</summary>
    private static async Task AssertArrives((int, NativeText)[] expected, NativeOutput output, int cell)
    {
        var texts = new List<(int, NativeText)>();
        while (texts.Count < expected.Length)
        {
            texts.AddRange(await output.EndOfCellAsync(cell, processHasEnded: false));
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
        Assert.Equal(expected, texts);
    }

    private static string M(int cell) => Encoding.ASCII.GetString(NativeOutput.MarkOf(Mark, cell));

    private async Task WriteAsync(byte[] bytes) =>
        await _pipe.Writer.WriteAsync(bytes, TestContext.Current.CancellationToken);
}
