using System.Text.RegularExpressions;
using NeuralNotebooks.Runner;

namespace NeuralNotebooks.Cli;

/// <summary>
/// The kit's script for judged processes. They see it in another folder, so the paths in it must be absolute; those of
/// an installed kit are relative.
/// </summary>
internal sealed partial class JudgedKit : IDisposable
{
    private readonly DirectoryInfo? _folder;

    public JudgedKit()
        : this(BuiltKit.For(Directory.GetCurrentDirectory())?.StudentScript)
    {
    }

    /// <param name="script">The kit's script; null for none.</param>
    public JudgedKit(string? script)
    {
        if (!File.Exists(script))
            return;
        Script = script;
        string home = Path.GetDirectoryName(script)!,
            text = File.ReadAllText(script);
        string absolute = Reference().Replace(text, path => Path.GetFullPath(path.Value, home));
        if (absolute == text)
            return;
        _folder = Directory.CreateTempSubdirectory("nn-kit-");
        Script = Path.Combine(_folder.FullName, Path.GetFileName(script));
        File.WriteAllText(Script, absolute);
    }

    /// <summary>Null if there is no kit.</summary>
    public string? Script { get; }

    public void Dispose() => _folder?.Delete(recursive: true);

    [GeneratedRegex("(?<=^#r \")[^\"]+", RegexOptions.Multiline)]
    private static partial Regex Reference();
}
