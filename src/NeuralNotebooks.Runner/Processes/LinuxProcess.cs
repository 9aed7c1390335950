namespace NeuralNotebooks.Runner;

/// <summary>Information about a process from /proc. For a process that has ended, and on other systems, there are no
/// threads, children or fields.</summary>
internal readonly record struct LinuxProcess(int Id)
{
    public string[] Threads
    {
        get
        {
            string tasks = Path("task");
            return NamedFile.TryRead(() => Directory.GetDirectories(tasks), []);
        }
    }

    public IEnumerable<LinuxProcess> Children =>
        Threads
            .SelectMany(thread => Read($"{thread}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(id => new LinuxProcess(int.Parse(id, CultureInfo.InvariantCulture)));

    public IEnumerable<LinuxProcess> Descendants => Children.SelectMany(child => child.Descendants.Prepend(child));

    /// <summary>The fields after the name in its <c>stat</c>: the state, its parent, …</summary>
    public string[] Fields =>
        Read(Path("stat")) is { Length: > 0 } line ? line[(line.LastIndexOf(')') + 2)..].Split(' ') : [];

    public bool HasEnded => Fields is [] or ["Z", ..];

    public long ResidentMemory =>
        Fields is [_, ..] fields
            ? long.Parse(fields[21], CultureInfo.InvariantCulture) * Environment.SystemPageSize : 0;

    public string Path(string file) => Invariant($"/proc/{Id}/{file}");

    /// <summary>The text of a file; empty if the process or thread has ended, or if there is no file.</summary>
    public static string Read(string file) => NamedFile.TryRead(() => File.ReadAllText(file), "");
}
