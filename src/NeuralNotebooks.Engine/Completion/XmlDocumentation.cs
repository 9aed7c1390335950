using System.Xml;
using System.Xml.Linq;

namespace NeuralNotebooks.Engine;

/// <summary>Finds the documentation of symbols: in the comments of cells, in the XML files beside libraries, and for
/// the framework's types in the XML files of the SDK.</summary>
internal static class XmlDocumentation
{
    private static readonly ConcurrentDictionary<(string? Assembly, string Id), XElement?> _found = [];
    private static readonly ConcurrentDictionary<string, string[]> _frameworkFiles = [];

    public static XElement? Of(ISymbol found, CellAnalysis cell)
    {
        ISymbol symbol = ((found as IMethodSymbol)?.ReducedFrom ?? found).OriginalDefinition;
        if (symbol.GetDocumentationCommentXml() is { Length: > 0 } comment)
            return Parse(comment);
        if (symbol.GetDocumentationCommentId() is not { } id || symbol.ContainingAssembly is not { } assembly)
            return null;
        string? file = (cell.Compilation.GetMetadataReference(assembly) as PortableExecutableReference)?.FilePath;
        return _found.GetOrAdd((file, id), key => Search(Files(key.Assembly, cell.Framework), key.Id));
    }

    private static IEnumerable<string> Files(string? assembly, FrameworkReferences framework)
    {
        if (assembly is null)
            return [];
        string beside = Path.ChangeExtension(assembly, ".xml");
        if (File.Exists(beside))
            return [beside];
        // The framework's types are documented under the names of the reference assemblies.
        string name = Path.GetFileNameWithoutExtension(assembly);
        return framework.Contains(name) && framework.Folder is { } folder
            ? _frameworkFiles.GetOrAdd(folder, FindFrameworkFiles)
                .OrderBy(file => Path.GetFileNameWithoutExtension(file) is var f && f == name ? 0
                    : f == "System.Runtime" ? 1 : 2)
            : [];
    }

    /// <summary>Searches the bytes without parsing: the files are large, and only one member is needed.</summary>
    private static XElement? Search(IEnumerable<string> files, string id)
    {
        string escaped = id.Replace("&", "&amp;").Replace("<", "&lt;");
        byte[] wanted = Encoding.UTF8.GetBytes($"<member name=\"{escaped}\">");
        foreach (string file in files)
        {
            ReadOnlySpan<byte> content = NamedFile.TryRead(() => NamedFile.ReadAllBytes(file), []);
            int start = content.IndexOf(wanted);
            if (start < 0)
                continue;
            ReadOnlySpan<byte> rest = content[start..];
            ReadOnlySpan<byte> end = "</member>"u8;
            int length = rest.IndexOf(end);
            return length < 0 ? null : Parse(Encoding.UTF8.GetString(rest[..(length + end.Length)]));
        }
        return null;
    }

    private static XElement? Parse(string xml)
    {
        try
        {
            return XElement.Parse(xml, LoadOptions.PreserveWhitespace);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>The newest reference pack of the SDK; none if only the runtime is installed.</summary>
    /// <param name="runtime">The folder <c>shared/Microsoft.NETCore.App/10.0.0</c> of the installation.</param>
    private static string[] FindFrameworkFiles(string runtime)
    {
        var packs = new DirectoryInfo(Path.Combine(runtime, "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref"));
        if (!packs.Exists)
            return [];
        DirectoryInfo? newest = packs
            .EnumerateDirectories()
            .MaxBy(pack => Version.TryParse(pack.Name.Split('-')[0], out Version? version) ? version : new Version());
        return newest is null
            ? []
            : [.. Directory.EnumerateFiles(Path.Combine(newest.FullName, "ref"), "*.xml", SearchOption.AllDirectories)];
    }
}
