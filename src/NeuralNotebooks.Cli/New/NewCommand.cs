namespace NeuralNotebooks.Cli;

internal sealed class NewCommand : NnCommand
{
    private const string NothingWritten = "nothing was written. Choose another name.";

    private NewCommand(
        string name, string description, CommandContext context, string path,
        Func<ParseResult, string, IReadOnlyList<Template>> templates, Func<string, string?> problemOf)
        : base(name, description, context)
    {
        var given = new Argument<string>(path) { Description = "Where it goes. Nothing is ever overwritten." };
        AddAll(given);
        SetAction(parsed =>
        {
            string full = Path.GetFullPath(parsed.GetValue(given)!);
            return problemOf(full) is { } problem
                ? Terminal.Fail(ExitCode.Usage, problem)
                : Write(templates(parsed, full));
        });
    }

    public static NewCommand Course(CommandContext context) =>
        new(
            "course",
            "Makes a course: a notebook, an assignment, a workflow that runs them and publishes the site, a "
                + "readme and a development container.",
            context, "DIR", (_, path) => Template.Course(path), ProblemOfFolder)
        {
            Examples =
            [
                ("nn new course my-course",
                    "a new course: a notebook, an assignment, and a workflow that publishes them"),
            ],
        };

    public static NewCommand Notebook(CommandContext context) =>
        new(
            "notebook", "Makes a notebook that imports the kit.", context, "NAME",
            (_, path) => Template.Notebook(path), ProblemOfNotebook)
        {
            Examples = [("nn new notebook notebooks/02-next", "a notebook that imports the kit")],
        };

    public static NewCommand Assignment(CommandContext context)
    {
        Option<string> example = new Option<string>("--template")
        {
            Description = "The first task of the example: a function, or a class with exceptions.",
            DefaultValueFactory = _ => Template.FunctionExample,
        }.AcceptOnlyFromAmong(Template.FunctionExample, Template.ClassExample);
        NewCommand command = new(
            "assignment", "Makes the source of an assignment, NAME/NAME.ipynb, that passes nn assign check.",
            context, "NAME", (parsed, path) => Template.Assignment(path, parsed.GetValue(example)!), ProblemOfSource)
        {
            Examples =
            [
                ("nn new assignment assignments/A2-next", "the source of an assignment that passes nn assign check"),
                ("nn new assignment assignments/A3-account --template class",
                    "the same with a class, exceptions and a text"),
            ],
        };
        command.AddAll(example);
        return command;
    }

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

    private int Write(IReadOnlyList<Template> files)
    {
        if (files.FirstOrDefault(file => Path.Exists(file.FilePath)) is { } existing)
            return Terminal.Fail(ExitCode.Usage, $"{existing.FilePath} exists already: {NothingWritten}");
        foreach (Template file in files)
            Terminal.WriteLine($"made: {file.Write()}");
        Terminal.WriteLine($"Next: {files[0].Next}");
        return ExitCode.Passed;
    }
}
