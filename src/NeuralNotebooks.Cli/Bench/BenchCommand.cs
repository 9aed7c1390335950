using System.CommandLine;

namespace NeuralNotebooks.Cli;

/// <summary><c>nn bench</c>: its arguments.</summary>
internal static class BenchCommand
{
    private const int MaxThreads = 256;

    public static Command Create(Terminal terminal) =>
        new("bench", "Measures how fast the library is on this machine.")
        {
            Create(
                "gemm",
                "The matrix product: every kernel of the ladder by matrix size, as a share of the machine's peak.",
                terminal
            ),
            Create(
                "train",
                "Training: examples per second for five networks, as a share of what the machine's peak allows.",
                terminal
            ),
        };

    private static Command Create(string kind, string description, Terminal terminal)
    {
        var threads = new Option<int?>("--threads")
        {
            HelpName = "N",
            Description =
                "Measure with one thread and with N (default: NN_NUM_THREADS, or the number of processor cores).",
        };
        threads.MustBeWhole(min: 1, MaxThreads);
        var quick = new Option<bool>("--quick") { Description = "A rough answer in a few seconds." };
        var json = new Option<bool>("--json") { Description = "Write the results as JSON instead of tables." };
        var output = new Option<string?>("--output", "-o")
        {
            HelpName = "DIR",
            Description = "Where the page with the picture goes (default: the course's artifacts/bench).",
        };
        output.MustNotBeEmpty();
        var command = new Command(kind, description) { threads, quick, json, output };
        command.SetAction(
            (parsed, cancellation) =>
                new BenchWorkflow(terminal).RunAsync(
                    new BenchRequest(
                        kind,
                        parsed.GetValue(threads),
                        parsed.GetValue(quick),
                        parsed.GetValue(json),
                        parsed.GetValue(output)
                    ),
                    cancellation
                )
        );
        return command;
    }
}
