namespace NeuralNotebooks.Cli;

internal sealed partial class RunCommand : NnCommand
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
    private readonly Option<int> _memory = new Option<int>("--memory")
    {
        HelpName = "MB",
        Description = "How much memory a notebook may use, on Linux with the processes that it starts; 0 is no limit.",
        DefaultValueFactory = _ => _defaults.MemoryMegabytes,
    }.MustBeWhole(min: 0).MustBe(
        value => !int.TryParse(value, NumberStyles.None, null, out int given)
            || given is 0 or >= OptionChecks.MinMemoryMegabytes,
        Invariant($"a notebook needs at least {OptionChecks.MinMemoryMegabytes} MB (0 is no limit)."));
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
    private readonly Option<bool> _inPlace = new("--inplace")
    {
        Description = "Also write the outputs of notebooks that passed into the notebooks themselves.",
    };
    private readonly Option<bool> _watch = new("--watch")
    {
        Description = "Run one notebook, and whenever it is saved what has changed and the cells below it. Its page "
            + "reloads if nn serve shows it.",
    };
    private readonly PathOption<string[]> _reports = new PathOption<string[]>("--report")
    {
        HelpName = "FILE",
        Description = "Write the results to FILE.xml (JUnit) or FILE.json. May be given several times.",
    }.MustBe(RunReport.CanWrite, "the file must end in .xml or .json.");
    private readonly Option<bool> _noSite = new("--no-site")
    {
        Description = "Write the executed notebooks and reports, but no site.",
    };
    private readonly Option<bool> _untrusted = SharedOptions.Untrusted();
    private readonly Option<bool> _verbose = SharedOptions.Verbose();

    public RunCommand(CommandContext context)
        : base("run", "Runs notebooks, each in its own process, and builds a site from them.", context)
    {
        AddAll(
            _paths, _output, _jobs, _timeout, _cellTimeout, _memory, _keepGoing, _quick, _full, _inPlace, _watch,
            _reports, _noSite, _untrusted, _verbose);
        Validators.Add(result =>
        {
            if (result.GetValue(_inPlace) && result.GetValue(_watch))
                result.AddError("--inplace would change the file that --watch watches: give only one.");
        });
        Examples =
        [
            ("nn run", "the whole course; nn serve --open then shows it"),
            ("nn run mine.ipynb --output out", "your own notebook"),
            ("nn run --watch lesson.cs", "a notebook after each save, from the first cell that has changed"),
            ("nn run homework/ --output results --keep-going --report results/report.xml",
                "a folder of notebooks, for a build server"),
            ("nn run slow.ipynb --timeout 0 --cell-timeout 3600 --memory 16000", "with other limits; 0 is no limit"),
        ];
        ExitCodes =
        [
            (ExitCode.Passed, "every notebook passed; otherwise the largest code of a notebook"),
            (ExitCode.Failed, "a cell failed, ended its process or used too much memory, or a file was not written"),
            (ExitCode.TimeLimit, "a time limit was reached"),
            (ExitCode.NotFound, "a notebook or folder was not found"),
            (ExitCode.UnusableInput, "a file is not a C# notebook"),
            (ExitCode.Interrupted, "interrupted with Ctrl-C, or the terminal was closed (but not under nohup)"),
        ];
        SetAction(RunAsync);
    }

    private RunOptions OptionsOf(ParseResult given) =>
        new()
        {
            Jobs = given.GetValue(_jobs),
            NotebookTimeout = Limit(given.GetValue(_timeout)),
            CellTimeout = Limit(given.GetValue(_cellTimeout)),
            MemoryMegabytes = given.GetValue(_memory),
            KeepGoing = given.GetValue(_keepGoing),
            KitScript = Workplace.Kit?.Script,
            Quick = given.GetValue(_quick),
            Full = given.GetValue(_full),
            BuildsProjects = !given.GetValue(_untrusted),
        };

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
