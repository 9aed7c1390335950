using System.IO.Pipelines;
using System.Text;

namespace NeuralNotebooks.Runner.Tests;

public class NativeOutputTests
{
    private const string Mark = "\u0003end";

    private readonly Pipe _pipe = new();
    private readonly NativeOutput _output;

    public NativeOutputTests() => _output = new NativeOutput(_pipe.Reader.AsStream(), Mark);

    [Fact]
    public async Task Text_is_cut_at_the_marks_wherever_the_bytes_are_cut()
    {
        foreach (byte b in Encoding.UTF8.GetBytes($"größer{Mark}"))
            await WriteAsync([b]);
        Assert.Equal("größer", await _output.EndOfCellAsync(processHasEnded: false));

        foreach (byte b in Encoding.UTF8.GetBytes($"{Mark}third\u0003e{Mark}rest"))
            await WriteAsync([b]);
        await _pipe.Writer.CompleteAsync();

        Assert.Equal("third\u0003erest", await _output.EndOfCellAsync(processHasEnded: true));
        Assert.Empty(await _output.EndOfCellAsync(processHasEnded: true));
    }

    [Fact]
    public async Task Text_beyond_the_limit_is_dropped_and_a_sentence_says_so()
    {
        byte[] block = Encoding.ASCII.GetBytes(new string('x', 10_000));
        for (int i = 0; i < 250; i++)
            await WriteAsync(block);
        await WriteAsync(Encoding.ASCII.GetBytes(Mark));

        string text = await _output.EndOfCellAsync(processHasEnded: false);

        Assert.Equal(LimitedOutputs.MaxText + LimitedOutputs.Sentence.Length, text.Length);
        Assert.EndsWith("x" + LimitedOutputs.Sentence, text);
    }

    [Fact]
    public async Task Without_marks_only_the_first_cell_is_waited_for_until_a_mark_comes()
    {
        Assert.Empty(await _output.EndOfCellAsync(processHasEnded: false));
        Assert.True(_output.EndOfCellAsync(processHasEnded: false).IsCompletedSuccessfully);

        await WriteAsync(Encoding.UTF8.GetBytes($"late{Mark}"));
        string late = "";
        while (late.Length == 0)
        {
            late = await _output.EndOfCellAsync(processHasEnded: false);
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
        Assert.Equal("late", late);

        Task<string> next = _output.EndOfCellAsync(processHasEnded: false);
        await WriteAsync(Encoding.UTF8.GetBytes($"next{Mark}"));
        Assert.Equal("next", await next);
    }

    [Fact]
    public async Task At_the_end_of_the_process_nothing_is_left_unread()
    {
        Assert.Empty(await _output.EndOfCellAsync(processHasEnded: false));
        await WriteAsync(Encoding.UTF8.GetBytes($"one{Mark}{Mark}Stack overflow."));
        await _pipe.Writer.CompleteAsync();

        Assert.Equal("oneStack overflow.", await _output.EndOfCellAsync(processHasEnded: true));
    }

    private async Task WriteAsync(byte[] bytes) =>
        await _pipe.Writer.WriteAsync(bytes, TestContext.Current.CancellationToken);
}
