namespace NeuralNotebooks.Cli;

/// <summary>The arguments and options of <c>nn grade</c>.</summary>
internal sealed class GradeArguments
{
    private const int MinMemoryMegabytes = 64, MaxTimeout = 1_000_000;

    public Argument<string> Submitted { get; } = new("SUBMITTED")
    {
        Description = "The folder with STUDENT/ASSIGNMENT/NOTEBOOK.ipynb, or the zip that Moodle or Canvas gives.",
    };

    public Option<string[]> Sources { get; } = new("--source", "-s")
    {
        HelpName = "SOURCE",
        Description = "The assignments' sources, or folders that hold them.",
        Required = true,
        AllowMultipleArgumentsPerToken = true,
    };

    public Option<string> Output { get; } = PathOptions.Output("Where the results go.", isRequired: true);

    public Option<string[]> Imports { get; } = GradeCommand.Imports();

    public Option<int> Jobs { get; } = new Option<int>("--jobs", "-j")
    {
        HelpName = "N",
        Description = "How many submissions are judged at the same time; by default one per processor core.",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    }.MustBeWhole(min: 1);

    public Option<Shard> Shard { get; } = new("--shard")
    {
        HelpName = "i/n",
        Description = "Grade part i of n of the students; with auto/n the part that Slurm or Kubernetes names.",
        DefaultValueFactory = _ => Classroom.Shard.Whole,
        CustomParser = ParseShard,
    };

    public Option<bool> Resume { get; } = new("--resume")
    {
        Description = "Keep what is graded already, and judge only what has changed since.",
    };

    public Option<string?> Only { get; } = new("--only")
    {
        HelpName = "STUDENT[:TASK]",
        Description = "Grade one student, and show all that happened; with a task, store nothing.",
    };

    public Option<bool> Blind { get; } = new("--blind")
    {
        Description =
            $"Results, pages and tables to be marked bear no names; the grades do, and {StudentList.NamesFile}.",
    };

    public Option<bool> NoIsolation { get; } = new("--no-isolation")
    {
        Description = "Judge without a sandbox: submissions can read and change whatever you can.",
    };

    public Option<double?> Timeout { get; } = new("--timeout")
    {
        HelpName = "SECONDS",
        Description =
            "CPU time for the session of one task (default: 20 times what the solution takes, at least 10).",
        CustomParser = result => result.ReadSeconds(MaxTimeout, mayBeZero: false, "30"),
    };

    public Option<int> Memory { get; } = new Option<int>("--memory")
    {
        HelpName = "MB",
        Description = "How much memory a session may use.",
        DefaultValueFactory = _ => new GradingOptions().MemoryMegabytes,
    }.MustBeWhole(MinMemoryMegabytes);

    /// <summary>The values of a command line.</summary>
    public GradeRequest Read(ParseResult parsed) =>
        new(
            parsed.GetRequiredValue(Submitted),
            parsed.GetRequiredValue(Sources),
            parsed.GetRequiredValue(Output),
            parsed.GetRequiredValue(Shard),
            parsed.GetValue(Only),
            parsed.GetValue(Blind),
            parsed.GetValue(Imports) ?? [],
            new GradingOptions
            {
                Jobs = parsed.GetValue(Jobs),
                Resume = parsed.GetValue(Resume),
                TimeLimit = parsed.GetValue(Timeout) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
                MemoryMegabytes = parsed.GetValue(Memory),
                IsIsolated = !parsed.GetValue(NoIsolation),
            });

    private static Shard? ParseShard(ArgumentResult result)
    {
        try
        {
            return Classroom.Shard.Parse(result.Tokens.Single().Value, Environment.GetEnvironmentVariable);
        }
        catch (FormatException e)
        {
            result.AddError(e.Message);
            return null;
        }
    }
}
