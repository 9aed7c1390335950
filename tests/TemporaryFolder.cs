namespace NeuralNotebooks.Tests;

public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("nn-tests-").FullName;

    public string At(string name) => System.IO.Path.GetFullPath(System.IO.Path.Combine(Path, name));

    public string Read(string name) => System.IO.File.ReadAllText(At(name));

    public string Notebook(string name, params string[] cells) => Notebook(name, cells.Select(cell => (">", cell)));

    /// <summary>Writes a C# notebook with one Markdown cell, which needs no process; returns its path.</summary>
    public string Prose(string name, string text) => Notebook(name, [("*", text)]);

    public string Notebook(string name, IEnumerable<(string Kind, string Source)> cells) =>
        File(name, NotebookText(cells));

    /// <summary>The text of a C# notebook with cells of code, "&gt;", and Markdown, "*".</summary>
    public static string NotebookText(IEnumerable<(string Kind, string Source)> cells) =>
        JsonSerializer.Serialize(
            new
            {
                cells = cells.Select((cell, i) => Cell(cell.Kind == "*", $"cell-{i}", cell.Source)),
                metadata = new
                {
                    kernelspec = new
                    {
                        display_name = ".NET (C#)",
                        language = "C#",
                        name = ".net-csharp",
                    },
                },
                nbformat = 4,
                nbformat_minor = 5,
            });

    private static object Cell(bool isProse, string id, string source) =>
        isProse
            ? new
            {
                cell_type = "markdown",
                id,
                metadata = new { },
                source,
            }
            : new
            {
                cell_type = "code",
                execution_count = (int?)null,
                id,
                metadata = new { },
                outputs = Array.Empty<object>(),
                source,
            };

    public string File(string name, string text) => File(name, Encoding.UTF8.GetBytes(text));

    public string File(string name, byte[] bytes)
    {
        string path = At(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>Writes a script for a POSIX shell that can be run as a program; returns its path.</summary>
    public string Program(string name, string text)
    {
        string path = File(name, text);
        if (!OperatingSystem.IsWindows())
            System.IO.File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return path;
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception e) when (OperatingSystem.IsWindows() && e is IOException or UnauthorizedAccessException)
        {
            // On Windows, libraries that this process has loaded cannot be deleted.
        }
    }
}

public abstract class FolderedTests : IDisposable
{
    protected TemporaryFolder Folder { get; } = new();

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }
}
