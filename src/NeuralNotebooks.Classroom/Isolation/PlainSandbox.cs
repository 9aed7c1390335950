namespace NeuralNotebooks.Classroom;

/// <summary>No sandbox: a process of the grader's own, which can do what the grader can.</summary>
internal sealed class PlainSandbox : Sandbox
{
    private static readonly HashSet<string> _needed = new(StringComparer.OrdinalIgnoreCase)
    {
        "SystemRoot",
        "TEMP",
        "TMP",
        "TMPDIR",
    };

    /// <inheritdoc/>
    public override SandboxedStart Prepare(string verb, JudgedFolder folder, SandboxLimits limits, int core)
    {
        string scratch = Directory.CreateTempSubdirectory("nn-judged-").FullName, mark = Guid.NewGuid().ToString("N");
        foreach ((string name, string file) in folder.Files)
            Link(file, Path.Combine(scratch, name));
        var start = new ProcessStartInfo(DotnetInstallation.Program)
        {
            WorkingDirectory = scratch,
            ArgumentList = { "exec", Program, verb },
        };
        // Only what the runtime needs: the rest may hold secrets.
        foreach (string name in start.Environment.Keys.Where(name => !_needed.Contains(name)).ToArray())
            start.Environment.Remove(name);
        foreach ((string name, string value) in Settings(limits))
            start.Environment[name] = value;
        start.Environment[WorkerEnvironment.Mark] = mark;
        return new SandboxedStart(start, mark, scratch);
    }

    private static void Link(string file, string link)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(link)!);
        if (OperatingSystem.IsWindows())
            File.Copy(file, link);
        else
            File.CreateSymbolicLink(link, file);
    }
}
