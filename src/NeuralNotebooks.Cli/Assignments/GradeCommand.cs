using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using NeuralNotebooks.Classroom;

namespace NeuralNotebooks.Cli;

/// <summary><c>nn grade</c>: defines and validates the arguments.</summary>
internal static class GradeCommand
{
    public const string Name = "grade";

    private const int MinMemoryMegabytes = 64;

    public static Command Create(Terminal terminal)
    {
        var submitted = new Argument<string>("SUBMITTED")
        {
            Description = "The folder with STUDENT/ASSIGNMENT/NOTEBOOK.ipynb, or the zip that Moodle or Canvas gives.",
        };
        var sources = new Option<string[]>("--source", "-s")
        {
            HelpName = "SOURCE",
            Description = "The assignments' sources, or folders that hold them.",
            Required = true,
            AllowMultipleArgumentsPerToken = true,
        };
        Option<string> output = Output("Where the results go.");
        var jobs = new Option<int>("--jobs", "-j")
        {
            HelpName = "N",
            Description = "How many submissions are judged at the same time; by default one per processor core.",
            DefaultValueFactory = _ => Environment.ProcessorCount,
        };
        var shard = new Option<Shard>("--shard")
        {
            HelpName = "i/n",
            Description = "Grade part i of n of the students; with auto/n the part that Slurm or Kubernetes names.",
            DefaultValueFactory = _ => Shard.Whole,
            CustomParser = ParseShard,
        };
        var resume = new Option<bool>("--resume")
        {
            Description = "Keep what is graded already, and judge only what has changed since.",
        };
        var only = new Option<string?>("--only")
        {
            HelpName = "STUDENT[:TASK]",
            Description = "Grade one student, and show all that happened; with a task, store nothing.",
        };
        var receipts = new Option<bool>("--receipts")
        {
            Description = "Run nothing: write a receipt for each submission, and a page with what would be lost.",
        };
        var blind = new Option<bool>("--blind")
        {
            Description =
                $"Results, pages and tables to be marked bear no names; the grades do, and {StudentList.NamesFile}.",
        };
        var noIsolation = new Option<bool>("--no-isolation")
        {
            Description = "Judge without a sandbox: submissions can read and change whatever you can.",
        };
        var timeout = new Option<double?>("--timeout")
        {
            HelpName = "SECONDS",
            Description =
                "CPU time for the session of one task (default: 20 times what the solution takes, at least 10).",
            CustomParser = ParseSeconds,
        };
        var memory = new Option<int>("--memory")
        {
            HelpName = "MB",
            Description = "How much memory a session may use.",
            DefaultValueFactory = _ => new GradingOptions().MemoryMegabytes,
        };
        Option<string[]> import = Import();

        submitted.MustNotBeEmpty();
        sources.MustNotBeEmpty();
        Command merge = Merge(terminal);
        AtLeast(jobs, 1);
        AtLeast(memory, MinMemoryMegabytes);
        var command = new Command(
            Name,
            "Grades submitted notebooks: each task judged by itself, compared by its answers."
        )
        {
            submitted,
            sources,
            output,
            jobs,
            shard,
            resume,
            only,
            receipts,
            blind,
            noIsolation,
            timeout,
            memory,
            import,
            merge,
        };
        // If the option were required, it would be required for the subcommands as well.
        output.Required = false;
        command.Validators.Add(result =>
        {
            if (result.GetResult(output) is null && result.GetResult(merge) is null)
                result.AddError("Option '--output' is required.");
        });
        command.SetAction((parsed, cancellation) => new GradeWorkflow(terminal).RunAsync(
            new GradeRequest(
                parsed.GetRequiredValue(submitted),
                parsed.GetRequiredValue(sources),
                parsed.GetRequiredValue(output),
                parsed.GetRequiredValue(shard),
                parsed.GetValue(only),
                parsed.GetValue(receipts),
                parsed.GetValue(blind),
                parsed.GetValue(import) ?? [],
                new GradingOptions
                {
                    Jobs = parsed.GetValue(jobs),
                    Resume = parsed.GetValue(resume),
                    TimeLimit = parsed.GetValue(timeout) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
                    MemoryMegabytes = parsed.GetValue(memory),
                    IsIsolated = !parsed.GetValue(noIsolation),
                }
            ),
            cancellation));
        return command;
    }

    private static Command Merge(Terminal terminal)
    {
        var folders = new Argument<string[]>("DIR")
        {
            Description = "The results of the shards.",
            Arity = ArgumentArity.OneOrMore,
        };
        Option<string> output = Output("Where the merged results go.");
        Option<string[]> import = Import();
        folders.MustNotBeEmpty();
        var command = new Command("merge", "Merges the results of all shards; lists what is missing or duplicated.")
        {
            folders,
            output,
            import,
        };
        command.SetAction(parsed =>
            new MergeWorkflow(terminal).Run(
                parsed.GetRequiredValue(folders),
                parsed.GetRequiredValue(output),
                parsed.GetValue(import) ?? []
            )
        );
        return command;
    }

    private static Option<string> Output(string description)
    {
        var output = new Option<string>("--output", "-o")
        {
            HelpName = "DIR",
            Description = description,
            Required = true,
        };
        output.MustNotBeEmpty();
        return output;
    }

    private static Option<string[]> Import()
    {
        var import = new Option<string[]>("--import")
        {
            HelpName = "PLATFORM",
            Description = "Write the grades for the import of moodle or canvas, too. May be given several times.",
        };
        import.AcceptOnlyFromAmong([.. PlatformImport.Names]);
        return import;
    }

    private static Shard? ParseShard(ArgumentResult result)
    {
        try
        {
            return Shard.Parse(result.Tokens.Single().Value, Environment.GetEnvironmentVariable);
        }
        catch (FormatException e)
        {
            result.AddError(e.Message);
            return null;
        }
    }

    private static double? ParseSeconds(ArgumentResult result)
    {
        string text = result.Tokens.Single().Value;
        if (
            double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds)
            && seconds is > 0 and <= 1_000_000
        )
            return seconds;
        result.AddError($"--timeout {text}: expected a number of seconds, such as 30.");
        return null;
    }

    private static void AtLeast(Option<int> option, int min)
        => option.Validators.Add(result =>
        {
            if (
                result.Tokens.Count == 1
                && !(
                    int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int value)
                    && value >= min
                )
            )
                result.AddError(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{option.Name} {result.Tokens[0].Value}: expected a whole number, at least {min}."
                    )
                );
        });
}
