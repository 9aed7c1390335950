using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace NeuralNotebooks.Engine;

/// <summary>Loads each library that a notebook references once, into the default <see cref="AssemblyLoadContext"/>, so
/// that all code uses the same types.</summary>
/// <remarks>The dependencies of the libraries are searched in the libraries' folders and among the packages.</remarks>
internal sealed class LibraryLoader : IDisposable
{
    private readonly HashSet<string> _folders = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _packageAssemblies = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _nativeFiles = [];

    private readonly FrameworkReferences _framework;
    private readonly AssemblyLoadContext[] _contexts;

    /// <param name="framework">The assemblies that cells can use without a directive.</param>
    /// <param name="cells">The context of the cells.</param>
    public LibraryLoader(FrameworkReferences framework, AssemblyLoadContext cells)
    {
        _framework = framework;
        _contexts = [AssemblyLoadContext.Default, cells];
        foreach (AssemblyLoadContext context in _contexts)
        {
            context.Resolving += Resolve;
            context.ResolvingUnmanagedDll += ResolveNative;
        }
    }

    /// <summary>Loads a library, and the assemblies in the same folder that it references, since their types may be
    /// part of its API.</summary>
    /// <exception cref="BadImageFormatException">The file is not a .NET assembly.</exception>
    /// <exception cref="FileLoadException">Another file of this name is loaded already.</exception>
    public IReadOnlyList<Assembly> LoadWithNeighbours(string file)
    {
        string folder = Path.GetDirectoryName(file)!;
        _folders.Add(folder);
        var loaded = new Dictionary<string, Assembly>(StringComparer.OrdinalIgnoreCase);
        Add(file);
        return [.. loaded.Values];

        void Add(string path)
        {
            Assembly assembly = Load(path);
            if (!loaded.TryAdd(assembly.GetName().Name!, assembly))
                return;
            foreach (AssemblyName name in assembly.GetReferencedAssemblies())
            {
                string neighbour = Path.Combine(folder, name.Name + ".dll");
                if (!loaded.ContainsKey(name.Name!) && !IsFramework(name.Name!) && File.Exists(neighbour))
                    Add(neighbour);
            }
        }
    }

    /// <summary>Loads the assemblies of packages. From now on, dependencies are also searched among them, by
    /// name.</summary>
    public IReadOnlyList<Assembly> LoadPackages(IReadOnlyList<string> assemblies, IReadOnlyList<string> native)
    {
        foreach (string file in assemblies)
            _packageAssemblies.TryAdd(Path.GetFileNameWithoutExtension(file), file);
        _nativeFiles.AddRange(native.Except(_nativeFiles));
        return [.. assemblies.Where(file => !IsFramework(Path.GetFileNameWithoutExtension(file))).Select(Load)];
    }

    public void Dispose()
    {
        foreach (AssemblyLoadContext context in _contexts)
        {
            context.Resolving -= Resolve;
            context.ResolvingUnmanagedDll -= ResolveNative;
        }
    }

    /// <summary>Whether an assembly of this simple name belongs to the framework, even if a library is shipped with a
    /// file of that name.</summary>
    public bool IsFramework(string name) => _framework.Contains(name);

    private static Assembly Load(string file)
    {
        string name = AssemblyName.GetAssemblyName(file).Name!;
        if (AssemblyLoadContext.Default.Assemblies.FirstOrDefault(a => a.GetName().Name == name) is not { } loaded)
            return AssemblyLoadContext.Default.LoadFromAssemblyPath(file);
        if (loaded.ManifestModule.ModuleVersionId != VersionId(file))
            throw new FileLoadException(
                $"Another version of {name} is loaded already, from {loaded.Location}. Restart the notebook "
                    + $"to load {file}."
            );
        return loaded;
    }

    private static Guid VersionId(string file)
    {
        using var reader = new PEReader(File.OpenRead(file));
        MetadataReader metadata = reader.GetMetadataReader();
        return metadata.GetGuid(metadata.GetModuleDefinition().Mvid);
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
