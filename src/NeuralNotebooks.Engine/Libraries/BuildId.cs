using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace NeuralNotebooks.Engine;

internal static class BuildId
{
    /// <summary>What identifies the build of an assembly, with machine code or without; null if the file is no
    /// assembly. The id does not depend on other assemblies, nor on where the file is.</summary>
    public static Guid? Of(string file)
    {
        using var reader = new PEReader(File.OpenRead(file));
        if (!file.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) || !reader.HasMetadata)
            return null;
        MetadataReader metadata = reader.GetMetadataReader();
        return metadata.GetGuid(metadata.GetModuleDefinition().Mvid);
    }
}
