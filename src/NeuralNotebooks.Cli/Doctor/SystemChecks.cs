using System.Reflection.PortableExecutable;
using NeuralNotebooks.Jupyter.Installation;

namespace NeuralNotebooks.Cli;

internal static class SystemChecks
{
    private const int NeededSdk = 10;

    public static Finding Sdk()
    {
        string folder = Path.Combine(DotnetInstallation.Folder, "sdk");
        Version? newest = !Directory.Exists(folder) ? null : Directory.EnumerateDirectories(folder)
            .Select(path => Path.GetFileName(path).Split('-')[0])
            .Max(name => Version.TryParse(name, out Version? version) ? version : null);
        return newest?.Major >= NeededSdk
            ? new(".NET SDK", $"{newest} in {DotnetInstallation.Folder}")
            : new(
                ".NET SDK",
                $"no SDK {NeededSdk} in {DotnetInstallation.Folder}",
                $"install the .NET {NeededSdk} SDK from https://dotnet.microsoft.com/download",
                IsNeeded: true);
    }

    /// <summary>Says which build of the compiler compiles cells: the SDK's, which has machine code, or the
    /// package's.</summary>
    public static Finding Compiler(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        Version version = AssemblyName.GetAssemblyName(path).Version!;
        return new("C# compiler", $"Roslyn {version.ToString(3)}, " + (
            file.PEHeaders.CorHeader?.ManagedNativeHeaderDirectory.Size > 0
                ? "the SDK's, with machine code"
                : "the package's, without machine code: each kernel and each run starts about half a second later"));
    }

    public static Finding Jupyter() =>
        InstalledProgram.Find("jupyter") is { } path
            ? new("Jupyter", path)
            : new("Jupyter", "not found", "only to open notebooks in Jupyter: python3 -m pip install notebook");

    public static Finding Kernel(IReadOnlyList<KernelSpec> installed)
    {
        const string name = "C# kernel";
        if (installed.FirstOrDefault(spec => spec.IsOurs && !spec.IsComplete) is { } damaged)
            return new(name, $"no {damaged.Program}", "install it again: nn kernel install");
        return (installed.FirstOrDefault(spec => spec.Name == KernelInstaller.SharedName)
            ?? installed.FirstOrDefault(spec => spec.IsOurs)) is { } kernel
            ? new(name, $"{kernel.DisplayName}{(kernel.IsOurs ? "" : ", another program's")}, in {kernel.Folder}")
            : new(name, "Jupyter knows none", "only to open notebooks in Jupyter: nn kernel install");
    }

    public static Finding Sandbox(IsolationReport report)
    {
        string[] open = [.. report.Findings.Where(finding => !finding.IsEnforced).Select(finding => finding.Name)];
        int all = report.Findings.Count;
        string tried = report.Kind == IsolationKind.None
            ? report.Findings[0].Detail
            : Invariant($"{report.Kind.ToString().ToLowerInvariant()}: {all - open.Length} of {all} ")
                + $"attempts to get out failed{(open.Length > 0 ? "; within reach: " : "")}{string.Join(", ", open)}";
        return new("sandbox", tried, report.IsIsolated ? null
            : "nn grade refuses to run submissions (except with --no-isolation); "
                + "sudo apt install bubblewrap may give one (see docs/teachers.md)");
    }
}
