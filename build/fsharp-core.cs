#:property PublishAot=false
// Raises the references of a folder's assemblies to FSharp.Core to the version of the FSharp.Core that is there:
//   dotnet run build/fsharp-core.cs -- artifacts/kit
// Plotly.NET asks for FSharp.Core 10.1, but two assemblies that it uses ask for 5.0: a notebook host that contains an
// FSharp.Core between the two gives them that one, and each call between them and Plotly.NET fails. No code changes,
// only four numbers in the table of references.
using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

const string Raised = "FSharp.Core";

Version version = AssemblyName.GetAssemblyName(Path.Combine(args[0], Raised + ".dll")).Version!;
foreach (string file in Directory.GetFiles(args[0], "*.dll"))
{
    byte[] image = File.ReadAllBytes(file);
    using PEReader reader = new(new MemoryStream(image));
    MetadataReader metadata = reader.GetMetadataReader();
    foreach (AssemblyReferenceHandle handle in metadata.AssemblyReferences)
    {
        AssemblyReference reference = metadata.GetAssemblyReference(handle);
        if (metadata.GetString(reference.Name) != Raised || reference.Version >= version)
            continue;
        int row = reader.PEHeaders.MetadataStartOffset + metadata.GetTableMetadataOffset(TableIndex.AssemblyRef)
            + (MetadataTokens.GetRowNumber(handle) - 1) * metadata.GetTableRowSize(TableIndex.AssemblyRef);
        // A row begins with the version: major, minor, build, revision.
        int[] parts = [version.Major, version.Minor, version.Build, version.Revision];
        for (int i = 0; i < parts.Length; i++)
            BinaryPrimitives.WriteUInt16LittleEndian(image.AsSpan(row + 2 * i), (ushort)parts[i]);
        File.WriteAllBytes(file, image);
    }
}
