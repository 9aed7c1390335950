namespace NeuralNotebooks.Cli;

/// <summary><c>nn new</c>: makes a course, a notebook or an assignment from a template.</summary>
internal static class NewCommand
{
    public const string Name = "new";

    private const string NothingWritten = "nothing was written. Choose another name.";

    public static Command Create(Terminal terminal) =>
        new(Name, "Makes a course, a notebook or an assignment to begin with.")
        {
            Make(
                terminal, "course", PathOf("DIR"),
                "Makes a course: a notebook, an assignment, a workflow that runs them and publishes the site, a "
                    + "readme and a development container.",
                Template.Course, ProblemOfFolder),
            Make(
                terminal, "notebook", PathOf("NAME"), "Makes a notebook that imports the kit.", Template.Notebook,
                ProblemOfNotebook),
            Make(
                terminal, "assignment", PathOf("NAME"),
                "Makes the source of an assignment, NAME/NAME.ipynb, that passes nn assign check.",
                Template.Assignment, ProblemOfSource),
        };

    /// <summary>A subcommand.</summary>
    /// <param name="templates">The files to make at a full path.</param>
    /// <param name="problemOf">An error message if nothing can be made at a full path; null if the path is
    /// valid.</param>
    private static Command Make(
        Terminal terminal, string name, Argument<string> path, string description,
        Func<string, IReadOnlyList<Template>> templates, Func<string, string?> problemOf)
    {
        var command = new Command(name, description) { path };
        command.SetAction(parsed =>
        {
            string given = Path.GetFullPath(parsed.GetValue(path)!);
            return problemOf(given) is { } problem
                ? terminal.Fail(ExitCode.Usage, problem) : Write(terminal, templates(given));
        });
        return command;
    }

    private static Argument<string> PathOf(string name) =>
        new(name) { Description = "Where it goes. Nothing is ever overwritten." };

    private static string? ProblemOfFolder(string path)
    {
        string name = NameOf(path);
        return name.Length == 0 ? $"{path} has no file name: {NothingWritten}"
            : name.Any(char.IsControl) ? $"The name {name} has a control character: {NothingWritten}"
            : null;
    }

    private static string? ProblemOfSource(string path) =>
        ProblemOfFolder(path)
        ?? (NameOf(path).StartsWith('.')
            ? $"The name {NameOf(path)} begins with a dot, and hidden files are not run: {NothingWritten}"
            : null);

    private static string? ProblemOfNotebook(string path) =>
        ProblemOfSource(path)
        ?? (Path.EndsInDirectorySeparator(path) || Directory.Exists(path)
            ? $"{path} is a folder, and nothing was written. Name a notebook in it: nn new notebook "
                + ShellPath.Quoted(Path.Combine(path, "01-first"))
            : null);

    private static string NameOf(string path) => Path.GetFileName(Path.TrimEndingDirectorySeparator(path));

    private static int Write(Terminal terminal, IReadOnlyList<Template> files)
    {
        if (files.FirstOrDefault(file => Path.Exists(file.Path)) is { } existing)
            return terminal.Fail(ExitCode.Usage, $"{existing.Path} exists already: {NothingWritten}");
        foreach (Template file in files)
            terminal.WriteLine($"made: {file.Write()}");
        terminal.WriteLine($"Next: {files[0].Next}");
        return ExitCode.Passed;
    }
}
