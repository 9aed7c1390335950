using System.Runtime.Loader;

namespace NeuralNotebooks.Engine;

/// <summary>Loads each library that a notebook references once, into the default <see cref="AssemblyLoadContext"/>, so
/// that all code uses the same types.</summary>
/// <remarks>The dependencies of the libraries are searched in the libraries' folders and among the packages.</remarks>
internal sealed class LibraryLoader : IDisposable
{
    private readonly ConcurrentDictionary<string, string> _packageAssemblies = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Replaced as a whole, since any thread may load an assembly.</summary>
    private volatile string[] _folders = [], _nativeFiles = [];

    /// <summary>The assemblies of packages that have been loaded, or that are used in their place, by file.</summary>
    private readonly Dictionary<string, Assembly> _noted = new(StringComparer.Ordinal);

    private static readonly Lazy<HashSet<string>> _trusted = new(() => new(
        FrameworkReferences.TrustedFiles().Select(file => Path.GetFileNameWithoutExtension(file)),
        StringComparer.OrdinalIgnoreCase));

    private readonly AssemblyLoadContext[] _contexts;

    public LibraryLoader(FrameworkReferences framework, AssemblyLoadContext cells)
    {
        Framework = framework;
        _contexts = [AssemblyLoadContext.Default, cells];
        foreach (AssemblyLoadContext context in _contexts)
        {
            context.Resolving += Resolve;
            context.ResolvingUnmanagedDll += ResolveNative;
        }
    }

    public FrameworkReferences Framework { get; }

    /// <summary>Loads libraries, in whose folders dependencies are also searched from now on.</summary>
    public IReadOnlyList<Assembly> LoadLibraries(IReadOnlyList<string> files)
    {
        AddFolders(files);
        return [.. files.Select(Load)];
    }

    /// <summary>Loads the assemblies of packages, among which dependencies are also searched from now on.</summary>
    /// <param name="notes">Receives a sentence for each assembly of which a package asks for a newer version than the
    /// one that is used.</param>
    public IReadOnlyList<Assembly> LoadPackages(
        IReadOnlyList<string> assemblies, IEnumerable<string> nativeFiles, List<string> notes)
    {
        foreach (string file in assemblies)
            _packageAssemblies.TryAdd(Path.GetFileNameWithoutExtension(file), file);
        _nativeFiles = [.. _nativeFiles.Union(nativeFiles)];
        Assembly[] loaded = [.. assemblies.Select(file => LoadOfPackage(file, notes))];
        return [.. loaded.Where(assembly => !Framework.Contains(assembly.GetName().Name!))];
    }

    /// <summary>Loads what the build of projects has made. If a library of the same name is in use already, such as one
    /// of the kit, the project uses that one.</summary>
    /// <exception cref="FileLoadException">An assembly that was loaded has changed since.</exception>
    public IReadOnlyList<Assembly> LoadBuilt(IReadOnlyList<string> files, List<string> notes)
    {
        AddFolders(files);
        var loaded = new List<Assembly>();
        foreach (string file in files.Where(file => BuildId.Of(file) is not null))
        {
            string name = Path.GetFileNameWithoutExtension(file);
            Assembly? used = InUse(name);
            if (used is not null && used.ManifestModule.ModuleVersionId != BuildId.Of(file))
                notes.Add(_folders.Contains(Path.GetDirectoryName(used.Location))
                    ? throw new FileLoadException($"{name} has changed since it was loaded: restart the notebook.")
                    : $"{name} is in use already, from {used.Location}: the project uses that one.");
            loaded.Add(used ?? AssemblyLoadContext.Default.LoadFromAssemblyPath(file));
        }
        return loaded;
    }

    /// <summary>Loads an assembly of a package. What is loaded already, or belongs to the framework or to this program,
    /// is used in that version. Of an assembly that this program would load later, the newer version is used.</summary>
    private Assembly LoadOfPackage(string file, List<string> notes)
    {
        AssemblyName asked = AssemblyName.GetAssemblyName(file);
        string name = asked.Name!;
        if (!_noted.ContainsKey(file) && InUse(name) is { } used)
        {
            if (asked.Version > used.GetName().Version)
                notes.Add($"{name} {used.GetName().Version} is in use already, so a package that needs version "
                    + $"{asked.Version} may not work.");
            _noted[file] = used;
        }
        if (_noted.TryGetValue(file, out Assembly? known))
            return known;
        string newest = Framework.Supplied.TryGetValue(name, out string? own)
            && AssemblyName.GetAssemblyName(own).Version >= asked.Version ? own : file;
        return _noted[file] = AssemblyLoadContext.Default.LoadFromAssemblyPath(newest);
    }

    /// <summary>The assembly of a simple name that is loaded already, or that the runtime finds itself: one of the
    /// framework or of this program.</summary>
    private static Assembly? InUse(string name)
    {
        if (LoadedOrNull(name) is { } loaded)
            return loaded;
        try
        {
            return _trusted.Value.Contains(name)
                ? AssemblyLoadContext.Default.LoadFromAssemblyName(new AssemblyName(name)) : null;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    private static Assembly? LoadedOrNull(string name) =>
        AssemblyLoadContext.Default.Assemblies.FirstOrDefault(assembly =>
            string.Equals(assembly.GetName().Name, name, StringComparison.OrdinalIgnoreCase));

    public void Dispose()
    {
        foreach (AssemblyLoadContext context in _contexts)
        {
            context.Resolving -= Resolve;
            context.ResolvingUnmanagedDll -= ResolveNative;
        }
    }

    private void AddFolders(IEnumerable<string> files) =>
        _folders = [.. _folders.Union(files.Select(file => Path.GetDirectoryName(file)!))];

    private static Assembly Load(string file)
    {
        string name = AssemblyName.GetAssemblyName(file).Name!;
        if (LoadedOrNull(name) is not { } loaded)
            return AssemblyLoadContext.Default.LoadFromAssemblyPath(file);
        if (loaded.ManifestModule.ModuleVersionId != BuildId.Of(file))
            throw new FileLoadException(
                $"Another version of {name} is loaded already, from {loaded.Location}. Restart the notebook "
                    + $"to load {file}.");
        return loaded;
    }

    private Assembly? Resolve(AssemblyLoadContext context, AssemblyName name)
    {
        string? file = _packageAssemblies.GetValueOrDefault(name.Name!)
            ?? _folders.Select(folder => Path.Combine(folder, name.Name + ".dll")).FirstOrDefault(File.Exists);
        return file is null ? null : AssemblyLoadContext.Default.LoadFromAssemblyPath(file);
    }

    private IntPtr ResolveNative(Assembly assembly, string name)
    {
        string[] names = [name, name + ".dll", $"lib{name}.so", name + ".so", $"lib{name}.dylib", name + ".dylib"];
        IEnumerable<string> candidates = _nativeFiles
            .Where(file => names.Contains(Path.GetFileName(file), StringComparer.OrdinalIgnoreCase))
            .Concat(_folders.SelectMany(folder => names.Select(n => Path.Combine(folder, n))));
        foreach (string candidate in candidates)
            if (File.Exists(candidate) && NativeLibrary.TryLoad(candidate, out IntPtr handle))
                return handle;
        return IntPtr.Zero;
    }
}
