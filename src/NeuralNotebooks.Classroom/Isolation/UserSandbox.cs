namespace NeuralNotebooks.Classroom;

/// <summary>The sandbox of a container in which no namespaces can be made: each process is a user of its own, with the
/// system's limits. It sees the container's network and processes, and whatever all users may read.</summary>
internal sealed class UserSandbox : LinuxSandbox
{
    private const string Writable = "tmp";

    private const UnixFileMode Readable =
        UnixFileMode.UserRead
        | UnixFileMode.UserWrite
        | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead
        | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead
        | UnixFileMode.OtherExecute;

    /// <summary>What it cannot keep from a process.</summary>
    public static readonly IReadOnlySet<string> NotEnforced = new HashSet<string> { Network, Processes };

    /// <summary>Names of findings.</summary>
    public const string Network = "the network",
        Processes = "other processes";

    /// <inheritdoc/>
    protected override bool HasOwnUser =>
        Environment.IsPrivilegedProcess ? true : throw new JudgeException("Only root can change the user.");

    /// <inheritdoc/>
    protected override bool HasOwnProcesses => false;

    /// <inheritdoc/>
    protected override IEnumerable<string> Enter(IReadOnlyList<Mount> mounts, string scratch) => [];

    /// <inheritdoc/>
    protected override string Fill(string scratch, JudgedFolder folder)
    {
        foreach ((string name, string file) in folder.Files)
        {
            string copy = Path.Combine(scratch, name);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
            SetMode(copy, Readable);
        }
        Directory.CreateDirectory(Temporary(scratch));
        foreach (string inner in Directory.EnumerateDirectories(scratch, "*", SearchOption.AllDirectories))
            SetMode(inner, Readable);
        SetMode(scratch, Readable);
        SetMode(Temporary(scratch), Readable | UnixFileMode.OtherWrite | UnixFileMode.StickyBit);
        return scratch;
    }

    /// <inheritdoc/>
    protected override string Temporary(string scratch) => Path.Combine(scratch, Writable);

    private static void SetMode(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, mode);
    }
}
