namespace NeuralNotebooks.Engine;

/// <summary>The libraries that a script, such as that of the kit, refers to with <c>#r "file"</c>.</summary>
public static class ScriptLibraries
{
    public static IEnumerable<string> Of(string script) =>
        In(NamedFile.ReadAllText(script), script).Select(library => library.Path);

    /// <summary>The text of a script's file with full paths of its libraries, so that a copy in another folder refers
    /// to the same files.</summary>
    public static string TextWithFullPaths(string script)
    {
        string text = NamedFile.ReadAllText(script);
        string[] lines = text.Split('\n');
        foreach ((string path, int line) in In(text, script))
            lines[line - 1] = $"#r \"{path}\"";
        return string.Join('\n', lines);
    }

    internal static IEnumerable<(string Path, int Line)> In(string text, string script)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(script))!;
        return Directive.FindAll(text).Values
            .Where(directive => directive.Name == "#r" && CellReader.AfterNuget(directive.Argument) is null)
            .Select(directive => (Path.GetFullPath(directive.Argument, folder), directive.Line));
    }
}
