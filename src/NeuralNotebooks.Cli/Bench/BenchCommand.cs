using System.CommandLine;
using System.Globalization;

namespace NeuralNotebooks.Cli;

/// <summary><c>nn bench</c>: its arguments.</summary>
internal static class BenchCommand
{
    private const int MostThreads = 256;

    public static Command Create(Terminal terminal) => new("bench", "Measures how fast the library is on this machine.")
    {
        Create("gemm", "The matrix product: every stage of the ladder over the size of the matrices, and its share of the peak of the machine.", terminal),
        Create("train", "Training: examples per second of five networks, and their share of what the peak of the machine would allow.", terminal),
    };

    private static Command Create(string kind, string description, Terminal terminal)
    {
        var threads = new Option<int?>("--threads")
        {
            HelpName = "N",
            Description = "Measure with one thread and with N (default: as many as the library takes, which is NN_NUM_THREADS or the number of processor cores).",
        };
        threads.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1
                && !(int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value is >= 1 and <= MostThreads))
            {
                result.AddError(string.Create(CultureInfo.InvariantCulture, $"--threads {result.Tokens[0].Value}: N must be a whole number from 1 to {MostThreads}."));
            }
        });
        var quick = new Option<bool>("--quick") { Description = "A rough answer in a few seconds." };
        var json = new Option<bool>("--json") { Description = "Write the results as JSON instead of tables." };
        var output = new Option<string?>("--output", "-o") { HelpName = "DIR", Description = "Where the page with the picture goes (default: the course's artifacts/bench)." };
        output.MustNotBeEmpty();
        var command = new Command(kind, description) { threads, quick, json, output };
        command.SetAction((parsed, cancellation) => new BenchWorkflow(terminal).RunAsync(
            new BenchRequest(kind, parsed.GetValue(threads), parsed.GetValue(quick), parsed.GetValue(json), parsed.GetValue(output)), cancellation));
        return command;
    }
}
