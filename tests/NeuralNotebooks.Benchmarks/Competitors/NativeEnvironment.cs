using System.Runtime.InteropServices;

namespace NeuralNotebooks.Benchmarks;

/// <summary>The environment that C libraries see: on Linux .NET's own is a copy.</summary>
internal static partial class NativeEnvironment
{
    /// <summary>The environment in which the BLAS libraries and PyTorch are fastest.</summary>
    /// <remarks>
    /// OPENBLAS_CORETYPE overrides the core that OpenBLAS detects, and some environments name an old one.
    /// A preset L2 size would spoil its blocking.
    /// </remarks>
    public static IReadOnlyDictionary<string, string?> ForOpenBlas(int threads, bool hasAvx512) =>
        new Dictionary<string, string?>
        {
            ["OPENBLAS_CORETYPE"] = hasAvx512 ? OpenBlas.Avx512CoreType : null,
            ["OPENBLAS_L2_SIZE"] = null,
            ["OPENBLAS_NUM_THREADS"] = threads.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["OPENBLAS_THREAD_TIMEOUT"] = null,
        };

    /// <summary>Sets variables, or removes those that are null; must run before the library is loaded, which reads them
    /// once.</summary>
    public static void Apply(IReadOnlyDictionary<string, string?> variables)
    {
        foreach ((string name, string? value) in variables)
        {
            Environment.SetEnvironmentVariable(name, value);
            if (OperatingSystem.IsWindows())
                continue;
            _ = value is null ? Unset(name) : Set(name, value, overwrite: 1);
        }
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Set(string name, string value, int overwrite);

    [LibraryImport("libc", EntryPoint = "unsetenv", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Unset(string name);
}
