namespace NeuralNotebooks.Classroom;

internal abstract class Sandbox
{
    /// <summary>Whether all processes in the sandbox end together with the first one.</summary>
    protected virtual bool HasOwnProcesses => false;

    public static Sandbox None { get; } = new PlainSandbox();

    public static Sandbox Of(IsolationKind kind) => kind switch
    {
        IsolationKind.Bubblewrap => new BubblewrapSandbox(),
        IsolationKind.Namespaces => new NamespaceSandbox(),
        _ => None,
    };

    /// <param name="core">The index of the processor that it runs on, among those that this process may use.</param>
    public JudgeStart Prepare(string verb, JudgeFolder folder, SandboxLimits limits, int core)
    {
        string scratch = Directory.CreateTempSubdirectory("nn-judged-").FullName;
        ControlGroup? group = null;
        try
        {
            string[] program =
            [
                .. Enter(verb, folder, limits, core, scratch),
                DotnetInstallation.Program, "exec", JudgeProgram.File, verb,
            ];
            group = Group(limits);
            string[] command = [.. group?.Enter ?? [], .. program];
            var start = new ProcessStartInfo(command[0], command[1..])
            {
                WorkingDirectory = PrepareFolder(scratch, folder),
            };
            // Only the variables that the runtime needs are set. Others may contain secrets.
            start.Environment.Clear();
            RuntimeSettings.Set(start.Environment, limits.MemoryMegabytes);
            foreach ((string name, string? value) in Settings(limits).Concat(Variables))
                start.Environment[name] = value;
            return new JudgeStart(start, IsMarked: !HasOwnProcesses, scratch, group);
        }
        catch
        {
            group?.Delete();
            Directory.Delete(scratch, recursive: true);
            throw;
        }
    }

    protected abstract IEnumerable<string> Enter(
        string verb, JudgeFolder folder, SandboxLimits limits, int core, string scratch);

    protected virtual ControlGroup? Group(SandboxLimits limits) => null;

    /// <summary>Puts the visible files into the scratch folder, if the sandbox needs it, and returns the working
    /// directory of the start.</summary>
    protected virtual string PrepareFolder(string scratch, JudgeFolder folder) => "/";

    protected abstract Dictionary<string, string?> Variables { get; }

    private static Dictionary<string, string?> Settings(SandboxLimits limits) =>
        new()
        {
            ["DOTNET_TC_CallCounting"] = limits.MayOptimize ? "1" : "0",
            ["DOTNET_TieredPGO"] = "0",
            ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1", // Equal results on every machine.
            ["DOTNET_SYSTEM_GLOBALIZATION_PREDEFINED_CULTURES_ONLY"] = "0",
            [NotebookHost.ThreadsVariable] = "1",
            ["TZ"] = "UTC",
        };
}

/// <param name="IsMarked">Whether its descendants may outlive it, so that they are marked.</param>
/// <param name="Group">The control group that limits its memory and processors; null if there is none. It is deleted
/// together with the folder.</param>
internal sealed record JudgeStart(ProcessStartInfo Start, bool IsMarked, string Scratch, ControlGroup? Group)
{
    private static readonly TimeSpan _releaseTimeout = TimeSpan.FromSeconds(2), _pause = TimeSpan.FromMilliseconds(25);

    /// <summary>Deletes the group, when its last process has ended, and the folder.</summary>
    public async Task ReleaseAsync()
    {
        long start = Stopwatch.GetTimestamp();
        while (Group?.Delete() == false && Stopwatch.GetElapsedTime(start) < _releaseTimeout)
            await Task.Delay(_pause);
        Release();
    }

    public void Release()
    {
        Group?.Delete();
        // A process that has just ended may still hold it open.
        NamedFile.Try(() => Directory.Delete(Scratch, recursive: true));
    }
}
