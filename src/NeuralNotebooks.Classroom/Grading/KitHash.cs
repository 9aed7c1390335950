using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace NeuralNotebooks.Classroom;

/// <summary>A hash of the files that a session uses besides notebooks: the kit's libraries, the judge with its engine
/// and compiler, and the data files of the released notebook and the tests.</summary>
internal static class KitHash
{
    /// <summary>The modules of the judge. The id of a module does not depend on those that it refers to.</summary>
    private static IReadOnlyList<Module> Judge { get; } =
        [.. ((Type[])[
            typeof(KitHash),
            typeof(AssignmentSource),
            typeof(CellCompiler),
            typeof(JudgeMessage),
            typeof(CSharpSession),
            typeof(DotnetInstallation),
            typeof(SyntaxNode),
            typeof(CSharpSyntaxTree),
        ]).Select(type => type.Module)];

    /// <summary>The hash, which does not depend on the location of the files.</summary>
    public static string Of(AssignmentSource source, string? kitScript)
    {
        var folder = JudgedFolder.Of(source, source.Tasks, kitScript);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (Module module in Judge)
            hash.AppendData(module.ModuleVersionId.ToByteArray());
        foreach (string library in folder.Libraries.OrderBy(Path.GetFileName, StringComparer.Ordinal))
        {
            using var file = new PEReader(File.OpenRead(library));
            if (!file.HasMetadata)
                continue;
            MetadataReader metadata = file.GetMetadataReader();
            hash.AppendData(metadata.GetGuid(metadata.GetModuleDefinition().Mvid).ToByteArray());
        }
        foreach ((string name, string path) in folder.Files.OrderBy(file => file.Key, StringComparer.Ordinal)
                .Where(file => file.Key != CellCompiler.KitScript))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(name));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(path)));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
