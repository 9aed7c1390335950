using NeuralNotebooks.Benchmarks;
using TorchSharp;

// Answers the requests that python/worker.py describes, of which it knows "train".
TextWriter answers = Console.Out;
Console.SetOut(Console.Error); // what TorchSharp prints must not be taken for an answer
Console.CancelKeyPress += (_, interrupt) => interrupt.Cancel = true; // Ctrl-C is for compare, which closes the input
try
{
    torch.set_num_threads(int.Parse(args[0], CultureInfo.InvariantCulture));
}
catch (Exception e) when (e is TypeInitializationException or DllNotFoundException or NotSupportedException)
{
    await Console.Error.WriteLineAsync(e.GetBaseException().Message);
    Answer(new { missing = "libtorch cannot be loaded: on Linux it needs the C++ runtime of GCC 13 or later" });
    return;
}

Answer(
    new
    {
        name = CompetitorWorkers.TorchSharp,
        version = $"{typeof(torch).Assembly.GetName().Version?.ToString(3)} with libtorch {torch.__version__}",
    });
string known = "";
TorchTraining? training = null;
while (Console.ReadLine() is { } line)
{
    JsonNode request = JsonNode.Parse(line)!;
    JsonNode work = request["train"]
        ?? throw new NotSupportedException($"A request must be \"train\"; this is {line}");
    if (work.ToJsonString() != known)
    {
        training = new(Case(work));
        known = work.ToJsonString();
    }
    Answer(new { seconds = training!.Seconds((long)request["repetitions"]!) });
}

static TrainingCase Case(JsonNode work) =>
    new(
        Name: "",
        (string)work["data"]!,
        [.. work["layers"]!.AsArray().Select(units => (int)units!)],
        (int)work["batch"]!,
        UsesAdam: (string?)work["optimizer"] == "adam",
        (int)work["epochs"]!);

void Answer(object answer) => answers.WriteLine(JsonSerializer.Serialize(answer));
