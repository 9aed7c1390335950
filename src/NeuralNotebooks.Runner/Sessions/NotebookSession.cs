using NeuralNotebooks.Interactive;

namespace NeuralNotebooks.Runner;

/// <summary>The session of a notebook in a worker and in the Jupyter kernel: with packages, the course's directives,
/// and the API of .NET Interactive. (Grading and live pages have none of them.)</summary>
internal static class NotebookSession
{
    /// <summary>The environment variable with the path of the notebook, which Jupyter defines.</summary>
    public const string PathVariable = "JPY_SESSION_NAME";

    /// <summary>The environment variable that forbids to build projects, which <c>#r</c> names.</summary>
    public const string NoProjectsVariable = "NN_NO_PROJECTS";

    public static CSharpSession Start(string folder, string? kitScript, Func<Func<InputRequest, string>>? input = null)
    {
        var options = new SessionOptions
        {
            Folder = folder,
            NotebookPath = Environment.GetEnvironmentVariable(PathVariable) is { Length: > 0 } path
                ? Path.GetFullPath(path, folder)
                : null,
            Packages = new PackageRestore(folder)
            {
                BuildsProjects = Environment.GetEnvironmentVariable(NoProjectsVariable) is null,
            },
            Input = input,
        };
        options = CourseOptions.AddTo(options, kitScript, BuiltKit.For(folder)?.Folder);
        return new CSharpSession(InteractiveApi.AddTo(options));
    }
}
