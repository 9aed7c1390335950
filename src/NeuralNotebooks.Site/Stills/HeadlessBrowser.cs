namespace NeuralNotebooks.Site;

/// <summary>Chromium, or a browser made from it, without a window and without a network.</summary>
internal sealed class HeadlessBrowser(string program)
{
    public string Program => program;

    /// <summary>Names one, or none if there is no such file.</summary>
    public const string Variable = "CHROMIUM";

    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(5);

    /// <summary>The one that the environment names, else one in the search path or where macOS and Windows have
    /// it.</summary>
    public static HeadlessBrowser? Find()
    {
        string? named = Environment.GetEnvironmentVariable(Variable);
        string? program = (named is null ? Usual() : [named]).FirstOrDefault(File.Exists);
        return program is null ? null : new(program);
    }

    /// <summary>What a page consists of after its scripts have run.</summary>
    /// <exception cref="IOException">The page cannot be written, or the browser cannot be started.</exception>
    public string Run(string page, CancellationToken cancellation)
    {
        string folder = Directory.CreateTempSubdirectory("nn-stills-").FullName;
        try
        {
            string file = Path.Combine(folder, "page.html");
            File.WriteAllText(file, page);
            return Shown(file, folder, cancellation);
        }
        finally
        {
            Delete(folder);
        }
    }

    private string Shown(string file, string folder, CancellationToken cancellation)
    {
        // The scripts' clock jumps over their pauses; the address of the proxy is one at which nobody answers.
        string[] options =
            ["headless", "disable-gpu", "no-first-run", "disable-extensions", $"user-data-dir={folder}",
                "proxy-server=127.0.0.1:9", "virtual-time-budget=600000", "dump-dom"];
        // As root, Chromium refuses to start with its own sandbox.
        if (Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows())
            options = [.. options, "no-sandbox"];
        string[] arguments = [.. options.Select(option => "--" + option), new Uri(file).AbsoluteUri];
        return OtherProgram.Run(program, arguments, "", _patience, cancellation).Output;
    }

    /// <summary>Its processes may still hold files for a moment: what remains is in the folder for temporary
    /// files.</summary>
    private static void Delete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }

    private static IEnumerable<string> Usual()
    {
        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        string[] places = OperatingSystem.IsWindows()
            ? [@"Google\Chrome\Application\chrome.exe", @"Microsoft\Edge\Application\msedge.exe"]
            : ["chromium", "chromium-browser", "google-chrome", "chrome"];
        if (OperatingSystem.IsWindows())
            folders =
            [
                .. ((string[])["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"])
                    .Select(Environment.GetEnvironmentVariable)
                    .OfType<string>(),
            ];
        return places
            .SelectMany(place => folders.Where(folder => folder.Length > 0)
                .Select(folder => Path.Combine(folder, place)))
            .Concat(["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                "/Applications/Chromium.app/Contents/MacOS/Chromium"]);
    }
}
