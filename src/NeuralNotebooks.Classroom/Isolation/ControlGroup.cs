namespace NeuralNotebooks.Classroom;

/// <summary>A control group that limits the memory of a judged process: also what it shares, and no address space
/// shows. It can be made where the grader may write to the system's control groups, which is mostly root's.</summary>
/// <param name="Folder">Its folder.</param>
internal sealed record MemoryGroup(string Folder)
{
    private const string Groups = "/sys/fs/cgroup", Own = "/proc/self/cgroup";

    /// <summary>The files that count what the system has ended: in version 2, and in version 1.</summary>
    private static readonly string[] _events = ["memory.events", "memory.oom_control"];

    /// <summary>Enters the group that is the first argument, and runs the others.</summary>
    private const string Script = """echo $$ > "$0/cgroup.procs" && exec "$@" """;

    /// <summary>Whether the system has ended a process of it for its memory.</summary>
    public bool HasExceeded =>
        _events
            .Select(file => Path.Combine(Folder, file))
            .Where(File.Exists)
            .SelectMany(File.ReadLines)
            .Any(line => line.StartsWith("oom_kill ", StringComparison.Ordinal) && line is not [.., ' ', '0']);

    /// <summary>The command prefix that enters it.</summary>
    public IEnumerable<string> Enter => [ProgramFile.Find("sh")!, "-c", Script, Folder];

    /// <summary>Makes a group; null if that is not possible here.</summary>
    public static MemoryGroup? Create(SandboxLimits limits)
    {
        foreach ((string root, string limit) in Places())
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
                    File.WriteAllText(file, limits.MemoryBytes.ToString(CultureInfo.InvariantCulture));
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

    /// <summary>Where a group has the limits of the grader's own, too, and the file of its limit: in version 2 beside
    /// that, since groups with processes have no others in them, and in version 1 in it.</summary>
    private static IEnumerable<(string Root, string Limit)> Places()
    {
        foreach (string[] line in File.Exists(Own) ? File.ReadLines(Own).Select(line => line.Split(':', 3)) : [])
        {
            if (line is [_, "", { Length: > 1 } path])
                yield return (Path.GetDirectoryName(Groups + path)!, "memory.max");
            else if (line is [_, "memory", var own])
                yield return ($"{Groups}/memory{own}", "memory.limit_in_bytes");
        }
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
