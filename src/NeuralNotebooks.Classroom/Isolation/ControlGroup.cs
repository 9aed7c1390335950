namespace NeuralNotebooks.Classroom;

/// <summary>
/// A control group that limits a judged process: its memory, also what it shares and no address space shows, and its
/// processors, whichever of them it chooses to run on. It can be made where the grader may write to the system's
/// control groups, which is mostly root's.
/// </summary>
/// <param name="Folders">Its folders: in version 1 of control groups each limit has one of its own.</param>
internal sealed record ControlGroup(IReadOnlyList<string> Folders)
{
    private const string Groups = "/sys/fs/cgroup", Own = "/proc/self/cgroup";

    /// <summary>The processor time (µs) in each period of as many, which is the time of one processor.</summary>
    private const string Period = "100000";

    /// <summary>The files that count what the system has ended: in version 2, and in version 1.</summary>
    private static readonly string[] _events = ["memory.events", "memory.oom_control"];

    /// <summary>Enters the groups that are arguments up to "--", and runs the others.</summary>
    private const string Script =
        """while [ "$1" != -- ]; do echo $$ > "$1/cgroup.procs" || exit; shift; done; shift; exec "$@" """;

    /// <summary>Whether the system has ended a process of it for its memory.</summary>
    public bool HasExceeded =>
        Folders.SelectMany(folder => _events.Select(file => Path.Combine(folder, file)))
            .Where(File.Exists)
            .SelectMany(File.ReadLines)
            .Any(line => line.StartsWith("oom_kill ", StringComparison.Ordinal) && line is not [.., ' ', '0']);

    /// <summary>The command prefix that enters it.</summary>
    public IEnumerable<string> Enter => [ProgramFile.Find("sh")!, "-c", Script, "sh", .. Folders, "--"];

    /// <summary>Makes a group with those limits that can be set here; null if none can.</summary>
    public static ControlGroup? Create(SandboxLimits limits)
    {
        string memory = limits.MemoryBytes.ToString(CultureInfo.InvariantCulture);
        string[] folders = [.. Places(memory).Select(place => Create(place.Root, place.Limits)).OfType<string>()];
        return folders.Length > 0 ? new(folders) : null;
    }

    /// <summary>Removes it.</summary>
    /// <returns>False if a process is still in it.</returns>
    public bool Delete() => Folders.All(Remove);

    /// <returns>The folder; null if it cannot be made, or has none of the limits.</returns>
    private static string? Create(string root, (string File, string Value)[] limits)
    {
        string folder = Path.Combine(root, $"nn-{Guid.NewGuid():N}");
        try
        {
            if (!Directory.Exists(root))
                return null;
            Directory.CreateDirectory(folder);
            (string File, string Value)[] known =
            [
                .. limits.Where(limit => File.Exists(Path.Combine(folder, limit.File))),
            ];
            foreach ((string file, string value) in known)
                File.WriteAllText(Path.Combine(folder, file), value);
            if (known.Length > 0)
                return folder;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The system does not let us.
        }
        Remove(folder);
        return null;
    }

    /// <summary>Where a group has the limits of the grader's own, too, and the files of its limits with their values:
    /// in version 2 beside that, since groups with processes have no others in them, and in version 1 in it.</summary>
    private static IEnumerable<(string Root, (string File, string Value)[] Limits)> Places(string memory)
    {
        foreach (string[] line in File.Exists(Own) ? File.ReadLines(Own).Select(line => line.Split(':', 3)) : [])
        {
            if (line is [_, "", { Length: > 1 } path])
                yield return (
                    Path.GetDirectoryName(Groups + path)!,
                    [("memory.max", memory), ("cpu.max", $"{Period} {Period}")]
                );
            else if (line is [_, { Length: > 0 } controllers, var own])
                foreach (string controller in controllers.Split(',').Intersect(["memory", "cpu"]))
                    yield return (
                        $"{Groups}/{controllers}{own}",
                        controller == "memory"
                            ? [("memory.limit_in_bytes", memory)]
                            : [("cpu.cfs_period_us", Period), ("cpu.cfs_quota_us", Period)]
                    );
        }
    }

    private static bool Remove(string folder)
    {
        try
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
