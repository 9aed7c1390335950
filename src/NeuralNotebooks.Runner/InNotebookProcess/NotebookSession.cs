using NeuralNotebooks.Interactive;

namespace NeuralNotebooks.Runner.InNotebookProcess;

/// <summary>The session of a notebook in a worker and in the Jupyter kernel: with packages, the course's directives,
/// and the API of .NET Interactive. (Grading and live pages have none of them.)</summary>
internal static class NotebookSession
{
    public static CSharpSession Start(string folder, string? kitScript, Func<Func<InputRequest, string>>? input = null)
    {
        var options = new SessionOptions
        {
            Folder = folder,
            NotebookPath = Environment.GetEnvironmentVariable(WorkerProtocol.PathVariable) is { Length: > 0 } path
                ? Path.GetFullPath(path, folder)
                : null,
            Packages = new PackageRestore(folder)
            {
                BuildsProjects = Environment.GetEnvironmentVariable(WorkerProtocol.NoProjectsVariable) is null,
            },
            Input = input,
        };
        options = CourseOptions.AddTo(options, kitScript, BuiltKit.For(folder)?.Folder);
        return new CSharpSession(InteractiveApi.AddTo(options));
    }
}
