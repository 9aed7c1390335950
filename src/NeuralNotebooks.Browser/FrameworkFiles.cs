using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace NeuralNotebooks.Browser;

/// <summary>The assemblies of the framework that the first download of a page leaves out. They are fetched when an
/// assembly of a package needs them.</summary>
/// <param name="files">The paths of their files, which do not exist until they are fetched.</param>
internal sealed class FrameworkFiles(IEnumerable<string> files)
{
    private readonly Dictionary<string, string> _files =
        files.ToDictionary(file => Path.GetFileNameWithoutExtension(file));

    /// <summary>For each assembly with forwarded types, where they are: full name → simple name of the
    /// assembly.</summary>
    private readonly Dictionary<string, Dictionary<string, string>> _forwards = [];

    /// <summary>Fetches the assemblies that others use, and those that these use.</summary>
    /// <returns>The paths of their files.</returns>
    public async Task<IReadOnlyList<string>> BringFilesForAsync(
        IReadOnlyList<string> assemblies, CancellationToken cancellation)
    {
        HashSet<string> seen = [.. assemblies.Select(file => Path.GetFileNameWithoutExtension(file))];
        var found = new List<string>();
        for (IReadOnlyList<string> next = assemblies; next.Count > 0;)
        {
            next = [.. next.SelectMany(UsedBy).Where(seen.Add).Where(_files.ContainsKey).Select(name => _files[name])];
            await PagePackages.BringAsync(next, cancellation);
            found.AddRange(next);
        }
        return found;
    }

    /// <summary>The simple names of the assemblies that an assembly references, and of those that have the types which
    /// it uses by way of an assembly such as netstandard.</summary>
    private IEnumerable<string> UsedBy(string file)
    {
        using var reader = new PEReader(File.OpenRead(file));
        MetadataReader metadata = reader.GetMetadataReader();
        var used = metadata.AssemblyReferences
            .Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))
            .ToHashSet();
        foreach (TypeReference type in metadata.TypeReferences.Select(metadata.GetTypeReference))
            if (type.ResolutionScope.Kind == HandleKind.AssemblyReference
                && ForwardsOf(metadata.GetString(
                        metadata.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name))
                    .TryGetValue(NameOf(metadata, type.Namespace, type.Name), out string? place))
                used.Add(place);
        return used;
    }

    private unsafe Dictionary<string, string> ForwardsOf(string assembly)
    {
        if (_forwards.TryGetValue(assembly, out Dictionary<string, string>? known))
            return known;
        known = _forwards[assembly] = [];
        try
        {
            if (!Assembly.Load(assembly).TryGetRawMetadata(out byte* blob, out int length))
                return known;
            var metadata = new MetadataReader(blob, length);
            foreach (ExportedType type in metadata.ExportedTypes.Select(metadata.GetExportedType))
                if (type.IsForwarder && type.Implementation.Kind == HandleKind.AssemblyReference)
                    known[NameOf(metadata, type.Namespace, type.Name)] = metadata.GetString(
                        metadata.GetAssemblyReference((AssemblyReferenceHandle)type.Implementation).Name);
        }
        catch (FileNotFoundException)
        {
            // An assembly of a package, or one that is fetched next.
        }
        return known;
    }

    private static string NameOf(MetadataReader metadata, StringHandle space, StringHandle name) =>
        $"{metadata.GetString(space)}.{metadata.GetString(name)}";
}
