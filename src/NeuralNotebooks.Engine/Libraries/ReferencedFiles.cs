using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace NeuralNotebooks.Engine;

internal static class ReferencedFiles
{
    /// <summary>Assemblies, and those to which they refer directly or indirectly, as far as each is beside the one that
    /// refers to it. Files that do not exist are left out.</summary>
    /// <param name="except">The framework whose assemblies are left out, too; null for none.</param>
    public static IReadOnlyList<string> Of(IEnumerable<string> assemblies, FrameworkReferences? except = null) =>
        TransitiveClosure.Of(assemblies.Where(File.Exists), assembly => Beside(assembly).Where(file =>
            except?.Contains(Path.GetFileNameWithoutExtension(file)) != true));

    private static IEnumerable<string> Beside(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        if (!file.HasMetadata)
            return [];
        MetadataReader metadata = file.GetMetadataReader();
        return
        [
            .. metadata.AssemblyReferences.Select(metadata.GetAssemblyReference)
                .Select(reference => Path.Combine(
                    Path.GetDirectoryName(assembly)!, metadata.GetString(reference.Name) + ".dll"))
                .Where(File.Exists),
        ];
    }
}
