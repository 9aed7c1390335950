#:property PublishAot=false
// Copies assemblies to a folder and changes the version of FSharp.Core that they reference to the kit's: otherwise .NET
// Interactive, which has another one, gives them that, and each call between them and Plotly.NET fails.
//   dotnet run build/fsharp-core.cs -- FSharp.Core.dll FOLDER ASSEMBLY.dll …
// Only the four numbers of a version in the table of references change.
using System.Buffers.Binary;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

Version version = AssemblyName.GetAssemblyName(args[0]).Version!;
int[] parts = [version.Major, version.Minor, version.Build, version.Revision];
foreach (string file in args[2..])
{
    byte[] image = File.ReadAllBytes(file);
    using PEReader reader = new(new MemoryStream(image));
    MetadataReader metadata = reader.GetMetadataReader();
    foreach (AssemblyReferenceHandle handle in metadata.AssemblyReferences)
    {
        if (metadata.GetString(metadata.GetAssemblyReference(handle).Name) != "FSharp.Core")
            continue;
        int row = reader.PEHeaders.MetadataStartOffset + metadata.GetTableMetadataOffset(TableIndex.AssemblyRef)
            + (MetadataTokens.GetRowNumber(handle) - 1) * metadata.GetTableRowSize(TableIndex.AssemblyRef);
        // A row begins with the version: major, minor, build, revision.
        for (int i = 0; i < parts.Length; i++)
            BinaryPrimitives.WriteUInt16LittleEndian(image.AsSpan(row + 2 * i), (ushort)parts[i]);
    }
    File.WriteAllBytes(Path.Combine(args[1], Path.GetFileName(file)), image);
}
