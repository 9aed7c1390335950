using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using NeuralNotebooks.Runner;

namespace NeuralNotebooks.Cli;

/// <summary><c>nn run</c>: defines and validates the arguments.</summary>
internal static class RunCommand
{
    public const string Name = "run";

    /// <summary>The memory limit below which the first cell cannot run.</summary>
    private const int MinMemoryMegabytes = 64;

    /// <summary>The longest time that a timer can wait.</summary>
    private static readonly TimeSpan _maxTimeout = TimeSpan.FromMilliseconds(int.MaxValue);

    /// <param name="terminal">The terminal for messages.</param>
    /// <param name="literal">The arguments after <c>--</c>: paths, even if they begin with a dash.</param>
    public static Command Create(Terminal terminal, IReadOnlyCollection<string> literal)
    {
        var defaults = new RunOptions();
        Argument<string[]> paths = Paths(literal);
        var output = new Option<string?>("--output", "-o")
        {
            HelpName = "DIR",
            Description = "Where executed notebooks and the site go (default: the course's artifacts/site).",
        };
        var jobs = new Option<int>("--jobs", "-j")
        {
            HelpName = "N",
            Description = "How many notebooks run at the same time; by default one per processor core.",
            DefaultValueFactory = _ => defaults.Jobs,
        };
        Option<double> timeout = Seconds("--timeout", "How long a notebook may take", defaults.NotebookTimeout);
        Option<double> cellTimeout = Seconds("--cell-timeout", "How long a cell may take", defaults.CellTimeout);
        Option<int> memory = Memory(defaults.MemoryMegabytes);
        var keepGoing = new Option<bool>("--keep-going", "-k")
        {
            Description = "Run the cells after a failed one, too.",
        };
        var quick = new Option<bool>("--quick")
        {
            Description = "Ask notebooks, by NN_QUICK=1 in their environment, to shorten their experiments.",
        };
        var full = new Option<bool>("--full")
        {
            Description =
                "Ask notebooks, with NN_FULL=1, to run the experiments that take minutes, whose results they "
                + "otherwise quote.",
        };
        Option<string[]> parameters = Parameters();
        var inPlace = new Option<bool>("--inplace")
        {
            Description = "Also write the outputs of notebooks that passed into the notebooks themselves.",
        };
        Option<string[]> reports = Reports();
        Option<bool> untrusted = SiteCommand.Untrusted(), verbose = SiteCommand.Verbose();

        output.MustNotBeEmpty();
        jobs.MustBeWhole(min: 1);
        var command = new Command(Name, "Runs notebooks, each in its own process, and builds a site from them.")
        {
            paths, output, jobs, timeout, cellTimeout, memory, keepGoing, quick, full, parameters, inPlace, reports,
            untrusted, verbose,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(inPlace) && result.GetValue(parameters) is { Length: > 0 })
                result.AddError("--inplace would write the values of --parameter into the notebook: give only one.");
        });
        command.SetAction(
            (parsed, cancellation) =>
                new RunWorkflow(terminal)
                {
                    Paths = parsed.GetValue(paths) ?? [],
                    Output = parsed.GetValue(output),
                    Reports = parsed.GetValue(reports) ?? [],
                    IsUntrusted = parsed.GetValue(untrusted),
                    IsVerbose = parsed.GetValue(verbose),
                    IsInPlace = parsed.GetValue(inPlace),
                    Options = new RunOptions
                    {
                        Jobs = parsed.GetValue(jobs),
                        NotebookTimeout = Limit(parsed.GetValue(timeout)),
                        CellTimeout = Limit(parsed.GetValue(cellTimeout)),
                        MemoryMegabytes = parsed.GetValue(memory),
                        KeepGoing = parsed.GetValue(keepGoing),
                        KitScript = BuiltKit.For(Directory.GetCurrentDirectory())?.Script,
                        Parameters = ParameterValues(parsed.GetValue(parameters) ?? []),
                        Quick = parsed.GetValue(quick),
                        Full = parsed.GetValue(full),
                    },
                }.RunAsync(cancellation)
        );
        return command;
    }

    private static Argument<string[]> Paths(IReadOnlyCollection<string> literal)
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Notebooks, or folders of notebooks or of a course (default: the course's notebooks/).",
        };
        paths.MustNotBeEmpty();
        paths.Validators.Add(result =>
        {
            // An argument that begins with a dash was meant as an option. As a path it would only be reported as not
            // found.
            foreach (string token in Values(result).Where(token => token.StartsWith('-') && !literal.Contains(token)))
                result.AddError($"Unrecognized option '{token}'.");
        });
        return paths;
    }

    private static Option<int> Memory(int defaultMegabytes)
    {
        var memory = new Option<int>("--memory")
        {
            HelpName = "MB",
            Description =
                "How much memory a notebook may use, on Linux with the processes that it starts; 0 is no limit.",
            DefaultValueFactory = _ => defaultMegabytes,
        };
        memory.MustBeWhole(min: 0);
        memory.Validators.Add(result =>
        {
            if (
                result.Errors.Any()
                || result.GetValueOrDefault<int>() is not (> 0 and < MinMemoryMegabytes and var given)
            )
                return;
            result.AddError(
                Invariant(
                    $"--memory {given}: a notebook needs at least {MinMemoryMegabytes} MB (0 is no limit)."
                )
            );
        });
        return memory;
    }

    private static Option<string[]> Parameters()
    {
        var parameters = new Option<string[]>("--parameter", "-p")
        {
            HelpName = "NAME=VALUE",
            Description =
                "Replace the value of a variable that a cell with the tag \"parameters\" declares, in C#: -p rate=0.1 "
                + "-p name=Ada. May be given several times.",
        };
        parameters.Validators.Add(result =>
        {
            foreach (string token in Values(result).Where(token => token.IndexOf('=') < 1))
                result.AddError($"--parameter {token}: expected NAME=VALUE, such as rate=0.1.");
        });
        return parameters;
    }

    private static Option<string[]> Reports()
    {
        var reports = new Option<string[]>("--report")
        {
            HelpName = "FILE",
            Description = "Write the results to FILE.trx, FILE.xml (JUnit) or FILE.json. May be given several times.",
        };
        reports.Validators.Add(result =>
        {
            foreach (string report in Values(result).Where(report => !RunReport.CanWrite(report)))
                result.AddError($"--report {report}: the file must end in .trx, .xml or .json.");
        });
        return reports;
    }

    private static IEnumerable<string> Values(SymbolResult result) => result.Tokens.Select(token => token.Value);

    /// <summary>Parses NAME=VALUE. If a name occurs several times, the last value is used.</summary>
    private static Dictionary<string, string> ParameterValues(string[] parameters)
    {
        Dictionary<string, string> values = [];
        foreach (string parameter in parameters)
            values[parameter.Split('=')[0]] = parameter[(parameter.IndexOf('=') + 1)..];
        return values;
    }

    private static Option<double> Seconds(string name, string description, TimeSpan? defaultValue)
        => new(name)
        {
            HelpName = "SECONDS",
            Description = $"{description}; 0 is no limit.",
            DefaultValueFactory = _ => defaultValue?.TotalSeconds ?? 0,
            CustomParser = result => ParseSeconds(name, result),
        };

    /// <summary>Parses a number of seconds with a decimal point, whatever the user's locale is.</summary>
    private static double ParseSeconds(string name, ArgumentResult result)
    {
        string text = result.Tokens.Single().Value;
        if (
            double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds)
            && seconds <= _maxTimeout.TotalSeconds
        )
            return seconds;
        result.AddError($"{name} {text}: expected a number of seconds, such as 90 or 2.5 (0 is no limit).");
        return 0;
    }

    private static TimeSpan? Limit(double seconds) => seconds == 0 ? null : TimeSpan.FromSeconds(seconds);
}
