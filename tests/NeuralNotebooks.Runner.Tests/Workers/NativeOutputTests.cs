using System.IO.Pipelines;

namespace NeuralNotebooks.Runner.Tests;

public class NativeOutputTests
{
    private const string Mark = "\u0003end";

    private readonly Pipe _pipe = new(new PipeOptions(pauseWriterThreshold: 0));
    private readonly NativeOutput _output;

    public NativeOutputTests() => _output = new(new StreamReader(_pipe.Reader.AsStream()), Mark);

    [Fact]
    public async Task Text_is_cut_at_the_marks_wherever_the_bytes_are_cut()
    {
        foreach (byte b in Encoding.UTF8.GetBytes($"größer{M(1)}{M(2)}third\u0003e{M(3)}rest"))
            await WriteAsync([b]);

        Assert.Equal("größer", await _output.EndOfCellAsync(1, processHasEnded: false));
        Assert.Equal("third\u0003e", await _output.EndOfCellAsync(3, processHasEnded: false));
        await _pipe.Writer.CompleteAsync();
        Assert.Equal("rest", await _output.EndOfCellAsync(4, processHasEnded: true));
        Assert.Empty(await _output.EndOfCellAsync(4, processHasEnded: true));
    }

    [Fact]
    public async Task Text_beyond_the_limit_is_not_kept()
    {
        for (int i = 0; i < 450; i++)
            await WriteAsync(Encoding.ASCII.GetBytes(new string('x', 10_000)));
        await WriteAsync(Encoding.ASCII.GetBytes(M(1)));

        Assert.Equal(NativeOutput.MaxLength, (await _output.EndOfCellAsync(1, processHasEnded: false)).Length);
    }

    [Fact]
    public async Task Without_marks_only_the_first_cell_is_waited_for_and_a_late_mark_is_left_out()
    {
        Assert.Empty(await _output.EndOfCellAsync(1, processHasEnded: false));
        Assert.True(_output.EndOfCellAsync(2, processHasEnded: false).IsCompletedSuccessfully);
        await WriteAsync(Encoding.UTF8.GetBytes($"late{M(2)}third{M(3)}"));
        await _pipe.Writer.CompleteAsync();

        Assert.Equal("latethird", await _output.EndOfCellAsync(3, processHasEnded: true));
    }

    private static string M(int cell) => WorkerProtocol.EndOfCell(Mark, cell);

    private async Task WriteAsync(byte[] bytes) => await _pipe.Writer.WriteAsync(bytes);
}
