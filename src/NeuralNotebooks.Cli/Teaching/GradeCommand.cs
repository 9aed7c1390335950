namespace NeuralNotebooks.Cli;

internal sealed partial class GradeCommand : NnCommand
{
    private const int MaxTimeout = 1_000_000;

    private readonly Argument<string> _submitted = SharedOptions.Submitted();
    private readonly Option<string[]> _sources = PathOptions.Source(usual: null);
    private readonly Option<string> _output = PathOptions.Output("Where the results go.", isRequired: true);
    private readonly Option<string[]> _imports = SharedOptions.Imports();
    private readonly Option<bool> _partial = SharedOptions.Partial();
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
    private readonly Option<bool> _noIsolation = SharedOptions.NoIsolation();
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
    }.MustBeWhole(OptionChecks.MinMemoryMegabytes);

    public GradeCommand(CommandContext context)
        : base("grade", "Grades submitted notebooks. Each task is judged by itself, by its answers.", context)
    {
        Add(new MergeCommand(context));
        AddAll(
            _submitted, _sources, _output, _jobs, _shard, _resume, _only, _noIsolation, _timeout, _memory, _imports,
            _partial);
        Validators.Add(result =>
        {
            if (result.GetResult(_only) is not null && result.GetResult(_shard) is { Implicit: false })
                result.AddError("--only grades one student, and --shard a part of the students: give only one.");
        });
        Examples =
        [
            ("nn grade submitted --source assignments/source --output graded",
                "points, results and the teacher's page of a class"),
            ("nn grade submitted --source assignments/source --output graded --resume",
                "only what has changed since"),
            ("nn grade moodle.zip --source assignments/source --output graded --import moodle",
                "a platform's zip in, its table of grades out"),
        ];
        ExitCodes =
        [
            (ExitCode.Passed, "everything was graded, whatever the points"),
            (ExitCode.Failed, "a submission (named, its score is empty) could not be graded, or a result not written"),
            (ExitCode.NotFound, "the submissions or a source were not found"),
            (ExitCode.UnusableInput, "there are no submissions, or a source has errors, or a table cannot be read"),
            (ExitCode.Usage, "the command line was not understood, or there is no sandbox"),
            (ExitCode.Interrupted, "interrupted with Ctrl-C: go on with --resume"),
        ];
        SetAction(RunAsync);
    }

    private GradingOptions OptionsOf(ParseResult given) =>
        new()
        {
            Jobs = given.GetValue(_jobs),
            Resume = given.GetValue(_resume),
            TimeLimit = given.GetValue(_timeout) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            MemoryMegabytes = given.GetValue(_memory),
        };

    private static Shard? ParseShard(ArgumentResult result)
    {
        (Shard? shard, string problem) =
            Shard.Parse(result.Tokens.Single().Value, Environment.GetEnvironmentVariable);
        if (shard is null)
            result.AddError(problem);
        return shard;
    }
}
