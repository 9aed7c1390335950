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

        Assert.Equal([(1, "größer")], await output.EndOfCellAsync(1, processHasEnded: false));
        Assert.Equal(
            [(3, "third\u0003e"), (3, "rest")],
            await output.EndOfCellAsync(3, processHasEnded: true)
        );
        Assert.Empty(await output.EndOfCellAsync(3, processHasEnded: true));
    }

    [Fact]
    public async Task Text_beyond_the_limit_is_not_kept()
    {
        var output = new NativeOutput(_pipe.Reader.AsStream(), Mark);
        byte[] block = Encoding.ASCII.GetBytes(new string('x', 10_000));
        for (int i = 0; i < 450; i++)
            await WriteAsync(block);
        await WriteAsync(NativeOutput.MarkOf(Mark, 1));

        (_, string text) = Assert.Single(await output.EndOfCellAsync(1, processHasEnded: false));

        Assert.Equal(NativeOutput.MaxBytes, text.Length);
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
        await AssertArrives([(1, "late"), (2, "second")], output, cell: 2);
        await WriteAsync(Encoding.UTF8.GetBytes($"third{M(3)}"));
        Assert.Equal([(3, "third")], await output.EndOfCellAsync(3, processHasEnded: false));
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
            [(1, "one"), (3, "Stack overflow.")],
            await output.EndOfCellAsync(3, processHasEnded: true)
        );
    }

    /// <summary>The texts may arrive in several calls, since cells do not wait after a late mark.</summary>
    private static async Task AssertArrives((int, string)[] expected, NativeOutput output, int cell)
    {
        var texts = new List<(int, string)>();
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
