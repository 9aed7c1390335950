namespace NeuralNotebooks.Cli;

/// <summary><c>nn new</c>: makes a course, a notebook or an assignment from a template.</summary>
internal static class NewCommand
{
    public const string Name = "new";

    public static Command Create(Terminal terminal) =>
        new(Name, "Makes a course, a notebook or an assignment to begin with.")
        {
            Make(
                terminal,
                "course",
                "DIR",
                "Makes a course: a notebook, an assignment, a workflow that runs them and publishes the site, a "
                    + "readme and a development container.",
                Template.Course),
            Make(terminal, "notebook", "NAME", "Makes a notebook that imports the kit.", Template.Notebook),
            Make(
                terminal,
                "assignment",
                "NAME",
                "Makes the source of an assignment, NAME/NAME.ipynb, that passes nn assign check.",
                Template.Assignment),
        };

    private static Command Make(
        Terminal terminal,
        string what,
        string argument,
        string description,
        Func<string, IReadOnlyList<Template>> templates)
    {
        var path = new Argument<string>(argument) { Description = "Where it goes. Nothing is ever overwritten." };
        var command = new Command(what, description) { path };
        command.SetAction(parsed =>
            Problem(what, parsed.GetValue(path)!) is { } problem
                ? terminal.Fail(ExitCode.Usage, problem)
                : Write(terminal, templates(Path.GetFullPath(parsed.GetValue(path)!)))
        );
        return command;
    }

    /// <summary>An error message if nothing can be made at a path; null if the path is valid.</summary>
    private static string? Problem(string what, string given)
    {
        string path = Path.GetFullPath(given),
            name = Path.GetFileName(Path.TrimEndingDirectorySeparator(path));
        const string other = "nothing was written. Choose another name.";
        return name.Length == 0 ? $"{path} has no file name: {other}"
            : name.Any(char.IsControl) ? $"The name {name} has a control character: {other}"
            : what == "course" ? null
            : name.StartsWith('.') ? $"The name {name} begins with a dot, and hidden files are not run: {other}"
            : what == "notebook" && (Path.EndsInDirectorySeparator(path) || Directory.Exists(path))
                ? $"{path} is a folder, and nothing was written. Name a notebook in it: nn new notebook "
                    + ShellPath.Quoted(Path.Combine(path, "01-first"))
            : null;
    }

    private static int Write(Terminal terminal, IReadOnlyList<Template> files)
    {
        if (files.FirstOrDefault(file => Path.Exists(file.Path)) is { } existing)
            return terminal.Fail(
                ExitCode.Usage, $"{existing.Path} exists already: nothing was written. Choose another name.");
        foreach (Template file in files)
            terminal.WriteLine($"made: {file.Write()}");
        terminal.WriteLine($"Next: {files[0].Next}");
        return ExitCode.Passed;
    }
}
