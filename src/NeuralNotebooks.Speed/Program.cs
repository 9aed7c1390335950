using System.Text;
using System.Text.Json;
using NeuralNotebooks.Speed;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
SpeedRequest request;
try
{
    request = SpeedRequest.Parse(args);
}
catch (ArgumentException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 64;
}

string page = Path.Combine(Path.GetFullPath(request.Output), request.Kind + ".html");
try
{
    ResultFile.Prepare(page);
}
catch (Exception e) when (e is IOException or UnauthorizedAccessException)
{
    await Console.Error.WriteLineAsync($"{page} cannot be written: {e.Message}");
    return 1;
}

// Each line at once: somebody watches.
LineWriter lines = new(Console.Out);
var (rows, peaks) = request.Kind == "gemm" ? new LadderMeasurement(request, lines).Run() : new TrainingMeasurement(request, lines).Run();
Machine machine = Machine.ThisOne();
SpeedReport report = new(
    request.Kind, machine.Cpu, machine.Cores, machine.VectorBits, request.Kind == "gemm" ? "GFLOP/s" : "examples/s", peaks, rows, page);
SpeedPage.Write(report);
lines.Report(new(1, 1, "", report));
return 0;

/// <summary>Writes a line of JSON for each report.</summary>
internal sealed class LineWriter(TextWriter output) : IProgress<SpeedLine>
{
    public void Report(SpeedLine value)
    {
        output.WriteLine(JsonSerializer.Serialize(value, SpeedReport.Json));
        output.Flush();
    }
}
