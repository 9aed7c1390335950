namespace NeuralNotebooks.Classroom;

/// <summary>A sandbox of Linux namespaces. Its file system has only the system's libraries, the framework, the judge,
/// the kit and the assignment's files, all read-only, and a small scratch folder. It has a separate process space, no
/// network, and none of the grader's environment variables.</summary>
/// <remarks>If the grader is root, each process runs as a different unprivileged user, with an id from a range that
/// Linux distributions leave unused. An ordinary user, or root in a container, may not be allowed to create namespaces
/// directly. Then each process runs as the grader's user in a new user namespace, where the kernel counts its threads
/// separately.</remarks>
internal abstract class LinuxSandbox : Sandbox
{
    protected const string Notebook = "/notebook";

    /// <summary>The scratch folder, the only one with write access.</summary>
    private const string Temporary = "/tmp";

    private const int SysAdmin = 21; // CAP_SYS_ADMIN.

    private const int FirstUser = 1_900_000_000, UsersPerGrader = 10_000;

    private static readonly string[] _systemFiles =
        ["/etc/ld.so.cache", "/etc/ld-musl-x86_64.path", "/etc/ld-musl-aarch64.path"];

    /// <summary>What a program needs of the folder of .NET. In a user's home this folder also contains private keys and
    /// tools.</summary>
    private static readonly string[] _dotnet = ["dotnet", "host", "shared"];

    private static int _users;

    /// <summary>Whether this process may create namespaces without a user namespace. Root in a container often may
    /// not.</summary>
    protected static bool MayChangeNamespaces { get; } =
        Environment.IsPrivilegedProcess && (Capabilities() & 1L << SysAdmin) != 0;

    internal IReadOnlyList<string> SystemFolders { get; init; } =
        ["/usr/lib", "/usr/lib64", "/usr/lib32", "/lib", "/lib64"];

    protected sealed override IEnumerable<string> Enter(
        string verb, JudgeFolder folder, SandboxLimits limits, int core, string scratch)
    {
        string limiter = Needed("prlimit"), user = Needed("setpriv");
        return
        [
            .. InstalledProgram.Find("taskset") is { } taskset && Core(core, AllowedCores()) is { } number
                ? [taskset, "-c", Number(number)]
                : Array.Empty<string>(),
            .. Enter([.. Mounts(verb, folder, [limiter, user])], scratch),
            limiter, $"--nproc={Number(SandboxLimits.Threads)}", $"--fsize={Number(2 * SandboxLimits.Disk)}",
            "--core=0", "--nofile=1024",
            .. limits.Cpu is { } cpu ? [$"--cpu={Number((int)Math.Ceiling(cpu.TotalSeconds))}"] : Array.Empty<string>(),
            "--", user, "--no-new-privs", "--inh-caps=-all",
            .. MayChangeNamespaces ? AsOwnUser() : DropPrivileges,
            "--",
        ];
    }

    protected sealed override ControlGroup? Group(SandboxLimits limits) => ControlGroup.Create(limits);

    protected sealed override Dictionary<string, string?> Variables =>
        new() { ["HOME"] = Temporary, ["TMPDIR"] = Temporary };

    protected sealed override bool HasOwnProcesses => true;

    /// <summary>Arguments of setpriv that drop the capabilities of a process in its user namespace, if the grader is
    /// not root.</summary>
    protected virtual string[] DropPrivileges => [];

    protected abstract IEnumerable<string> Enter(IReadOnlyList<Mount> mounts, string scratch);

    protected static string Needed(string program) =>
        InstalledProgram.Find(program) ?? throw new JudgeException($"{program} is not installed.");

    protected static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string[] AsOwnUser()
    {
        string id = Number(
            FirstUser + Environment.ProcessId % UsersPerGrader * UsersPerGrader
                + Interlocked.Increment(ref _users) % UsersPerGrader);
        return ["--bounding-set=-all", "--reuid", id, "--regid", id, "--clear-groups"];
    }

    private IEnumerable<Mount> Mounts(string verb, JudgeFolder folder, string[] programs)
    {
        foreach (string system in SystemFolders)
        {
            if (new DirectoryInfo(system) is { LinkTarget: { } target })
                yield return new Mount(target, system, MountKind.Link);
            else if (Directory.Exists(system))
                yield return new Mount(system, system);
        }
        // If nn or its clone is in such a folder, its other files are hidden.
        string own = RealPath.Of(BuiltKit.For(AppContext.BaseDirectory)?.Root ?? AppContext.BaseDirectory)!;
        if (SystemFolders.Any(system => RealPath.IsIn(system, own)))
            yield return new Mount("", own, MountKind.Empty);
        foreach (string shown in _systemFiles.Where(File.Exists).Concat(programs)
                .Concat(_dotnet.Select(part => Path.Combine(DotnetInstallation.Folder, part)).Where(Path.Exists))
                .Concat(JudgeProgram.FilesFor(verb))
                .Concat(folder.Libraries))
            yield return new Mount(shown, shown);
        foreach ((string name, string file) in folder.Files)
            yield return new Mount(file, $"{Notebook}/{name}");
    }

    /// <summary>The capabilities of this process; all bits are set if the system does not report them.</summary>
    private static long Capabilities()
    {
        const string status = "/proc/self/status", field = "CapEff:";
        string? line = File.Exists(status)
            ? File.ReadLines(status).FirstOrDefault(line => line.StartsWith(field, StringComparison.Ordinal))
            : null;
        return line is null
            ? -1
            : long.Parse(line.AsSpan(field.Length).Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    }

    /// <summary>The number of the processor for an index among those that this process may use; null if it may use none
    /// of the first 64.</summary>
    internal static int? Core(int index, long mask)
    {
        int[] allowed = [.. Enumerable.Range(0, 64).Where(i => (mask >> i & 1) != 0)];
        return allowed.Length == 0 ? null : allowed[index % allowed.Length];
    }

    private static long AllowedCores()
    {
        using Process self = Process.GetCurrentProcess();
        return OperatingSystem.IsLinux() ? self.ProcessorAffinity : 1;
    }

    /// <param name="From">A file or folder, or the target of a link.</param>
    protected sealed record Mount(string From, string To, MountKind Kind = MountKind.Bind);

    protected enum MountKind
    {
        Bind,
        Link,

        /// <summary>An empty folder, into which later mounts put files. It is read-only when all are done.</summary>
        Empty,
    }
}
