using NeuralNotebooks.Runner;

namespace NeuralNotebooks.Site;

/// <summary>Runs Chromium, or a browser based on it, without a window and without access to the network.</summary>
internal sealed class HeadlessBrowser(string program)
{
    public string Program => program;

    /// <summary>The environment variable with the browser's path. If there is no such file, no browser is
    /// used.</summary>
    public const string Variable = "CHROMIUM";

    private static readonly TimeSpan _timeLimit = TimeSpan.FromMinutes(5);

    /// <summary>Finds the browser that the environment variable names; without the variable, one in the search path or
    /// in the usual folders of macOS and Windows.</summary>
    public static HeadlessBrowser? Find()
    {
        string? named = Environment.GetEnvironmentVariable(Variable);
        string? program = named is null ? InstalledProgram.Find(UsualNames()) : File.Exists(named) ? named : null;
        return program is null ? null : new(program);
    }

    /// <summary>Opens a page, and returns its HTML after its scripts have run.</summary>
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
        // With virtual-time-budget, timers of scripts elapse without waiting. No program listens at the address of the
        // proxy, so that all requests to the network fail.
        string[] options =
            ["headless", "disable-gpu", "no-first-run", "disable-extensions", $"user-data-dir={folder}",
                "proxy-server=127.0.0.1:9", "virtual-time-budget=600000", "dump-dom"];
        // Chromium's sandbox does not work for root: without this option, it does not start.
        if (Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows())
            options = [.. options, "no-sandbox"];
        string[] arguments = [.. options.Select(option => "--" + option), new Uri(file).AbsoluteUri];
        return InstalledProgram.Run(new(program, arguments), limit: _timeLimit, cancellation: cancellation).Output;
    }

    /// <summary>Deletes the temporary folder. An error is ignored: processes of the browser may still have files open
    /// for a moment.</summary>
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

    private static IEnumerable<string> UsualNames() =>
        OperatingSystem.IsWindows()
            ? from file in (string[])[@"Google\Chrome\Application\chrome.exe", @"Microsoft\Edge\Application\msedge.exe"]
              from variable in (string[])["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"]
              let folder = Environment.GetEnvironmentVariable(variable)
              where !string.IsNullOrEmpty(folder)
              select Path.Combine(folder, file)
            :
            [
                "chromium", "chromium-browser", "google-chrome", "chrome",
                "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                "/Applications/Chromium.app/Contents/MacOS/Chromium",
            ];
}
