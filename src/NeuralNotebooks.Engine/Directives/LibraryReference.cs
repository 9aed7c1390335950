namespace NeuralNotebooks.Engine;

internal static class LibraryReference
{
    /// <summary>Uses the files of a library and of the assemblies beside it to which it refers, which may be in its
    /// API.</summary>
    /// <param name="use">Loads the files, for example.</param>
    /// <returns>Empty for an assembly of the framework, which is always referenced.</returns>
    public static IReadOnlyList<T> Read<T>(
        ReferenceStep step, string notebookFolder, FrameworkReferences framework,
        Func<IReadOnlyList<string>, IReadOnlyList<T>> use)
    {
        string file = CellReader.PathOf(step.Reference, step.Folder, notebookFolder);
        if (!File.Exists(file))
        {
            string name = step.Reference.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)
                ? step.Reference[..^4] : step.Reference;
            if (framework.Contains(name))
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
            return use(ReferencedFiles.Of([file], framework));
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
