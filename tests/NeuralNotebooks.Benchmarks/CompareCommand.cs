using System.CommandLine;
using System.Globalization;

namespace NeuralNotebooks.Benchmarks;

/// <summary><c>compare</c>: its arguments.</summary>
internal static class CompareCommand
{
    private static readonly string[] _groups =
    [
        ProductComparison.Group,
        TrainingComparison.Group,
        VectorComparison.Group,
        FootprintFigures.Group,
    ];

    public static Command Create()
    {
        var groups = new Argument<string[]>("GROUP") { Description = "What to compare (default: all)." };
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
            Description = "The number of threads (default: 1, and the number of cores). May be given several times.",
        };
        var output = new Option<string?>("--output", "-o")
        {
            HelpName = "FILE",
            Description = "Write the results as JSON; cases in the file that are not measured now are kept.",
        };
        var python = new Option<string>("--python")
        {
            HelpName = "FILE",
            Description = "The Python that has PyTorch, NumPy and scikit-learn.",
            DefaultValueFactory = _ => PythonWorker.DefaultInterpreter,
        };
        output.Validators.Add(result =>
        {
            if (result.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value)))
                result.AddError("--output: the path is empty.");
        });
        filter.Validators.Add(result =>
        {
            if (result.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value)))
                result.AddError("--filter: no word is given.");
        });
        WholeNumber(rounds, most: 100_000);
        WholeNumber(threads, ThreadTeam.MaxMembers);
        var command = new Command(
            "compare",
            "Runs the library and its competitors in turn and shows the ratios of their speed."
        )
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
                Task.Run(
                    () =>
                        new CompareRun(Console.Out, Console.Error).Run(
                            new CompareOptions
                            {
                                Groups = parsed.GetValue(groups) is { Length: > 0 } given ? given : _groups,
                                Filters = parsed.GetValue(filter) ?? [],
                                Rounds = parsed.GetValue(rounds),
                                Threads =
                                [
                                    .. (
                                        parsed.GetValue(threads) is { Length: > 0 } some
                                            ? some
                                            : [1, Environment.ProcessorCount]
                                    ).Distinct(),
                                ],
                                Python = parsed.GetValue(python)!,
                                Output = parsed.GetValue(output),
                            },
                            cancellation
                        ),
                    cancellation
                )
        );
        return command;
    }

    private static void WholeNumber(Option option, int most) =>
        option.Validators.Add(result =>
        {
            foreach (string token in result.Tokens.Select(token => token.Value))
            {
                if (
                    !int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out int value)
                    || value < 1
                    || value > most
                )
                    result.AddError(
                        Invariant($"{option.Name} {token}: N must be a whole number from 1 to {most}.")
                    );
            }
        });
}
