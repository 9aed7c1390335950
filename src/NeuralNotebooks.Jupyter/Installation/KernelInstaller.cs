namespace NeuralNotebooks.Jupyter.Installation;

/// <summary>Adds the kernel to the folders of Jupyter, and removes it. Runs in nn.</summary>
public sealed partial class KernelInstaller
{
    public const string OwnName = "neuralnotebooks-csharp";

    /// <summary>The kernel name in the notebooks of .NET Interactive and of the course.</summary>
    public const string SharedName = NotebookLanguage.KernelName;

    private const string OwnDisplayName = "C# (NeuralNotebooks)";

    private readonly string _jupyter, _programs;

    private KernelInstaller(string jupyter, string programs) => (_jupyter, _programs) = (jupyter, programs);

    /// <summary>All C# kernels that Jupyter can find, in its search order.</summary>
    public static IReadOnlyList<KernelSpec> Installed =>
        [.. JupyterFolders.All.Distinct().SelectMany(In).Where(spec => spec.IsCSharp || spec.IsOurs)];

    /// <summary>The kernels in all folders that this program can have written to.</summary>
    private IEnumerable<KernelSpec> All =>
        JupyterFolders.All.Append(JupyterFolders.DefaultUser).Append(_jupyter).SelectMany(In);

    private string Kernels => Path.Combine(_jupyter, "kernels");

    /// <summary>An installer for the current user. The environment variable <c>NEURALNOTEBOOKS_DATA</c> sets the folder
    /// for the program's files: only on Linux, the system has a variable for the user's data folder.</summary>
    public static KernelInstaller ForUser() =>
        new(
            JupyterFolders.User,
            Path.Combine(JupyterFolders.Variable("NEURALNOTEBOOKS_DATA") ?? UserFolder.Path, "kernel"));

    public static KernelInstaller ForPrefix(string prefix) =>
        new(JupyterFolders.Of(prefix), Path.Combine(Path.GetFullPath(prefix), "share", "neuralnotebooks", "kernel"));

    /// <summary>Whether Jupyter accepts a kernel name, and it is the name of a folder.</summary>
    public static bool IsName(string name) => NamePattern().IsMatch(name);

    /// <summary>Copies the program and writes its kernelspec, and a second one with the shared name if no other kernel
    /// has that name.</summary>
    public IReadOnlyList<KernelSpec> Install(string name = OwnName)
    {
        string own = Path.Combine(Kernels, name), shared = Path.Combine(Kernels, SharedName);
        if (KernelSpec.IsIn(own) && KernelSpec.Read(own) is not { IsOurs: true })
            throw new KernelNameTakenException(own);
        const string sharedDisplayName = NotebookLanguage.KernelDisplayName;
        string program = KernelFiles.CopyTo(_programs), dotnet = DotnetInstallation.Program,
            displayName = name == SharedName ? sharedDisplayName : OwnDisplayName;
        List<KernelSpec> written = [KernelSpec.Create(own, displayName, dotnet, program)];
        bool sharedIsFree = !KernelSpec.IsIn(shared) && !Installed.Any(spec => spec.Name == SharedName);
        if (name != SharedName && (sharedIsFree || KernelSpec.Read(shared) is { IsOurs: true }))
            written.Add(KernelSpec.Create(shared, sharedDisplayName, dotnet, program));
        written.ForEach(spec => spec.Write());
        KernelFiles.RemoveUnused(_programs, All, newest: 2);
        return written;
    }

    /// <summary>Removes the kernels of this program from this installer's folder, or only the named one, and then the
    /// program's files that no kernel uses any more.</summary>
    public IReadOnlyList<KernelSpec> Uninstall(string? name = null)
    {
        KernelSpec[] removed =
            [.. In(_jupyter).Where(spec => spec.IsOurs && (name is null || spec.Name == name))];
        foreach (KernelSpec spec in removed)
            Directory.Delete(spec.Folder, recursive: true);
        if (removed.Length > 0 && Directory.Exists(_programs))
        {
            KernelFiles.RemoveUnused(_programs, All, newest: 0);
            if (!Directory.EnumerateFileSystemEntries(_programs).Any())
                Directory.Delete(_programs);
        }
        return removed;
    }

    private static IEnumerable<KernelSpec> In(string jupyterFolder)
    {
        string kernels = Path.Combine(jupyterFolder, "kernels");
        return Directory.Exists(kernels)
            ? Directory
                .EnumerateDirectories(kernels)
                .Order(StringComparer.Ordinal)
                .Select(KernelSpec.Read)
                .OfType<KernelSpec>()
            : [];
    }

    [GeneratedRegex(@"^(?!\.+\z)[a-zA-Z0-9._-]+\z")]
    private static partial Regex NamePattern();
}

public sealed class KernelNameTakenException(string folder)
    : Exception($"There is another kernel in {folder}. Choose a name with --name.");
