using System.Runtime.Intrinsics;

namespace NeuralNotebooks.Benchmarks;

internal sealed record Machine(string Cpu, int Cores, int VectorBits, string OperatingSystem, string Architecture)
{
    public static Machine ThisOne() => new(
        CpuModel(),
        Environment.ProcessorCount,
        Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128,
        System.Runtime.InteropServices.RuntimeInformation.OSDescription.Split(" #")[0],
        System.Runtime.InteropServices.RuntimeInformation.ProcessArchitecture.ToString());

    /// <summary>The model name and, if they are known, the family and model number, since a name such as "AMD EPYC" is
    /// ambiguous.</summary>
    internal static string CpuModel(string cpuInfo)
    {
        Dictionary<string, string> fields = cpuInfo.Split('\n').TakeWhile(line => line.Length > 0)
            .Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries))
            .Where(parts => parts.Length == 2)
            .GroupBy(parts => parts[0])
            .ToDictionary(group => group.Key, group => group.First()[1]);
        if (!fields.TryGetValue("model name", out string? name)) // Linux on Arm reports only numbers.
            return
                fields.TryGetValue("CPU implementer", out string? maker)
                && fields.TryGetValue("CPU part", out string? part)
                ? $"Arm (implementer {maker}, part {part})"
                : "unknown";
        return fields.TryGetValue("cpu family", out string? family) && fields.TryGetValue("model", out string? model)
            ? Invariant($"{name} (family {family}, model {model})")
            : name;
    }

    private static string CpuModel() =>
        File.Exists("/proc/cpuinfo")
            ? CpuModel(File.ReadAllText("/proc/cpuinfo"))
            : Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER")
                ?? (System.OperatingSystem.IsMacOS() ? OfMacOS() : "unknown");

    private static string OfMacOS()
    {
        using var sysctl = Process.Start(
            new ProcessStartInfo("/usr/sbin/sysctl", ["-n", "machdep.cpu.brand_string"])
            {
                RedirectStandardOutput = true,
            });
        return sysctl?.StandardOutput.ReadToEnd().Trim() is { Length: > 0 } name ? name : "unknown";
    }
}
