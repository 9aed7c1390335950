namespace NeuralNotebooks.Engine;

internal static class LibraryReference
{
    /// <returns>The assemblies to reference; empty for an assembly of the framework, which is always
    /// referenced.</returns>
    public static IReadOnlyList<Assembly> Load(ReferenceStep step, string notebookFolder, LibraryLoader libraries) =>
        Read(step, notebookFolder, libraries.IsFramework, libraries.LoadWithNeighbours);

    /// <summary>The files of the same assemblies, none of which is loaded.</summary>
    public static IReadOnlyList<string> Files(ReferenceStep step, string folder, FrameworkReferences framework) =>
        Read<string>(
            step, folder, framework.Contains,
            file => [.. ReferencedFiles.Of([file]).Where(found =>
                found == file || !framework.Contains(Path.GetFileNameWithoutExtension(found)))]);

    private static IReadOnlyList<T> Read<T>(
        ReferenceStep step, string notebookFolder, Func<string, bool> isFramework, Func<string, IReadOnlyList<T>> read)
    {
        string file = CellReader.PathOf(step.Reference, step.Folder, notebookFolder);
        if (!File.Exists(file))
        {
            string name = step.Reference.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)
                ? step.Reference[..^4] : step.Reference;
            if (isFramework(name))
                return [];
            if (Directory.Exists(file))
                throw Error($"{file} is a folder. Name a project or an assembly in it.");
            throw Error(
                $"The file of #r does not exist: {file}. Build the project that makes it (dotnet build), "
                    + $"or correct the path: "
                    + "it is relative to the notebook's folder. A package is named with #r \"nuget: Id, Version\".");
        }
        try
        {
            NamedFile.OpenRead(file).Dispose();
            return read(file);
        }
        catch (BadImageFormatException e)
        {
            throw Error($"{file} is not a .NET assembly.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Error($"{file} cannot be loaded. {e.Message}", e);
        }

        DirectiveException Error(string message, Exception? cause = null) => new(message, step.Place, cause);
    }
}
