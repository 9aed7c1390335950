namespace NeuralNotebooks.Cli;

/// <summary>The arguments and options of <c>nn grade</c>.</summary>
internal sealed class GradeArguments
{
    private const int MaxTimeout = 1_000_000;

    private readonly Argument<string> _submitted = new("SUBMITTED")
    {
        Description = "The folder with STUDENT/ASSIGNMENT/NOTEBOOK.ipynb, or the zip that Moodle or Canvas gives.",
    };
    private readonly PathOption<string[]> _sources = new("--source", "-s")
    {
        HelpName = "SOURCE",
        Description = "The assignments' sources, or folders that hold them.",
        Required = true,
        AllowMultipleArgumentsPerToken = true,
    };
    private readonly Option<string> _output = PathOptions.Output("Where the results go.", isRequired: true);
    private readonly Option<string[]> _imports = GradeCommand.Imports();
    private readonly Option<int> _jobs = new Option<int>("--jobs", "-j")
    {
        HelpName = "N",
        Description = "How many submissions are judged at the same time; by default one per processor core.",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    }.MustBeWhole(min: 1);
    private readonly Option<Shard> _shard = new("--shard")
    {
        HelpName = "i/n",
        Description = "Grade part i of n of the students; with auto/n the part that Slurm or Kubernetes names.",
        DefaultValueFactory = _ => Shard.Whole,
        CustomParser = ParseShard,
    };
    private readonly Option<bool> _resume = new("--resume")
    {
        Description = "Keep what is graded already, and judge only what has changed since.",
    };
    private readonly Option<string?> _only = new("--only")
    {
        HelpName = "STUDENT[:TASK]",
        Description = "Grade one student, and show all that happened; with a task, store nothing.",
    };
    private readonly Option<bool> _blind = new("--blind")
    {
        Description =
            $"Results, pages and tables for marking have no names. The grades have them, and {StudentList.NamesFile}.",
    };
    private readonly Option<bool> _noIsolation = new("--no-isolation")
    {
        Description = "Judge without a sandbox: submissions can read and change whatever you can.",
    };
    private readonly Option<double?> _timeout = new("--timeout")
    {
        HelpName = "SECONDS",
        Description =
            "CPU time for the session of one task (default: 20 times what the solution takes, at least 10).",
        CustomParser = result => result.ReadSeconds(MaxTimeout, mayBeZero: false, "30"),
    };
    private readonly Option<int> _memory = new Option<int>("--memory")
    {
        HelpName = "MB",
        Description = "How much memory a session may use.",
        DefaultValueFactory = _ => new GradingOptions().MemoryMegabytes,
    }.MustBeWhole(NumberValidation.MinMemoryMegabytes);

    public void AddTo(Command command)
    {
        command.Add(_submitted);
        Option[] options =
        [
            _sources, _output, _jobs, _shard, _resume, _only, _blind, _noIsolation, _timeout, _memory, _imports,
        ];
        foreach (Option option in options)
            command.Add(option);
        command.Validators.Add(result =>
        {
            if (result.GetResult(_only) is not null && result.GetResult(_shard) is { Implicit: false })
                result.AddError("--only grades one student, and --shard a part of the students: give only one.");
        });
    }

    /// <summary>The values of a command line.</summary>
    public GradeRequest Read(ParseResult parsed) =>
        new(
            parsed.GetRequiredValue(_submitted),
            parsed.GetRequiredValue(_sources),
            parsed.GetRequiredValue(_output),
            parsed.GetRequiredValue(_shard),
            parsed.GetValue(_only),
            parsed.GetValue(_blind),
            parsed.GetValue(_imports) ?? [],
            new GradingOptions
            {
                Jobs = parsed.GetValue(_jobs),
                Resume = parsed.GetValue(_resume),
                TimeLimit = parsed.GetValue(_timeout) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
                MemoryMegabytes = parsed.GetValue(_memory),
                IsIsolated = !parsed.GetValue(_noIsolation),
            });

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
}
