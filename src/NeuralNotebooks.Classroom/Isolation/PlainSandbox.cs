using System.Diagnostics;
using NeuralNotebooks.Runner;

namespace NeuralNotebooks.Classroom;

/// <summary>No sandbox: a process of the grader's own, which can do what the grader can.</summary>
internal sealed class PlainSandbox : Sandbox
{
    /// <inheritdoc/>
    public override SandboxedStart Prepare(string verb, JudgedFolder folder, SandboxLimits limits, int core)
    {
        string scratch = Directory.CreateTempSubdirectory("nn-judged-").FullName, mark = Guid.NewGuid().ToString("N");
        foreach (string entry in folder.Entries)
            Link(entry, Path.Combine(scratch, Path.GetFileName(entry)));
        var start = new ProcessStartInfo(DotnetInstallation.Program) { WorkingDirectory = scratch, ArgumentList = { "exec", Program, verb } };
        foreach ((string name, string value) in Settings(limits))
            start.Environment[name] = value;
        start.Environment[WorkerEnvironment.Mark] = mark;
        return new SandboxedStart(start, mark, scratch);
    }

    private static void Link(string entry, string link)
    {
        if (Directory.Exists(entry))
            Directory.CreateSymbolicLink(link, entry);
        else if (OperatingSystem.IsWindows())
            File.Copy(entry, link);
        else
            File.CreateSymbolicLink(link, entry);
    }
}
