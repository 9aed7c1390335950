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

// Each line is flushed: somebody is watching.
LineWriter lines = new(Console.Out);
try
{
    SpeedReport report = request.Kind == "gemm" ? Ladder() : Training();
    SpeedPage.Write(report);
    lines.Report(new(1, 1, "", report));
    return 0;
}
catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
{
    // A data set is missing or damaged, or the page cannot be written any more.
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}

SpeedReport Ladder()
{
    LadderMeasurement ladder = new(request, lines);
    return Report("GFLOP/s", ladder.Run(), ladder.Notes);
}

SpeedReport Training()
{
    TrainingMeasurement training = new(request, lines);
    return Report("examples/s", training.Run(), training.Notes);
}

SpeedReport Report(string unit, Measurements measured, IEnumerable<string> notes)
{
    Machine machine = Machine.ThisOne();
    string[] all = [.. request.Warning is null ? [] : new[] { request.Warning }, .. notes];
    return new(
        request.Kind,
        machine.Cpu,
        machine.Cores,
        machine.VectorBits,
        unit,
        measured.Peaks,
        measured.Rows,
        all,
        page
    );
}

/// <summary>Writes a line of JSON for each report.</summary>
internal sealed class LineWriter(TextWriter output) : IProgress<SpeedLine>
{
    public void Report(SpeedLine value)
    {
        output.WriteLine(JsonSerializer.Serialize(value, SpeedReport.Json));
        output.Flush();
    }
}
