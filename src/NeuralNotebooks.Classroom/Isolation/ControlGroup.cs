namespace NeuralNotebooks.Classroom;

/// <summary>A Linux control group that limits the memory and the processor time of a judge process. Unlike other
/// limits, it counts shared memory that is not mapped, and cannot be avoided by choosing another processor. Creating
/// one needs write access to the system's control groups, which usually only root has.</summary>
/// <param name="Folders">Its folders: one in version 2 of control groups, one for each limit in version 1.</param>
internal sealed record ControlGroup(IReadOnlyList<string> Folders)
{
    private const string Groups = "/sys/fs/cgroup", Own = "/proc/self/cgroup";

    /// <summary>The length of a period (µs), and also the processor time allowed in it: the time of one
    /// processor.</summary>
    private const string Period = "100000";

    /// <summary>The files that count processes killed for lack of memory, in version 2 and in version 1.</summary>
    private static readonly string[] _events = ["memory.events", "memory.oom_control"];

    /// <summary>A shell script that enters the groups given as arguments before "--", and runs the command given after
    /// it.</summary>
    private const string Script =
        """while [ "$1" != -- ]; do echo $$ > "$1/cgroup.procs" || exit; shift; done; shift; exec "$@" """;

    public bool HasExceeded =>
        Folders.SelectMany(folder => _events.Select(file => Path.Combine(folder, file))).Where(File.Exists)
            .SelectMany(File.ReadLines)
            .Any(line => line.StartsWith("oom_kill ", StringComparison.Ordinal) && line is not [.., ' ', '0']);

    public IEnumerable<string> Enter => [InstalledProgram.Find("sh")!, "-c", Script, "sh", .. Folders, "--"];

    /// <summary>Creates a group with the limits that can be set on this machine; null if none can.</summary>
    public static ControlGroup? Create(SandboxLimits limits)
    {
        string memory = limits.MemoryBytes.ToString(CultureInfo.InvariantCulture);
        string[] folders = [.. Places(memory).Select(Create).OfType<string>()];
        return folders.Length > 0 ? new(folders) : null;
    }

    /// <returns>False if a process is still in it.</returns>
    public bool Delete() => Folders.All(Remove);

    private static string? Create((string Root, (string File, string Value)[] Limits) place)
    {
        string folder = Path.Combine(place.Root, $"nn-{Guid.NewGuid():N}");
        try
        {
            if (!Directory.Exists(place.Root))
                return null;
            Directory.CreateDirectory(folder);
            (string File, string Value)[] known =
                [.. place.Limits.Where(limit => File.Exists(Path.Combine(folder, limit.File)))];
            foreach ((string file, string value) in known)
                File.WriteAllText(Path.Combine(folder, file), value);
            if (known.Length > 0)
                return folder;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The grader has no permission.
        }
        Remove(folder);
        return null;
    }

    /// <summary>The folders in which groups can be created, and the files of the limits with their values. The folder
    /// is chosen so that the limits of the grader's group also apply. In version 2 it is the parent of the grader's
    /// group, since a group with processes cannot contain other groups. In version 1 it is the grader's group
    /// itself.</summary>
    private static IEnumerable<(string Root, (string File, string Value)[] Limits)> Places(string memory)
    {
        foreach (string[] line in File.Exists(Own) ? File.ReadLines(Own).Select(line => line.Split(':', 3)) : [])
        {
            if (line is [_, "", { Length: > 1 } path])
                yield return (
                    Path.GetDirectoryName(Groups + path)!, [("memory.max", memory), ("cpu.max", $"{Period} {Period}")]);
            else if (line is [_, { Length: > 0 } controllers, var own])
                foreach (string controller in controllers.Split(',').Intersect(["memory", "cpu"]))
                    yield return (
                        $"{Groups}/{controllers}{own}",
                        controller == "memory"
                            ? [("memory.limit_in_bytes", memory)]
                            : [("cpu.cfs_period_us", Period), ("cpu.cfs_quota_us", Period)]);
        }
    }

    private static bool Remove(string folder) => NamedFile.Try(() =>
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder);
    });
}
