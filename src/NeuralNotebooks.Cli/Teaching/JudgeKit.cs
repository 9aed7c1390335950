namespace NeuralNotebooks.Cli;

/// <summary>The kit's script for the processes that run submissions. They see the script in another folder, so its
/// paths must be absolute. The paths of an installed kit are relative; then a temporary copy with absolute paths is
/// made.</summary>
internal sealed class JudgeKit : IDisposable
{
    private readonly DirectoryInfo? _folder;

    public JudgeKit(BuiltKit? kit)
    {
        string? script = kit?.StudentScript;
        if (!File.Exists(script))
            return;
        Script = script;
        string absolute = ScriptLibraries.TextWithFullPaths(script);
        if (absolute == File.ReadAllText(script))
            return;
        _folder = Directory.CreateTempSubdirectory("nn-kit-");
        Script = Path.Combine(_folder.FullName, Path.GetFileName(script));
        File.WriteAllText(Script, absolute);
    }

    public string? Script { get; }

    public void Dispose() => _folder?.Delete(recursive: true);
}
