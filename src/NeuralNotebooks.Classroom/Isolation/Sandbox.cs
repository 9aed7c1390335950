using System.Diagnostics;
using System.Globalization;
using NeuralNotebooks.Runner;

namespace NeuralNotebooks.Classroom;

/// <summary>How judged processes are started.</summary>
internal abstract class Sandbox
{
    /// <summary>The program that is judged in: this assembly.</summary>
    protected static string Program { get; } = typeof(Sandbox).Assembly.Location;

    /// <summary>Prepares the start of a process.</summary>
    /// <param name="verb">What it is to do.</param>
    /// <param name="folder">What it sees.</param>
    /// <param name="limits">What it may use.</param>
    public abstract SandboxedStart Prepare(string verb, JudgedFolder folder, SandboxLimits limits);

    /// <summary>Settings of the runtime in a judged process.</summary>
    protected static Dictionary<string, string> Settings(SandboxLimits limits) => new()
    {
        ["DOTNET_EnableDiagnostics"] = "0",
        ["DOTNET_DbgEnableMiniDump"] = "0",
        ["DOTNET_gcServer"] = "0",
        ["DOTNET_gcConcurrent"] = "0",
        ["DOTNET_GCHeapHardLimit"] = (limits.MemoryMegabytes * 1024L * 1024L).ToString("X", CultureInfo.InvariantCulture),
        ["DOTNET_TieredPGO"] = "0",
        ["NN_NUM_THREADS"] = "1",
    };
}

/// <summary>A process that can be started.</summary>
/// <param name="Start">How.</param>
/// <param name="Mark">What its descendants have in their environment.</param>
/// <param name="Scratch">The folder to delete when it has ended; null for none.</param>
internal sealed record SandboxedStart(ProcessStartInfo Start, string Mark, string? Scratch);

/// <summary>No sandbox: a process of the grader's own, which can do what the grader can.</summary>
internal sealed class PlainSandbox : Sandbox
{
    /// <inheritdoc/>
    public override SandboxedStart Prepare(string verb, JudgedFolder folder, SandboxLimits limits)
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
