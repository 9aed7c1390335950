using System.Text.Json.Nodes;

namespace Notebooks.Tests;

/// <summary>A copy of a notebook in which every checkpoint is answered by its own folded solution, in a folder of its
/// own.</summary>
public sealed class SolvedNotebook : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("solved-").FullName;

    public SolvedNotebook(CourseNotebook notebook)
    {
        JsonNode document = JsonNode.Parse(notebook.Text)!;
        foreach (Checkpoint checkpoint in Checkpoint.Of(notebook))
        {
            document["cells"]![checkpoint.Starter.Number - 1]!["source"] = checkpoint.Solution;
        }
        Path = System.IO.Path.Combine(_folder, System.IO.Path.GetFileName(notebook.Path));
        File.WriteAllText(Path, document.ToJsonString());
        File.Copy(System.IO.Path.Combine(CourseNotebook.Folder, "kit.csx"), System.IO.Path.Combine(_folder, "kit.csx"));
    }

    public string Path { get; }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
