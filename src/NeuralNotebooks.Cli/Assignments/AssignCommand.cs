namespace NeuralNotebooks.Cli;

/// <summary><c>nn assign</c>: checks and releases assignments.</summary>
internal static class AssignCommand
{
    public const string Name = "assign";

    public static Command Create(Terminal terminal) => new(Name, "Checks and releases assignments.")
    {
        Check(terminal),
        Release(terminal),
    };

    private static Command Check(Terminal terminal)
    {
        Argument<string[]> sources = Sources();
        var command = new Command(
            "check",
            "Checks that each task is passed by its solution and by nothing else. Runs the solution, the "
                + "stub and each mistake, and shows which probes tell them apart.") { sources };
        command.SetAction(
            (parsed, cancellation) => new CheckWorkflow(terminal).RunAsync(parsed.GetValue(sources)!, cancellation));
        return command;
    }

    private static Command Release(Terminal terminal)
    {
        Argument<string[]> sources = Sources();
        Option<string> output = PathOptions.Output(
            "Where release/ is made (default: the course's artifacts/assignments).");
        var live = new Option<bool>("--live")
        {
            Description =
                "Also make site/: pages in which students answer, run the visible checks and hand in, with nothing "
                + "installed. Put it on any web server.",
        };
        var command = new Command(
            "release",
            "Makes the students' version of assignments, without solutions, hidden tests and mistakes: a "
                + "folder with the kit inside, which opens in every host without a repository or a build, and "
                + "the same as a zip.") { sources, output, live };
        command.SetAction(
            (parsed, cancellation) =>
                new ReleaseWorkflow(terminal).RunAsync(
                    parsed.GetValue(sources)!, parsed.GetValue(output), parsed.GetValue(live), cancellation));
        return command;
    }

    private static Argument<string[]> Sources() => new("SOURCE")
    {
        Description = "Sources of assignments, or folders that hold them, such as assignments/source.",
        Arity = ArgumentArity.OneOrMore,
    };
}
