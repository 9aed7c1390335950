namespace NeuralNotebooks.Cli;

/// <summary>The arguments and options of <c>nn run</c>.</summary>
internal sealed class RunArguments
{
    /// <summary>The longest time that a timer can wait.</summary>
    private static readonly TimeSpan _maxTimeout = TimeSpan.FromMilliseconds(int.MaxValue);

    private static readonly RunOptions _defaults = new();

    private readonly Argument<string[]> _paths = new("PATH")
    {
        Description = "Notebooks, or folders of notebooks or of a course (default: the course's notebooks/).",
    };
    private readonly Option<string> _output = PathOptions.Output(
        "Where executed notebooks and the site go (default: the course's artifacts/site).");
    private readonly Option<int> _jobs = new Option<int>("--jobs", "-j")
    {
        HelpName = "N",
        Description = "How many notebooks run at the same time; by default one per processor core.",
        DefaultValueFactory = _ => _defaults.Jobs,
    }.MustBeWhole(min: 1);
    private readonly Option<double> _timeout =
        Seconds("--timeout", "How long a notebook may take", _defaults.NotebookTimeout);
    private readonly Option<double> _cellTimeout =
        Seconds("--cell-timeout", "How long a cell may take", _defaults.CellTimeout);
    private readonly Option<int> _memory = Memory();
    private readonly Option<bool> _keepGoing = new("--keep-going", "-k")
    {
        Description = "Run the cells after a failed one, too.",
    };
    private readonly Option<bool> _quick = new("--quick")
    {
        Description = "Ask notebooks, by NN_QUICK=1 in their environment, to shorten their experiments.",
    };
    private readonly Option<bool> _full = new("--full")
    {
        Description =
            "Ask notebooks, with NN_FULL=1, to run the experiments that take minutes, whose results they "
            + "otherwise quote.",
    };
    private readonly Option<string[]> _parameters = Parameters();
    private readonly Option<bool> _inPlace = new("--inplace")
    {
        Description = "Also write the outputs of notebooks that passed into the notebooks themselves.",
    };
    private readonly Option<string[]> _reports = Reports();
    private readonly Option<bool> _noSite = new("--no-site")
    {
        Description = "Write the executed notebooks and reports, but no site.",
    };
    private readonly Option<bool> _untrusted = SiteCommand.Untrusted();
    private readonly Option<bool> _verbose = SiteCommand.Verbose();

    public void AddTo(Command command)
    {
        command.Add(_paths);
        Option[] options =
        [
            _output, _jobs, _timeout, _cellTimeout, _memory, _keepGoing, _quick, _full, _parameters, _inPlace, _reports,
            _noSite, _untrusted, _verbose,
        ];
        foreach (Option option in options)
            command.Add(option);
        command.Validators.Add(result =>
        {
            if (result.GetValue(_inPlace) && result.GetValue(_parameters) is { Length: > 0 })
                result.AddError("--inplace would write the values of --parameter into the notebook: give only one.");
        });
    }

    /// <summary>The values of a command line.</summary>
    public RunRequest Read(ParseResult parsed) =>
        new(
            parsed.GetValue(_paths) ?? [],
            parsed.GetValue(_output),
            parsed.GetValue(_reports) ?? [],
            HasSite: !parsed.GetValue(_noSite),
            IsUntrusted: parsed.GetValue(_untrusted),
            IsVerbose: parsed.GetValue(_verbose),
            IsInPlace: parsed.GetValue(_inPlace),
            new RunOptions
            {
                Jobs = parsed.GetValue(_jobs),
                NotebookTimeout = Limit(parsed.GetValue(_timeout)),
                CellTimeout = Limit(parsed.GetValue(_cellTimeout)),
                MemoryMegabytes = parsed.GetValue(_memory),
                KeepGoing = parsed.GetValue(_keepGoing),
                KitScript = BuiltKit.For(Directory.GetCurrentDirectory())?.Script,
                Parameters = ParameterValues(parsed.GetValue(_parameters) ?? []),
                Quick = parsed.GetValue(_quick),
                Full = parsed.GetValue(_full),
            });

    private static Option<int> Memory()
    {
        Option<int> memory = new Option<int>("--memory")
        {
            HelpName = "MB",
            Description =
                "How much memory a notebook may use, on Linux with the processes that it starts; 0 is no limit.",
            DefaultValueFactory = _ => _defaults.MemoryMegabytes,
        }.MustBeWhole(min: 0);
        memory.Validators.Add(result =>
        {
            if (result.Errors.Any()
                || result.GetValueOrDefault<int>() is not (> 0 and < NumberValidation.MinMemoryMegabytes and var given))
                return;
            result.AddError(
                Invariant($"--memory {given}: a notebook needs at least {NumberValidation.MinMemoryMegabytes} MB ")
                    + "(0 is no limit).");
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
        var reports = new PathOption<string[]>("--report")
        {
            HelpName = "FILE",
            Description = "Write the results to FILE.xml (JUnit) or FILE.json. May be given several times.",
        };
        reports.Validators.Add(result =>
        {
            foreach (string report in Values(result).Where(report => !RunReport.CanWrite(report)))
                result.AddError($"--report {report}: the file must end in .xml or .json.");
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
            CustomParser = result =>
                result.ReadSeconds(_maxTimeout.TotalSeconds, mayBeZero: true, "90 or 2.5 (0 is no limit)") ?? 0,
        };

    private static TimeSpan? Limit(double seconds) => seconds == 0 ? null : TimeSpan.FromSeconds(seconds);
}
