namespace NeuralNotebooks.Classroom;

/// <summary>A control group that limits the memory of a judged process: also what it shares, and no address space
/// shows. It can be made where the grader may write to the system's control groups, which is mostly root's.</summary>
/// <param name="Folder">Its folder.</param>
internal sealed record MemoryGroup(string Folder)
{
    /// <summary>Where groups are made, and the file of their limit: in version 2, and in version 1.</summary>
    private static readonly (string Root, string Limit, string Events)[] _versions =
    [
        ("/sys/fs/cgroup", "memory.max", "memory.events"),
        ("/sys/fs/cgroup/memory", "memory.limit_in_bytes", "memory.oom_control"),
    ];

    /// <summary>Enters the group that is the first argument, and runs the others.</summary>
    private const string Script = """echo $$ > "$0/cgroup.procs" && exec "$@" """;

    /// <summary>Whether the system has ended a process of it for its memory.</summary>
    public bool HasExceeded =>
        _versions
            .Select(version => Path.Combine(Folder, version.Events))
            .Where(File.Exists)
            .SelectMany(File.ReadLines)
            .Any(line => line.StartsWith("oom_kill ", StringComparison.Ordinal) && line is not [.., ' ', '0']);

    /// <summary>The command prefix that enters it.</summary>
    public IEnumerable<string> Enter => [ProgramFile.Find("sh")!, "-c", Script, Folder];

    /// <summary>Makes a group; null if that is not possible here.</summary>
    public static MemoryGroup? Create(SandboxLimits limits)
    {
        long bytes = (limits.MemoryMegabytes + SandboxLimits.MemoryBesideHeapMegabytes) * 1024L * 1024L;
        foreach ((string root, string limit, _) in OperatingSystem.IsLinux() ? _versions : [])
        {
            string folder = Path.Combine(root, $"nn-{Guid.NewGuid():N}");
            try
            {
                if (!Directory.Exists(root))
                    continue;
                Directory.CreateDirectory(folder);
                string file = Path.Combine(folder, limit);
                if (File.Exists(file))
                {
                    File.WriteAllText(file, bytes.ToString(CultureInfo.InvariantCulture));
                    return new(folder);
                }
                Directory.Delete(folder);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                new MemoryGroup(folder).Delete();
            }
        }
        return null;
    }

    /// <summary>Removes it.</summary>
    /// <returns>False if a process is still in it.</returns>
    public bool Delete()
    {
        try
        {
            if (Directory.Exists(Folder))
                Directory.Delete(Folder);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
