using System.CommandLine;

namespace NeuralNotebooks.Benchmarks;

internal static class CompareCommand
{
    private static readonly string[] _groups =
        [ProductComparison.Group, TrainingComparison.Group, VectorComparison.Group];

    public static Command Create()
    {
        var groups = new Argument<string[]>("GROUP")
        {
            Description = "What to compare.",
            DefaultValueFactory = _ => _groups,
        };
        groups.AcceptOnlyFromAmong(_groups);
        var filter = new Option<string[]>("--filter")
        {
            HelpName = "WORDS",
            Description =
                "Only cases with all of these words, or their beginnings, such as \"128³ fp32 1T\". May be "
                + "given several times.",
        };
        var rounds = new Option<int>("--rounds")
        {
            HelpName = "N",
            Description = "The number of slices for each contender.",
            DefaultValueFactory = _ => 15,
        };
        var threads = new Option<int[]>("--threads")
        {
            HelpName = "N",
            Description = "The number of threads. May be given several times.",
            DefaultValueFactory = _ => [1, Environment.ProcessorCount],
        };
        var output = new Option<string?>("--output", "-o")
        {
            HelpName = "FILE",
            Description = "The new JSON file for the results (default: artifacts/bench/DATE-TIME.json).",
        };
        var python = new Option<string>("--python")
        {
            HelpName = "FILE",
            Description = "The Python that has PyTorch, NumPy and scikit-learn.",
            DefaultValueFactory = _ => CompetitorWorker.DefaultInterpreter,
        };
        Check(output, path => !string.IsNullOrWhiteSpace(path), "FILE must be a path.");
        Check(filter, words => !string.IsNullOrWhiteSpace(words), "WORDS must have a word.");
        CheckNumber(rounds, most: 100_000);
        CheckNumber(threads, ThreadTeam.MaxMembers);
        var command = new Command(
            "compare", "Runs the library and its competitors in turn and shows the ratios of their speed.")
        {
            groups,
            filter,
            rounds,
            threads,
            python,
            output,
        };
        command.SetAction(
            (parsed, cancellation) =>
            {
                CompareOptions options = new(
                    parsed.GetValue(groups)!,
                    [.. parsed.GetValue(threads)!.Distinct()],
                    parsed.GetValue(filter) ?? [],
                    parsed.GetValue(rounds),
                    parsed.GetValue(python)!,
                    parsed.GetValue(output) ?? DefaultOutput());
                CompareRun run = new(options, Console.Out, Console.Error);
                return Task.Run(() => run.Run(cancellation), cancellation);
            });
        return command;
    }

    internal static string DefaultOutput() =>
        Path.Combine(Repository.At("artifacts/bench"), Invariant($"{DateTime.UtcNow:yyyy-MM-dd-HHmmss}.json"));

    private static void CheckNumber(Option option, int most) =>
        Check(
            option,
            token => int.TryParse(token, NumberStyles.None, null, out int value) && value >= 1 && value <= most,
            Invariant($"N must be a whole number from 1 to {most}."));

    private static void Check(Option option, Func<string, bool> isRight, string rule) =>
        option.Validators.Add(result =>
        {
            foreach (string token in result.Tokens.Select(token => token.Value).Where(token => !isRight(token)))
                result.AddError($"{option.Name} {token}: {rule}");
        });
}
