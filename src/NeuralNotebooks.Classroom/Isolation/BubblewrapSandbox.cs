using System.Diagnostics;
using System.Globalization;
using NeuralNotebooks.Runner;

namespace NeuralNotebooks.Classroom;

/// <summary>
/// Linux: a process that bubblewrap gives a file system with the framework, the kit and the assignment's files, all read-only, and a small
/// scratch folder; a process space of its own; no network; and an environment that says nothing of the grader's.
/// </summary>
/// <remarks>
/// Where the grader is root, each process is a user of its own, without rights, from a range of ids that Linux distributions leave unused. Where
/// it is an ordinary user, it is that user in a user namespace of its own, in which the kernel counts its threads apart.
/// </remarks>
internal sealed class BubblewrapSandbox : Sandbox
{
    private const int FirstUser = 1_900_000_000, UsersPerGrader = 10_000, Nobody = 65534;
    private const string Notebook = "/notebook";

    private static readonly string[] _systemFolders = ["/usr/lib", "/usr/lib64", "/usr/lib32", "/lib", "/lib64"];
    private static readonly string[] _systemFiles = ["/etc/ld.so.cache", "/etc/ld-musl-x86_64.path"];

    private static int _users;

    /// <inheritdoc/>
    public override SandboxedStart Prepare(string verb, JudgedFolder folder, SandboxLimits limits, int core)
    {
        bool isRoot = Environment.IsPrivilegedProcess;
        string limiter = ProgramFile.Find("prlimit") ?? throw new JudgeException("prlimit (util-linux) is not installed.");
        string? user = isRoot ? ProgramFile.Find("setpriv") ?? throw new JudgeException("setpriv (util-linux) is not installed.") : null;
        var arguments = new List<string>();
        if (ProgramFile.Find("taskset") is { } taskset)
            arguments.AddRange([taskset, "-c", Core(core)]);
        arguments.Add(ProgramFile.Find("bwrap") ?? throw new JudgeException("bubblewrap is not installed."));
        if (!isRoot)
            arguments.AddRange(["--unshare-user", "--uid", Number(Nobody), "--gid", Number(Nobody)]);
        arguments.AddRange(["--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts", "--unshare-cgroup-try", "--die-with-parent", "--new-session", "--hostname", "judged"]);
        arguments.AddRange(FileSystem(folder, [limiter, .. user is null ? [] : new[] { user }]));
        arguments.AddRange(["--chdir", Notebook, "--", limiter, $"--nproc={Number(SandboxLimits.Threads)}", $"--fsize={Number(2 * SandboxLimits.Disk)}", "--core=0", "--nofile=1024", "--"]);
        if (user is not null)
        {
            string id = Number(FirstUser + Environment.ProcessId % UsersPerGrader * UsersPerGrader + Interlocked.Increment(ref _users) % UsersPerGrader);
            arguments.AddRange([user, "--reuid", id, "--regid", id, "--clear-groups", "--no-new-privs", "--inh-caps=-all", "--bounding-set=-all", "--"]);
        }
        arguments.AddRange([DotnetInstallation.Program, "exec", Program, verb]);
        var start = new ProcessStartInfo(arguments[0], arguments.Skip(1)) { WorkingDirectory = "/" };
        start.Environment.Clear();
        foreach ((string name, string value) in Settings(limits))
            start.Environment[name] = value;
        start.Environment["HOME"] = start.Environment["TMPDIR"] = "/tmp";
        return new SandboxedStart(start, Mark: null, Scratch: null);
    }

    private static List<string> FileSystem(JudgedFolder folder, string[] programs)
    {
        var arguments = new List<string>();
        var made = new HashSet<string>(StringComparer.Ordinal) { "/" };
        foreach (string system in _systemFolders)
        {
            if (new DirectoryInfo(system) is { LinkTarget: { } target })
                arguments.AddRange(["--symlink", target, system]);
            else if (Directory.Exists(system))
                Bind(system, system);
        }
        foreach (string file in _systemFiles.Where(File.Exists).Concat(programs))
            Bind(file, file);
        foreach (string shown in (string[])[DotnetInstallation.Folder, Path.GetDirectoryName(Program)!, .. folder.KitFolders])
            Bind(shown, shown);
        Make(Notebook);
        foreach ((string name, string file) in folder.Files)
            Bind(file, $"{Notebook}/{name}");
        arguments.AddRange(["--perms", "1777", "--size", Number(SandboxLimits.Disk), "--tmpfs", "/tmp", "--proc", "/proc", "--dev", "/dev", "--remount-ro", "/dev", "--remount-ro", "/"]);
        return arguments;

        void Bind(string from, string to)
        {
            Make(Path.GetDirectoryName(to)!);
            arguments.AddRange(["--ro-bind", from, to]);
        }

        // Bubblewrap makes the folders above a mount for its own user only.
        void Make(string path)
        {
            if (!made.Add(path))
                return;
            Make(Path.GetDirectoryName(path)!);
            arguments.AddRange(["--dir", path]);
        }
    }

    /// <summary>The number of the processor: one of those that this process may use.</summary>
    private static string Core(int core)
    {
        using Process self = Process.GetCurrentProcess();
        long mask = OperatingSystem.IsLinux() ? self.ProcessorAffinity : 1;
        int[] allowed = [.. Enumerable.Range(0, 64).Where(i => (mask >> i & 1) != 0)];
        return Number(allowed[core % allowed.Length]);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
