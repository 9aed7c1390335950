using System.Globalization;

namespace NeuralNotebooks.Site;

/// <summary>The files of a folder that a server may serve: none that are hidden, none outside it.</summary>
internal sealed class ServedFolder(string folder)
{
    private const string Unknown = "application/octet-stream";

    private static readonly Dictionary<string, string> _types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".mjs"] = "text/javascript; charset=utf-8",
        [".json"] = "application/json",
        [".map"] = "application/json",
        [".webmanifest"] = "application/manifest+json",
        [".ipynb"] = "application/x-ipynb+json",
        [".wasm"] = "application/wasm",
        [".svg"] = "image/svg+xml",
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".gif"] = "image/gif",
        [".webp"] = "image/webp",
        [".ico"] = "image/x-icon",
        [".woff2"] = "font/woff2",
        [".pdf"] = "application/pdf",
        [".csv"] = "text/csv; charset=utf-8",
        [".md"] = "text/markdown; charset=utf-8",
        [".txt"] = "text/plain; charset=utf-8",
        [".xml"] = "application/xml",
        [".gz"] = "application/gzip",
    };

    private readonly string _folder = Path.GetFullPath(folder);

    /// <summary>The file or folder that the path of a URL names, or null if there is none that may be served.</summary>
    public FileSystemInfo? Find(string path)
    {
        string[] names = [.. path.Trim('/').Split('/').Select(Uri.UnescapeDataString)];
        if (path.Contains("//", StringComparison.Ordinal) || names.Any(name => name.StartsWith('.') || name.Any(c => c is '/' or '\\' or ':' || char.IsControl(c))))
            return null;

        string place = Path.Combine([_folder, .. names]);
        FileSystemInfo? found = Directory.Exists(place) ? new DirectoryInfo(place) : File.Exists(place) && !path.EndsWith('/') ? new FileInfo(place) : null;
        return found is not null && RealPath.IsIn(_folder, place) ? found : null;
    }

    public static string TypeOf(FileInfo file) => _types.GetValueOrDefault(file.Extension, Unknown);

    /// <summary>Changes when the file does.</summary>
    public static string TagOf(FileInfo file) => string.Create(CultureInfo.InvariantCulture, $"\"{file.LastWriteTimeUtc.Ticks:x}-{file.Length:x}\"");
}
