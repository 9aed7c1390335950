namespace NeuralNotebooks.Benchmarks;

/// <summary>Another Linux system in a folder, in which this program runs itself: what it is compared with, such as
/// OpenBLAS and PyTorch, is then what that system has. A folder of Debian's packages is a root for chroot; bubblewrap
/// enters it without root privileges, with this machine's .NET, the repository and the home folder at their
/// places.</summary>
internal static class PeersRoot
{
    public static string? Problem(string folder) =>
        !OperatingSystem.IsLinux() ? "it needs Linux."
        : !Directory.Exists(folder) ? "there is no such folder."
        : !File.Exists(Path.Combine(folder, "usr/bin/env"))
            ? "it is not the root of a Linux system: it has no usr/bin/env. docs/speed.md shows how to make one."
        : null;

    public static int Run(string folder, IEnumerable<string> arguments, TextWriter progress)
    {
        ProcessStartInfo start = new("bwrap", Arguments(folder, arguments));
        try
        {
            using Process process = Process.Start(start)!;
            process.WaitForExit();
            return process.ExitCode;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            progress.WriteLine(
                $"--peers needs bubblewrap, which does not start ({e.Message}). On Debian and Ubuntu: "
                    + "apt install bubblewrap");
            return ExitCode.CannotCompare;
        }
    }

    internal static string[] Arguments(string folder, IEnumerable<string> arguments)
    {
        string dotnet = ChildProcess.DotnetFolder,
            home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile),
            temporary = Path.GetFullPath(Path.GetTempPath());
        return
        [
            "--bind", Path.GetFullPath(folder), "/", "--dev-bind", "/dev", "/dev", "--proc", "/proc",
            "--ro-bind", "/sys", "/sys", "--bind", temporary, temporary, "--bind", home, home,
            "--bind", Repository.Root, Repository.Root, "--ro-bind", dotnet, dotnet, "--die-with-parent",
            // Its packages need not include ICU.
            "--setenv", "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1",
            "--setenv", "PATH", $"{dotnet}:/usr/local/bin:/usr/bin:/bin",
            .. ChildProcess.Command(arguments),
        ];
    }
}
