#:property PublishAot=false
// Changes the references to FSharp.Core in a folder's assemblies, so that all name the version that is in the folder:
//   dotnet run build/fsharp-core.cs -- artifacts/kit
// Plotly.NET references FSharp.Core 10.1, but two assemblies that it uses reference 5.0. If a notebook host contains a
// version of FSharp.Core between these two, the two assemblies get that version and Plotly.NET gets 10.1, and each call
// between them fails. Only the four numbers of a version in the table of references change.
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
