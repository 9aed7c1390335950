using System.IO.Pipelines;
using System.Text;

namespace NeuralNotebooks.Runner.Tests;

public class NativeOutputTests
{
    private const string Mark = "\u0003end";

    private readonly Pipe _pipe = new();

    [Fact]
    public async Task Text_is_cut_at_the_marks_wherever_the_bytes_are_cut()
    {
        var output = new NativeOutput(_pipe.Reader.AsStream(), Mark);
        foreach (byte b in Encoding.UTF8.GetBytes($"größer{Mark}{Mark}third\u0003e{Mark}rest"))
            await WriteAsync([b]);
        await _pipe.Writer.CompleteAsync();

        Assert.Equal(new NativeText("größer", 0), await output.EndOfCellAsync(processHasEnded: false));
        Assert.Equal(NativeText.None, await output.EndOfCellAsync(processHasEnded: false));
        Assert.Equal(new NativeText("third\u0003e", 0), await output.EndOfCellAsync(processHasEnded: false));
        Assert.Equal(new NativeText("rest", 0), await output.EndOfCellAsync(processHasEnded: true));
        Assert.Equal(NativeText.None, await output.EndOfCellAsync(processHasEnded: true));
    }

    [Fact]
    public async Task Text_beyond_the_limit_is_counted_not_kept()
    {
        var output = new NativeOutput(_pipe.Reader.AsStream(), Mark);
        byte[] block = Encoding.ASCII.GetBytes(new string('x', 10_000));
        for (int i = 0; i < 250; i++)
            await WriteAsync(block);
        await WriteAsync(Encoding.ASCII.GetBytes(Mark));

        NativeText text = await output.EndOfCellAsync(processHasEnded: false);

        Assert.Equal((LimitedOutputs.MaxText, 2_500_000L - LimitedOutputs.MaxText), (text.Text.Length, text.Dropped));
    }

    [Fact]
    public async Task A_stream_whose_marks_are_lost_is_waited_for_only_once()
    {
        var output = new NativeOutput(_pipe.Reader.AsStream(), Mark);

        Assert.Equal(NativeText.None, await output.EndOfCellAsync(processHasEnded: false));
        Task<NativeText> second = output.EndOfCellAsync(processHasEnded: false);

        Assert.True(second.IsCompletedSuccessfully);
    }

    private async Task WriteAsync(byte[] bytes) =>
        await _pipe.Writer.WriteAsync(bytes, TestContext.Current.CancellationToken);
}
